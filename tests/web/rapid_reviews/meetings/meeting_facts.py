"""Meetings as the tests call them. It is Friday 20 November 2026 (`reviews.NOW`); the meeting is on Tuesday 1 December."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from second_question_web.rapid_reviews.meetings import actions
from second_question_web.rapid_reviews.meetings.actions.people import Invited, Mark
from second_question_web.rapid_reviews.meetings.actions.tasks import Agreed
from second_question_web.rapid_reviews.meetings.seen import seen_text
from second_question_web.rapid_reviews.models import Attendance, Meeting, MeetingAction, RapidReview
from tests.people import person
from tests.reviews import NOW, fresh
from tests.sent import review_of, sent_notification

LONDON = ZoneInfo("Europe/London")
AT = datetime(2026, 12, 1, 14, 0, tzinfo=LONDON)
AFTER = datetime(2026, 12, 1, 16, 30, tzinfo=LONDON)
DANA = Invited(name="Dana Whitlock", job_title="Director", organisation="Wessenmere Council", role="decides")
MARA = Invited(name="Mara Quist", job_title="Named nurse", organisation="Hill Surgery", role="contributes")


def plain_review(number: int = 1, at: str = "Wessenmere") -> RapidReview:
    """The rapid review of a notification that says nothing yet; quicker than `reviews.begun_review`."""
    return fresh(review_of(sent_notification(number, at, NOW)))


def called(review: RapidReview, at: datetime = AT, by: str = "Bea") -> Meeting:
    """A meeting that is called and nothing more."""
    return actions.call_meeting(
        review=review, by=person(by), purpose="The partners decide", at=at, where="Room 4", agenda="1. Why?", now=NOW
    )


def invited(meeting: Meeting, *people: Invited) -> list[Attendance]:
    """People put on its list."""
    actions.invite(meeting=meeting, by=person("Bea"), people=people or (DANA, MARA), now=NOW)
    return list(meeting.attendances.all())


def marked(meeting: Meeting, presence: str, *attendances: Attendance, by: str = "Bea", now: datetime = AFTER) -> int:
    """Everybody of these marked so, as from a page that was just opened."""
    marks = {one.pk: Mark(presence, Attendance.objects.get(pk=one.pk).presence) for one in attendances}
    return actions.mark_presence(meeting=meeting, by=person(by), marks=marks, now=now)


def held(meeting: Meeting, now: datetime = AFTER) -> int:
    """The meeting recorded as held with everybody on its list present."""
    marked(meeting, "present", *meeting.attendances.all(), now=now)
    return actions.hold_meeting(meeting=meeting, by=person("Bea"), now=now)


def action_of(meeting: Meeting, what: str = "Visit the school", by_when: date | None = None) -> MeetingAction:
    """Something that the meeting asked for."""
    agreed = [Agreed(what=what, owner="Head of service", by_when=by_when)]
    actions.add_actions(meeting=meeting, by=person("Bea"), agreed=agreed, now=NOW)
    return MeetingAction.objects.filter(meeting=meeting).latest("pk")


def written(meeting: Meeting, text: str, *, part: str = "notes", by: str = "Bea", seen: str | None = None) -> Meeting:
    """A text saved, as from a page that was just opened, or from one that had that digest."""
    fresh = Meeting.objects.get(pk=meeting.pk)
    opened = seen_text(fresh, part) if seen is None else seen
    return actions.write_text(meeting=meeting, part=part, by=person(by), text=text, seen=opened, now=AFTER)
