"""The daily run of reminders: one e-mail a person a day, with all that the person owes to any review."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate

from second_question.rules.calendar import is_working_day
from second_question.rules.reminders import is_to_be_reminded
from second_question.rules.workflow import AgencyRequestState
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink
from second_question_web.rapid_reviews.summaries import actions, letters, queries
from second_question_web.trail.actions import System
from second_question_web.ui import mail

BY = System("reminders")


def remind_daily(_job: Job, _progress: Progress) -> dict[str, object]:
    """The daily job."""
    return {"message": f"Emails sent: {remind_everybody(now=timezone.now())}."}


def remind_everybody(*, now: datetime) -> int:
    """Reminds whoever is to be reminded today and gives how many e-mails that were; a second call on the same day sends none.

    Raises:
        NotSent: the mail server did not take all of them. Those that it took are remembered; call again for the rest.
    """
    today = localdate(now)
    if not is_working_day(today):
        return 0
    results = [_sent(links, now) for links in _by_person(queries.owed_now(today), today)]
    if not all(results):
        raise mail.NotSent
    return len(results)


def _by_person(requests: Iterable[AgencyRequest], today: date) -> list[list[RequestLink]]:
    """For each person who is to be reminded, the links of all that this person owes, the soonest due first."""
    found: dict[str, list[RequestLink]] = defaultdict(list)
    for request in requests:
        if is_to_be_reminded(request.due_on, _heard_on(request), today):
            for link in letters.owing(request):
                found[link.email.casefold()].append(link)
    return list(found.values())


def _heard_on(request: AgencyRequest) -> date:
    """The day on which those who owe something last heard from us."""
    moments = [request.asked_at, request.reminded_at]
    if request.state == AgencyRequestState.RETURNED:
        moments.append(request.returned_at)
    return localdate(max(moment for moment in moments if moment))


def _sent(links: list[RequestLink], now: datetime) -> bool:
    try:
        _send_once(links, now)
    except mail.NotSent:
        return False
    return True


@transaction.atomic
def _send_once(links: list[RequestLink], now: datetime) -> None:
    """Remembers first and sends last, in one transaction: what is not sent is not remembered."""
    for request in {link.request_id: link.request for link in links}.values():
        actions.note_reminded(request=request, by=BY, now=now)
    letters.send(links, localdate(now), now)
