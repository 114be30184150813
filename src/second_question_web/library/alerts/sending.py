"""The daily job: for each search that is due, what its owner may see today and was not told of yet, in one e-mail a person."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from second_question.library.collection import Library
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.library.alerts import queries
from second_question_web.library.alerts.first_shown import catch_up
from second_question_web.library.alerts.letters import Letter, letter_of
from second_question_web.library.alerts.stopping import stop_address
from second_question_web.library.collection import library
from second_question_web.library.models import SavedSearch
from second_question_web.people.models import Person
from second_question_web.trail.actions import System, record
from second_question_web.ui import mail


def send_alerts(_job: Job, _progress: Progress) -> dict[str, object]:
    """The daily job."""
    sent = alert(now=timezone.now())
    return {"message": f"Emails sent: {sent}."}


def alert(*, now: datetime) -> int:
    """Sends what is to be sent today and returns how many e-mails that were; a second call on the same day sends none.

    Raises:
        NotSent: the mail server did not take all of them. Those that it took are remembered; call again for the rest.
    """
    opened = library()
    upto = catch_up(opened.store, now)
    results = [_write(person, opened, upto, now) for person in queries.people_with_alerts()]
    if None in results:
        raise mail.NotSent
    return sum(bool(sent) for sent in results)


def _write(person: Person, opened: Library, upto: int, now: datetime) -> bool | None:
    """Whether there was something to write; None when the mail server did not take it."""
    try:
        return _write_once(person, opened, upto, now)
    except mail.NotSent:
        return None


@transaction.atomic
def _write_once(person: Person, opened: Library, upto: int, now: datetime) -> bool:
    """Remembers first and sends last, in one transaction: what is not sent is not remembered."""
    kept = SavedSearch.objects.select_for_update().filter(person=person)
    due = {search: search.told_upto for search in kept if queries.is_due(search, localdate(now))}
    letter = letter_of(queries.new_in(opened, due, person))
    is_news = bool(letter.sections or letter.ended)
    for search in due:
        _remember(search, upto, now, is_news=is_news)
    if is_news:
        _send(person, letter, now)
    return is_news


def _remember(search: SavedSearch, upto: int, now: datetime, *, is_news: bool) -> None:
    search.told_upto, search.checked_at = max(search.told_upto, upto), now
    if is_news:
        search.written_at = now
    if queries.problem_with(search.asked):
        search.rhythm = SavedSearch.Rhythm.NEVER
    search.save(update_fields=["told_upto", "checked_at", "written_at", "rhythm"])


def _send(person: Person, letter: Letter, now: datetime) -> None:
    told = {"documents": letter.documents, "ended": len(letter.ended)}
    record("saved_search.write", by=System("library alerts"), subject=("person", str(person.pk)), after=told, at=now)
    stop = stop_address(person)
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    mail.send_with(headers, "library/alerts/mail/alert.txt", person.email, name=person.name, letter=letter, stop=stop)
