"""What of a review was sent, for the Panel: the newest version, and the decisions up to it. What is decided and not yet sent
is the partnership's own.
"""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from second_question.rules.template.content import ContentSignature
from second_question_web.incidents.scope import through
from second_question_web.rapid_reviews.content import decisions_of
from second_question_web.rapid_reviews.deciding.versions import content_in
from second_question_web.rapid_reviews.models import Decision, RapidReview, Version

HEAVY = ("content", "late_reason", "unsigned_reasons")
"""What a list of versions does not show, and need not decrypt."""


def newest_versions(reach: Q) -> QuerySet[Version]:
    """The newest version of each review within reach (`scope.reviews_for`); what was superseded is history."""
    newer = Version.objects.filter(review=OuterRef("review"), number__gt=OuterRef("number"))
    return Version.objects.filter(through("review", reach), ~Exists(newer))


def decisions_sent(review: RapidReview, versions: Sequence[Version]) -> list[Decision]:
    """The decisions that came with these versions or before them, the latest first, each with who signed it. Two queries."""
    last = max((version.decision.number for version in versions), default=0)
    return [decision for decision in reversed(decisions_of(review)) if decision.number <= last]


def signatures_sent(review: RapidReview) -> dict[int, Sequence[ContentSignature]]:
    """What each partner said as the Panel was sent it, by the key of the decision. One query.

    A signature that had lapsed by then is none here, whatever the rows say.
    """
    found = dict[int, Sequence[ContentSignature]]()
    for version in review.versions.order_by("number"):
        content = content_in(version)
        if content and content.decisions:
            found[version.decision_id] = content.decisions[-1].signatures
    return found


def decisions_with_advice(reach: Q) -> QuerySet[Decision]:
    """The decisions that were sent, of the reviews within reach in which one was taken after advice; review by review in
    their order.
    """
    of_same_review = Decision.objects.filter(review=OuterRef("review"), after_advice=True)
    sent = Version.objects.filter(review=OuterRef("review"), decision__number__gte=OuterRef("number"))
    found = Decision.objects.filter(through("review", reach), Exists(of_same_review), Exists(sent))
    return found.order_by("review", "number")
