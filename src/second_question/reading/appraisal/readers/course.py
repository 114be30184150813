"""Which statements of a review are about the review itself, and not about the child or the services (L3 to L9)."""

import re

from second_question.documents.document import BlockKind
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

PARTS = frozenset({"method", "reason", "reviewer", "timescale", "key_questions", "practitioners", "family_views"})
"""Topics of the parts in which a review tells of itself."""
NOT_HERE = frozenset({"recommendations", "action_plan", "spread", "chronology", "earlier"})
OPENING = 0.3
"""Of a report: where one without headings tells why and how it was made."""
SHORT = 1500
"""Characters of a text that are its opening in any case."""

OURSELVES = re.compile(
    r"\b(?:i|we|me|us|my|our|reviews?|reviewers?|lead reviewer|authors?|report|panel|review team|review group|case group)\b"
)
"""The review speaks of itself."""


def in_own_part(review: Review, unit: Unit) -> bool:
    """Whether it stands in a part about the review itself."""
    return bool(review.topics_at(unit.start) & PARTS)


def of_itself(review: Review) -> list[Unit]:
    """In order: what stands in those parts, and what the review says of itself elsewhere in its opening or by name."""
    return [
        unit
        for unit in review.units
        if review.document.blocks[unit.block].kind is not BlockKind.HEADING
        and (in_own_part(review, unit) or _speaks_of_itself(review, unit))
    ]


def _speaks_of_itself(review: Review, unit: Unit) -> bool:
    return not review.topics_at(unit.start) & NOT_HERE and OURSELVES.search(review.said(unit)) is not None


def in_opening(review: Review, unit: Unit) -> bool:
    """Whether it stands in the first part of the report; a short text is all opening."""
    return unit.start < max(SHORT, OPENING * len(review.text))
