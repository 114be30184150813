"""What meetings asked people to do, and the immediate actions of the review: agreed, changed, done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.meetings.actions.taking import WRITE, case_of, subject_of, taken_meeting, touch
from second_question_web.rapid_reviews.meetings.errors import ChangedSince
from second_question_web.rapid_reviews.meetings.seen import seen_action
from second_question_web.rapid_reviews.models import Meeting, MeetingAction, RapidReview, ReviewRecord
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import refuse_unless_writable
from second_question_web.rapid_reviews.writing.keeping import keep, wanted_from
from second_question_web.trail.actions import Actor, record

IMMEDIATE = "immediate_action"
GOING_ON = (Meeting.State.CALLED, Meeting.State.HELD)


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """What is to be done, by whom, by when."""

    what: str
    owner: str
    by_when: date | None = None


@transaction.atomic
def add_actions(*, meeting: Meeting, by: Actor, agreed: Sequence[Agreed], now: datetime) -> list[MeetingAction]:
    """Writes down what a meeting asked people to do.

    Raises:
        NotNow: the meeting was cancelled, or the review is closed.
    """
    locked = taken_meeting(by, meeting, *GOING_ON)
    made = [MeetingAction(meeting=locked, **vars(one)) for one in agreed]
    if made:
        MeetingAction.objects.bulk_create(made)
        touch(locked, by, now)
        after = {"actions": len(made)}
        record("meeting.add_actions", by=by, subject=subject_of(locked), case=case_of(locked), after=after, at=now)
    return made


@transaction.atomic
def change_action(*, action: MeetingAction, by: Actor, agreed: Agreed, seen: str, now: datetime) -> MeetingAction:
    """Puts right what was agreed. The same again changes nothing.

    Raises:
        NotNow: the meeting was cancelled, or the review is closed.
        ChangedSince: somebody else changed it since the page with that digest was opened.
    """
    locked = taken_meeting(by, action.meeting, *GOING_ON)
    found = MeetingAction.objects.select_for_update().get(pk=action.pk)
    if (found.what, found.owner, found.by_when) == (agreed.what, agreed.owner, agreed.by_when):
        return found
    if seen_action(found) != seen:
        raise ChangedSince
    found.what, found.owner, found.by_when = agreed.what, agreed.owner, agreed.by_when
    found.save(update_fields=["what", "owner", "by_when"])
    touch(locked, by, now)
    record("meeting.change_action", by=by, subject=subject_of(locked), case=case_of(locked), at=now)
    return found


@transaction.atomic
def mark_action_done(*, action: MeetingAction, by: Actor, done_on: date | None, now: datetime) -> MeetingAction:
    """Marks an action of a meeting as done on that day, or with None as not done after all. Always possible, whatever
    became of the review. The same again changes nothing.

    Raises:
        PermissionDenied: not for this person.
        Refusal: the day is in the future, or somebody else gave another day.
    """
    review = taken(by, WRITE, action.meeting.review)
    found = MeetingAction.objects.select_for_update().select_related("meeting").get(pk=action.pk)
    _refuse_day(found.done_on, done_on, now)
    if found.done_on == done_on:
        return found
    before, found.done_on = {"done_on": found.done_on}, done_on
    found.save(update_fields=["done_on"])
    found.meeting.review = review
    subject, after = subject_of(found.meeting), {"done_on": done_on}
    record("meeting.mark_done", by=by, subject=subject, case=case_of(found.meeting), before=before, after=after, at=now)
    return found


@transaction.atomic
def mark_immediate_done(
    *, review: RapidReview, by: Actor, place: int, done_on: date | None, now: datetime
) -> ReviewRecord:
    """The same for an immediate action, which is part of the review's text: only while that can be changed.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the text was sent.
        ReviewRecord.DoesNotExist: there is no such immediate action.
        Refusal: the day is in the future, or somebody else gave another day.
    """
    locked = taken(by, WRITE, review)
    refuse_unless_writable(locked)
    own = ReviewRecord.objects.select_for_update().filter(review=locked, kind=IMMEDIATE, request=None, removed_at=None)
    found = own.get(place=place)
    _refuse_day(_done_on(found), done_on, now)
    changes = keep(found, wanted_from(RAPID_REVIEW_2021, IMMEDIATE, {"done_on": done_on}), by=by, now=now)
    if changes:
        reference = locked.notification.reference
        subject, after = ("immediate_action", f"{place} of {reference}"), {"done_on": done_on}
        record("immediate_action.mark_done", by=by, subject=subject, case=reference, after=after, at=now)
    return found


def _done_on(found: ReviewRecord) -> date | None:
    said = found.all_answers().get("done_on")
    return date.fromisoformat(str(said)) if said else None


def _refuse_day(before: date | None, done_on: date | None, now: datetime) -> None:
    if done_on and done_on > localdate(now):
        raise Refusal("The day on which it was done must not be in the future", "done_on")
    if done_on and before and before != done_on:
        raise Refusal("Somebody else has marked this as done on another day. Take that back first if it is wrong")
