"""Somebody opened a page of the text."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import Reader, record


@transaction.atomic
def note_text_opened(*, by: Reader, review: RapidReview, what: str) -> None:
    """Keeps that a person opened a page of the text of a review that was fetched for them."""
    if not by.may(Permission.RAPID_REVIEW_DRAFT):
        raise PermissionDenied(f"needs {Permission.RAPID_REVIEW_DRAFT}")
    reference = review.notification.reference
    record("rapid_review.open_text", by=by, subject=("rapid_review", reference), case=reference, after={"page": what})
