"""A review in which every question of its template is answered at random, written through the actions."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from hypothesis import strategies as st

from second_question.documents import read
from second_question.exchange.review import word
from second_question.exchange.review.words import BECAUSE
from second_question.exchange.review_import import import_review
from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Form, Kind, Section
from second_question.rules.template.content import ReviewContent
from second_question.rules.template.parts import OF_AN_AGENCY, RECORD_KINDS, record_kind
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.writing import actions as writing
from second_question_web.rapid_reviews.writing.actions.added_questions import Wording
from tests.people import partnership, person
from tests.reviews import NOW, begun_review
from tests.summaries import ask, give_back, school, trust, write
from tests.web.rapid_reviews.lives.on_pages import value_on
from tests.web.rapid_reviews.lives.random_answers import Answers, answers_to

OWN_KINDS = [kind.id for kind in RECORD_KINDS if kind.id not in OF_AN_AGENCY]
MOST_OF_A_KIND = 2
Draw = Callable[[st.SearchStrategy[Any]], Any]
Said = tuple[str, str, Answers]


@dataclass
class Whole:
    """The review with what was written where: by kind and place, and for what an agency writes by its name too."""

    review: RapidReview
    form: Form
    written: dict[tuple[str, int, str], Answers] = field(default_factory=dict)


def add_questions() -> None:
    """One of the partnership's own, and a theme of the Panel's."""
    own = Wording("analysis", "What did the neighbours see?", "", Kind.LONG_TEXT, NOW.date())
    writing.add_question(by=person("Bea"), partnership=partnership(), wording=own, now=NOW)
    theme = Wording("context", "Was there a heatwave?", "", Kind.YES_NO, NOW.date())
    writing.add_question(by=person("Petra"), partnership=None, wording=theme, now=NOW)


def written_out(draw: Draw) -> Whole:
    """Every question that applies answered: in each record that is there, in up to two of a kind, and by two agencies."""
    review = begun_review()
    whole = Whole(review, form_of(review))
    for request in [ask(review, agency) for agency in (school(), trust())]:
        agency = request.organisation.name
        for kind, place in (("agency_summary", 1), ("agency_episode", 0)):
            whole.written[kind, 1, agency] = said = _answers(draw, whole.form, kind, f"{kind} of {agency}")
            write(request, section=kind, place=place, answers=said)
        give_back(request)
    for kind in OWN_KINDS:
        _write_kind(draw, whole, kind)
    return whole


def _write_kind(draw: Draw, whole: Whole, kind: str) -> None:
    there = ReviewRecord.objects.filter(review=whole.review, kind=kind, request=None)
    sections = [section for section in whole.form.sections if section.record == kind]
    if record_kind(kind).repeated and there.count() < MOST_OF_A_KIND:
        writing.add_record(by=person("Bea"), review=whole.review, kind=kind, answers={}, unanswered={}, now=NOW)
    for record in there.order_by("place"):
        said = _answers(draw, whole.form, kind, f"{kind} {record.place}")
        whole.written[kind, record.place, ""] = said
        for section in sections:
            _save(whole.review, section, record, said)


def _save(review: RapidReview, section: Section, record: ReviewRecord, said: Answers) -> None:
    place = record.place if record_kind(section.record).repeated else 0
    record.refresh_from_db()
    asked = {question.id for question in section.questions}
    writing.answer_section(
        by=person("Bea"),
        review=review,
        section=section.id,
        place=place,
        answers={name: value for name, value in said.items() if name in asked},
        unanswered={},
        version=record.version,
        now=NOW,
    )


def _answers(draw: Draw, form: Form, kind: str, name: str) -> Answers:
    """An answer to each question that applies; why there is none is asked of none of them. Names differ, as names do."""
    drawn = {**draw(answers_to(form.questions_of(kind))), **dict.fromkeys(record_kind(kind).named_by[:1], name)}
    drawn = {question: said for question, said in drawn.items() if not question.endswith(BECAUSE)}
    return {asked.id: drawn[asked.id] for asked in questions_that_apply(form, kind, drawn, {}) if asked.id in drawn}


def expected(whole: Whole) -> list[Said]:
    """What was written, in the order of the template."""
    place = {kind.id: position for position, kind in enumerate(RECORD_KINDS)}
    rows = sorted(whole.written.items(), key=lambda row: (place[row[0][0]], row[0][2], row[0][1]))
    return [(kind, agency, dict(answers)) for (kind, _, agency), answers in rows]


def said_in(content: ReviewContent) -> list[Said]:
    """What a content says."""
    return [(record.kind, record.agency, dict(record.answers)) for record in content.records]


def brought_back(content: ReviewContent) -> ReviewContent:
    """The Word document of a review, read again. A PDF keeps every word, not every line (tests/core)."""
    return import_review(read(word(content), "review.docx"), content.form).content


def differing_on_pages(whole: Whole) -> list[str]:
    """The questions that the pages of their sections do not show as they were answered."""
    wrong = []
    for (kind, place, agency), answers in whole.written.items():
        for section in (one for one in whole.form.sections if one.record == kind):
            page = _page(whole.review, section, place, agency)
            asked = [question for question in section.questions if page is not None and question.id in answers]
            wrong += [q.id for q in asked if page is not None and value_on(page, q) != answers[q.id]]
    return wrong


def _page(review: RapidReview, section: Section, place: int, agency: str) -> BeautifulSoup | None:
    """As Bea opens it, or Colm for the school. The trust has nobody here with an account to write."""
    reference, slug = review.notification.reference, section.id.replace("_", "-")
    if agency:
        number = review.requests.get(organisation__name=agency).number
        name, rest = ("summary_write", []) if section.id == "agency_summary" else ("summary_episode", [place])
        address = reverse(name, args=[reference, number, *rest])
    else:
        address = reverse(
            "review_section", args=[reference, slug, *([place] if record_kind(section.record).repeated else [])]
        )
    who = "Bea" if not agency else "Colm" if agency == school().name else ""
    return _opened(who, address) if who else None


def _opened(who: str, address: str) -> BeautifulSoup:
    client = Client()
    client.force_login(person(who))
    answer = client.get(address)
    assert answer.status_code == 200, address
    return BeautifulSoup(answer.content, "html.parser")
