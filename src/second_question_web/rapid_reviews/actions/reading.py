"""Somebody looked at a rapid review."""

from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.incidents.scope import must_reach
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import Actor, record


@transaction.atomic
def note_read(*, by: Actor, review: RapidReview) -> None:
    """Keeps that a person opened the rapid review's page."""
    must_reach(by, Permission.RAPID_REVIEW_READ, review.notification)
    reference = review.notification.reference
    record("rapid_review.read", by=by, subject=("rapid_review", reference), case=reference)
