"""Puts the demo's documents into the library through the same actions as in real use."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from importlib.resources import files

from django.core.files.base import ContentFile

from second_question.documents import read
from second_question_web.demo.library.documents import DOCUMENTS, RECORDS, SEARCH, Document
from second_question_web.demo.library.printing import as_pdf
from second_question_web.demo.places import PLACES
from second_question_web.library.alerts import actions as alerts
from second_question_web.library.alerts.first_shown import catch_up
from second_question_web.library.alerts.sending import alert
from second_question_web.library.collection import library
from second_question_web.library.depositing import actions
from second_question_web.library.depositing.entries import facts_of
from second_question_web.library.depositing.jobs import keep
from second_question_web.library.models import SavedSearch
from second_question_web.partnerships.models import Partnership
from second_question_web.people.models import Person

Moment = Callable[[date, int], datetime]


def load_library(who: Mapping[str, Person], today: date, moment: Moment) -> None:
    """Deposits every document and record, on the day on which it would have come; some after a search was saved.

    Args:
        who: the people of the demo by first name.
        today: the day on which the demo is loaded.
        moment: gives a moment so many days before a day.
    """
    for record in RECORDS:
        now = moment(today, record.days_ago)
        actions.add_record(
            by=who[record.who], partnership=_place(record.place), facts=record.facts, wishes=record.wishes, now=now
        )
    for document in (one for one in DOCUMENTS if one.days_ago > SEARCH.days_ago):
        _put(document, who[document.who], moment(today, document.days_ago))
    _save_search(who[SEARCH.who], moment(today, SEARCH.days_ago))
    for document in (one for one in DOCUMENTS if one.days_ago <= SEARCH.days_ago):
        _put(document, who[document.who], moment(today, document.days_ago))
    alert(now=moment(today, 0))


def _save_search(by: Person, now: datetime) -> None:
    upto, rhythm = catch_up(library().store, now), SavedSearch.Rhythm.WEEKLY
    alerts.save(by=by, name=SEARCH.name, asked=SEARCH.asked, rhythm=rhythm, upto=upto, now=now)


def _put(told: Document, by: Person, now: datetime) -> None:
    name, data = _file(told)
    upload = ContentFile(data, name)
    made = actions.deposit(by=by, upload=upload, partnership=_place(told.place), now=now, read_later=False)
    proposed = keep(made, data, read(data, name), now)
    facts = replace(facts_of(proposed), **{"pseudonym": "", **told.facts})
    actions.decide(deposit=proposed, by=by, facts=facts, wishes=told.wishes, now=now)


def _file(told: Document) -> tuple[str, bytes]:
    report = (files("second_question_web.demo.library") / told.file).read_bytes()
    if not told.is_printed:
        return told.file, report
    return f"{told.file.removesuffix('.md')}.pdf", as_pdf(report.decode())


def _place(key: str) -> Partnership | None:
    names = {place.key: place.name for place in PLACES}
    return Partnership.objects.get(name=names[key]) if key else None
