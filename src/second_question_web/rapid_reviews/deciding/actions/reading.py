"""Somebody looked at a decision or a version, or took a copy of it away."""

from django.core.exceptions import PermissionDenied

from second_question.rules.access import Permission
from second_question_web.rapid_reviews.deciding.actions.common import subject_of
from second_question_web.rapid_reviews.models import RapidReview, Version
from second_question_web.trail.actions import Reader, record


def note_opened(*, by: Reader, review: RapidReview, what: str, permission: Permission) -> None:
    """Keeps that a person opened a part of a review that was fetched for them with this permission."""
    if not by.may(permission):
        raise PermissionDenied(f"needs {permission}")
    _, reference = subject_of(review)
    record("decision.open", by=by, subject=(what, reference), case=reference)


def note_version_opened(*, by: Reader, version: Version, what: str = "page") -> None:
    """Keeps that a person opened a version that was fetched for them, or took it away as a file."""
    if not by.may(Permission.RAPID_REVIEW_READ):
        raise PermissionDenied(f"needs {Permission.RAPID_REVIEW_READ}")
    reference = version.review.notification.reference
    subject = ("version", f"{version.number} of {reference}")
    record("version.open", by=by, subject=subject, case=reference, after={"as": what})
