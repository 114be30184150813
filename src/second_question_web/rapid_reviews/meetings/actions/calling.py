"""A meeting is called, moved, held or cancelled."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from second_question.rules.calendar import in_words
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.meetings.actions.participants import put_in_part_one
from second_question_web.rapid_reviews.meetings.actions.taking import (
    case_of,
    subject_of,
    taken_meeting,
    taken_review,
    touch,
)
from second_question_web.rapid_reviews.meetings.errors import ChangedSince
from second_question_web.rapid_reviews.meetings.seen import seen_plan
from second_question_web.rapid_reviews.models import Meeting, RapidReview
from second_question_web.rapid_reviews.stages import advance
from second_question_web.trail.actions import Actor, record

CALLED = Meeting.State.CALLED


@transaction.atomic
def call_meeting(
    *, review: RapidReview, by: Actor, purpose: str, at: datetime, where: str, agenda: str, now: datetime
) -> Meeting:
    """Calls a meeting; a review that was only gathering facts is now at its meeting.

    Raises:
        NotNow: the review is closed.
        Refusal: the day lies before the review.
    """
    locked = taken_review(by, review)
    _refuse_before_opening(locked, at)
    made = Meeting(review=locked, number=_next_number(locked), purpose=purpose, at=at, where=where, agenda=agenda)
    made.called_at = made.changed_at = now
    made.called_by = made.changed_by = by.trail_name
    made.save()
    advance(locked, "meet")
    after = {"at": at, "state": locked.state}
    record("meeting.call", by=by, subject=subject_of(made), case=case_of(made), after=after, at=now)
    return made


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, by: Actor, purpose: str, at: datetime, where: str, seen: str, now: datetime
) -> Meeting:
    """Moves a meeting that was called, or says otherwise where it is or what for. The same again changes nothing.

    Raises:
        NotNow: it was held or cancelled.
        ChangedSince: somebody else changed it since the page with that digest was opened.
        Refusal: the day lies before the review.
    """
    locked = taken_meeting(by, meeting, CALLED)
    if (locked.purpose, locked.at, locked.where) == (purpose, at, where):
        return locked
    if seen_plan(locked) != seen:
        raise ChangedSince
    _refuse_before_opening(locked.review, at)
    before = {"at": locked.at}
    locked.purpose, locked.at, locked.where = purpose, at, where
    touch(locked, by, now, "purpose", "at", "where")
    subject, case = subject_of(locked), case_of(locked)
    record("meeting.change", by=by, subject=subject, case=case, before=before, after={"at": at}, at=now)
    return locked


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, by: Actor, reason: str, now: datetime) -> Meeting:
    """Cancels a meeting that was called. The reason stays with the meeting, sealed.

    Raises:
        NotNow: it was held or cancelled already.
        Refusal: no reason is given.
    """
    locked = taken_meeting(by, meeting, CALLED)
    if not reason.strip():
        raise Refusal("Say why the meeting does not take place", "reason")
    locked.state, locked.cancelled_reason = Meeting.State.CANCELLED, reason.strip()
    touch(locked, by, now, "state", "cancelled_reason")
    subject, case = subject_of(locked), case_of(locked)
    record("meeting.cancel", by=by, subject=subject, case=case, after={"state": locked.state}, at=now)
    return locked


@transaction.atomic
def hold_meeting(*, meeting: Meeting, by: Actor, now: datetime) -> int:
    """Records that a meeting was held, and puts those who were present into part 1 of the review; how many it put there.

    Raises:
        NotNow: it was held or cancelled already.
        Refusal: it lies in the future, or nobody is marked as present.
    """
    locked = taken_meeting(by, meeting, CALLED)
    if locked.at > now:
        raise Refusal(f"The meeting is called for {in_words(localdate(locked.at))}. Move it if it was held earlier.")
    if not locked.attendances.filter(presence="present").exists():
        raise Refusal("Mark at least one person as present first.")
    locked.state = Meeting.State.HELD
    touch(locked, by, now, "state")
    put = put_in_part_one(locked.review, by, now)
    after = {"state": locked.state, "participants": put}
    record("meeting.hold", by=by, subject=subject_of(locked), case=case_of(locked), after=after, at=now)
    return put


def _next_number(review: RapidReview) -> int:
    return int(review.meetings.aggregate(last=Max("number"))["last"] or 0) + 1


def _refuse_before_opening(review: RapidReview, at: datetime) -> None:
    if localdate(at) < review.opened_on:
        raise Refusal(f"The rapid review was only opened on {in_words(review.opened_on)}.", "day")
