"""Somebody looked at the history of a review, or took events away as a file."""

from django.core.exceptions import PermissionDenied

from second_question.rules.access import Permission
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import Reader, record


def note_history_opened(*, by: Reader, review: RapidReview) -> None:
    """Keeps that a person opened the history of a review that was fetched for them."""
    _must(by, Permission.RAPID_REVIEW_DRAFT)
    reference = review.notification.reference
    record("history.open", by=by, subject=("rapid_review", reference), case=reference)


def note_history_downloaded(*, by: Reader, review: RapidReview) -> None:
    """Keeps that a person took the history of a review away as a file."""
    _must(by, Permission.RAPID_REVIEW_DRAFT)
    reference = review.notification.reference
    record("history.download", by=by, subject=("rapid_review", reference), case=reference)


def note_events_downloaded(*, by: Reader, count: int) -> None:
    """Keeps that a person took the events of all reviews within reach away, and of how many reviews."""
    _must(by, Permission.RAPID_REVIEW_EVENTS)
    record("history.download_all", by=by, subject=("events", ""), after={"reviews": count})


def _must(by: Reader, permission: Permission) -> None:
    if not by.may(permission):
        raise PermissionDenied(f"needs {permission}")
