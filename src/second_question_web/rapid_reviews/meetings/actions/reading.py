"""Somebody looked at a meeting, or took its minutes or its calendar entry away."""

from django.core.exceptions import PermissionDenied

from second_question.rules.access import Permission
from second_question_web.rapid_reviews.meetings.actions.taking import case_of, subject_of
from second_question_web.rapid_reviews.models import Meeting, RapidReview
from second_question_web.trail.actions import Reader, record


def note_meetings_opened(*, by: Reader, review: RapidReview, what: str) -> None:
    """Keeps that a person opened the list of meetings or of actions of a review that was fetched for them."""
    _must_read(by)
    reference = review.notification.reference
    record("meeting.list", by=by, subject=(what, reference), case=reference)


def note_meeting_opened(*, by: Reader, meeting: Meeting, what: str = "") -> None:
    """Keeps that a person opened a page of a meeting that was fetched for them."""
    _must_read(by)
    record("meeting.open", by=by, subject=subject_of(meeting), case=case_of(meeting), after={"page": what})


def note_meeting_downloaded(*, by: Reader, meeting: Meeting, what: str) -> None:
    """Keeps that a person took the minutes or the calendar entry of a meeting away as a file."""
    _must_read(by)
    record("meeting.download", by=by, subject=subject_of(meeting), case=case_of(meeting), after={"file": what})


def _must_read(by: Reader) -> None:
    if not by.may(Permission.RAPID_REVIEW_DRAFT):
        raise PermissionDenied(f"needs {Permission.RAPID_REVIEW_DRAFT}")
