"""The versions that were sent, for the Panel: which is the newest of each review, and what was decided before it."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from second_question_web.incidents.scope import through
from second_question_web.rapid_reviews.models import Decision, RapidReview, Version

HEAVY = ("content", "late_reason", "unsigned_reasons")
"""What a list of versions does not show, and need not decrypt."""


def newest_versions(reach: Q) -> QuerySet[Version]:
    """The newest version of each review within reach (`scope.reviews_for`); what was superseded is history."""
    newer = Version.objects.filter(review=OuterRef("review"), number__gt=OuterRef("number"))
    return Version.objects.filter(through("review", reach), ~Exists(newer))


def versions_of(review: RapidReview) -> list[Version]:
    """Every version of a review that was fetched for a person, the newest first, without the content. One query."""
    found = Version.objects.filter(review=review).select_related("decision", "word", "pdf")
    return list(found.defer(*HEAVY, "decision__why_changed").order_by("-number"))


def decisions_of(review: RapidReview) -> list[Decision]:
    """The decisions of a review that was fetched for a person, the latest first, each with who signed it. Two queries."""
    signed = Decision.objects.filter(review=review).prefetch_related("signatures__organisation")
    return list(signed.order_by("-number"))


def decisions_with_advice(reach: Q) -> QuerySet[Decision]:
    """Every decision of the reviews within reach in which one was taken after advice, review by review in their order."""
    advised = Decision.objects.filter(review=OuterRef("review"), after_advice=True)
    found = Decision.objects.filter(through("review", reach), Exists(advised))
    return found.defer("why_changed").order_by("review", "number")
