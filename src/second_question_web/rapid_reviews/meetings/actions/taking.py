"""What the actions on a meeting share: taking it for a change, and saying in the trail what it was."""

from datetime import datetime

from second_question.rules.access import Permission
from second_question.rules.workflow import RapidReviewState
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import Meeting, RapidReview
from second_question_web.rapid_reviews.scope import taken
from second_question_web.trail.actions import Actor

WRITE = Permission.RAPID_REVIEW_WRITE


def taken_review(by: Actor, review: RapidReview) -> RapidReview:
    """The review, locked, for somebody who may call its meetings.

    Partners also meet about what the Panel answered, so a meeting is possible as long as the review is not closed.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review is closed.
    """
    found = taken(by, WRITE, review)
    if found.state == RapidReviewState.CLOSED:
        raise NotNow("This rapid review is closed, because its notification was withdrawn. It has no further meetings.")
    return found


def taken_meeting(by: Actor, meeting: Meeting, *states: str) -> Meeting:
    """The meeting as it is now with its review, locked until the transaction ends, when it is in one of these states.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review is closed, or the meeting is in another state.
    """
    review = taken_review(by, meeting.review)
    found = Meeting.objects.select_for_update().get(pk=meeting.pk)
    found.review = review
    if found.state not in states:
        raise NotNow(
            f"Meeting {found.number} is {found.get_state_display().lower()}, so this cannot be changed any more."
        )
    return found


def touch(meeting: Meeting, by: Actor, now: datetime, *changed: str) -> None:
    """Notes who changed a meeting and when, and saves that with the changed fields."""
    meeting.version += 1
    meeting.changed_at, meeting.changed_by = now, by.trail_name
    meeting.save(update_fields=[*changed, "version", "changed_at", "changed_by"])


def subject_of(meeting: Meeting) -> tuple[str, str]:
    """What a trail row names as its thing."""
    return ("meeting", f"{meeting.number} of {meeting.review.notification.reference}")


def case_of(meeting: Meeting) -> str:
    """The reference of the case."""
    return meeting.review.notification.reference
