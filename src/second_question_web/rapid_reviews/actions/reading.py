"""Somebody looked at a rapid review."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import Reader, record


@transaction.atomic
def note_read(*, by: Reader, review: RapidReview) -> None:
    """Keeps that a person opened the page of a rapid review that was fetched for them."""
    if not by.may(Permission.RAPID_REVIEW_READ):
        raise PermissionDenied(f"needs {Permission.RAPID_REVIEW_READ}")
    reference = review.notification.reference
    record("rapid_review.read", by=by, subject=("rapid_review", reference), case=reference)
