"""Rapid reviews for tests, begun as the journey begins them: an incident is recorded and sent. Everything is fictional.

It is Friday 20 November 2026 (`notifications.NOW`); the review is due on Friday 11 December. Rowan Thistlewood is the child.
"""

from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from tests.notifications import NOW, begun, sent

__all__ = ("NOW", "begun_review", "fresh", "record_of")


def begun_review(by: str = "Bea", at: str = "Wessenmere", start: str = "t1") -> RapidReview:
    """The rapid review of an incident in that partnership, as it stands when the notification was just sent."""
    notification = sent(begun(by, at, start), by=by)
    return RapidReview.objects.select_related("notification__partnership").get(notification=notification)


def fresh(review: RapidReview) -> RapidReview:
    """The review as it stands in the database now."""
    return RapidReview.objects.select_related("notification__partnership").get(pk=review.pk)


def record_of(review: RapidReview, kind: str = "review", place: int = 1) -> ReviewRecord:
    """One of the review's own records."""
    return ReviewRecord.objects.get(review=review, kind=kind, place=place, request=None)
