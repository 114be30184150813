"""Whoever owes a summary or a signature is reminded, at most once a day."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.stages import refuse_unless_writable
from second_question_web.rapid_reviews.summaries import letters
from second_question_web.rapid_reviews.summaries.scope import taken_by_askers
from second_question_web.rapid_reviews.summaries.steps import case_of, subject_of
from second_question_web.trail.actions import Actor, System, record


@transaction.atomic
def remind(*, request: AgencyRequest, by: Actor, now: datetime) -> int:
    """Writes to everybody who owes something of this request; how many they are. None when somebody was reminded today.

    Raises:
        PermissionDenied: not for this person.
        NotNow: nothing is owed, nobody can be written to, or the review can no longer be written.
        NotSent: an e-mail could not be sent; nothing is changed.
    """
    locked = taken_by_askers(by, request)
    refuse_unless_writable(locked.review)
    owing = letters.owing(locked)
    if not owing:
        raise NotNow("Nothing is owed here, or there is nobody to write to. Send a link to somebody first.")
    if was_reminded_today(locked, now):
        return 0
    _count(locked, now)
    for link in owing:
        letters.send([link], localdate(now), now)
    subject, case = subject_of(locked), case_of(locked)
    record("agency_request.remind", by=by, subject=subject, case=case, after={"written_to": len(owing)}, at=now)
    return len(owing)


@transaction.atomic
def note_reminded(*, request: AgencyRequest, by: System, now: datetime) -> None:
    """Keeps that the daily run reminds whoever owes something of this request; once a day."""
    locked = AgencyRequest.objects.select_for_update().get(pk=request.pk)
    if not was_reminded_today(locked, now):
        _count(locked, now)
        record("agency_request.remind", by=by, subject=subject_of(request), case=case_of(request), at=now)


def was_reminded_today(request: AgencyRequest, now: datetime) -> bool:
    """Whether a reminder went out on this day already."""
    return request.reminded_at is not None and localdate(request.reminded_at) == localdate(now)


def _count(request: AgencyRequest, now: datetime) -> None:
    AgencyRequest.objects.filter(pk=request.pk).update(reminded_at=now, reminders=F("reminders") + 1)
