"""Reading the meetings of a review. Everything begins with the review, which is fetched for the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, Q

from second_question.rules.access import Permission
from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.answering.held import values_of
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.models import Attendance, Meeting, MeetingAction, RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import own_records
from second_question_web.trail.refusals import Hidden

READ, WRITE = Permission.RAPID_REVIEW_DRAFT, Permission.RAPID_REVIEW_WRITE
IMMEDIATE = "immediate_action"


@dataclass(frozen=True)
class Task:
    """Something that somebody is to do, whether a meeting agreed it or the review calls it an immediate action.

    `source` is the `MeetingAction` or the `ReviewRecord` that it is kept in.
    """

    what: str
    owner: str
    by_when: date | None
    done_on: date | None
    source: MeetingAction | ReviewRecord

    def is_late(self, today: date) -> bool:
        """Whether it should have been done before that day."""
        return self.done_on is None and self.by_when is not None and self.by_when < today


@dataclass(frozen=True)
class Tasks:
    """What is to be done in one review: its immediate actions, and what its meetings agreed."""

    immediate: Sequence[Task]
    of_meetings: Sequence[Task]

    @cached_property
    def open(self) -> list[Task]:
        """What is not done yet, the earliest day first."""
        left = [task for task in (*self.immediate, *self.of_meetings) if task.done_on is None]
        return sorted(left, key=lambda task: task.by_when or date.max)

    @cached_property
    def done(self) -> list[Task]:
        """What is done, the latest first."""
        over = [task for task in (*self.immediate, *self.of_meetings) if task.done_on]
        return sorted(over, key=lambda task: task.done_on or date.min, reverse=True)


def meetings_of(review: RapidReview) -> list[Meeting]:
    """The meetings of a review that was fetched for the person, the latest first, each with `invited`, `present` and
    `open_actions`. Their texts are not read."""
    present = Count("attendances", filter=Q(attendances__presence="present"), distinct=True)
    left = Count("actions", filter=Q(actions__done_on=None), distinct=True)
    found = review.meetings.defer("agenda", "notes").order_by("-at", "-number")
    return list(found.annotate(invited=Count("attendances", distinct=True), present=present, open_actions=left))


def meeting(person: Person, reference: str, number: int, permission: Permission = READ) -> Meeting:
    """One meeting; its review carries what the person may do.

    Raises:
        Hidden: there is none of that number, or not for this person.
    """
    review = reviews.review(person, reference, permission)
    found = Meeting.objects.filter(review=review, number=number).first()
    if found is None:
        raise Hidden("meeting", f"{number} of {reference}", case=reference)
    found.review = review
    return found


def attendances_of(meeting: Meeting) -> list[Attendance]:
    """Who is on the list, in the order in which they came onto it."""
    return list(meeting.attendances.all())


def attendance(meeting: Meeting, key: int) -> Attendance:
    """One person on the list.

    Raises:
        Hidden: nobody of that key is.
    """
    found = meeting.attendances.filter(pk=key).first()
    if found is None:
        raise Hidden("attendance", str(key), case=meeting.review.notification.reference)
    found.meeting = meeting
    return found


def actions_of(meeting: Meeting) -> list[MeetingAction]:
    """What the meeting asked people to do."""
    return list(meeting.actions.all())


def action(meeting: Meeting, key: int) -> MeetingAction:
    """One action of the meeting.

    Raises:
        Hidden: there is none of that key.
    """
    found = meeting.actions.filter(pk=key).first()
    if found is None:
        raise Hidden("meeting action", str(key), case=meeting.review.notification.reference)
    found.meeting = meeting
    return found


def tasks_of(review: RapidReview) -> Tasks:
    """All that is to be done in a review that was fetched for the person; two queries."""
    agreed = MeetingAction.objects.filter(meeting__review=review).select_related("meeting")
    agreed = agreed.defer("meeting__agenda", "meeting__notes", "meeting__cancelled_reason")
    return Tasks([_immediate(one) for one in own_records(review, IMMEDIATE)], [as_task(one) for one in agreed])


def immediate_task(review: RapidReview, place: int) -> Task:
    """One immediate action of the review.

    Raises:
        Hidden: there is none at that place.
    """
    for record in own_records(review, IMMEDIATE):
        if record.place == place:
            return _immediate(record)
    raise Hidden("immediate action", str(place), case=review.notification.reference)


def _immediate(record: ReviewRecord) -> Task:
    said = values_of(record, RAPID_REVIEW_2021.questions_of(IMMEDIATE))
    what = str(said.get("what") or f"Immediate action {record.place}")
    return Task(what, str(said.get("owner") or ""), _day(said.get("by_when")), _day(said.get("done_on")), record)


def as_task(action: MeetingAction) -> Task:
    """An action of a meeting as something to be done."""
    return Task(action.what, action.owner, action.by_when, action.done_on, action)


def _day(said: object) -> date | None:
    return said if isinstance(said, date) else None
