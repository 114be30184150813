"""Whether a review asks why until it meets the system, looks beyond the one case, and speaks to leaders (F1, L6, L10, L12)."""

from second_question.reading.appraisal.answers import Finding, graded
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review
from second_question.reading.words import SYSTEM

OWN_COURSE = frozenset({"reason", "method", "reviewer", "timescale", "spread", "key_questions", "decision"})
"""Parts about the review itself, in which “because” explains no practice."""
YES_SHARE, PARTLY_SHARE = 0.05, 0.012
"""Of the statements of a review, those that give a reason in the system."""


def _own_course(review: Review, unit: Unit) -> bool:
    """Whether it speaks of the review itself."""
    topics = review.topics_at(unit.start)
    return bool(topics & OWN_COURSE) and not topics & {"analysis", "learning"}


@reads("RR11", "LR10")
def why(review: Review) -> Finding:
    """Reasons that lie in the system around people, and again reasons behind them."""
    judged = [unit for unit in review.judging if len(review.said(unit).split()) >= 6]
    reasons = [unit for unit in judged if _gives_reason(review, unit)]
    systemic = [unit for unit in reasons if SYSTEM.search(review.said(unit))]
    again = [
        unit for unit in judged if review.has(unit, "why_again") or review.said(unit).lstrip("*_> ").startswith("why ")
    ]
    score = len(systemic) + len(again)
    needed = max(6.0, YES_SHARE * len(judged))
    answer = graded(score if again else min(score, needed - 1), needed, max(2.0, PARTLY_SHARE * len(judged)))
    return Finding(answer, review.quoted([*again[:2], *systemic, *reasons]))


def _gives_reason(review: Review, unit: Unit) -> bool:
    return review.has(unit, "why") and not _own_course(review, unit)


@reads("LR11")
def wider(review: Review) -> Finding:
    """Beyond the one case: whether the same is true for other children, with what it rests on."""
    found = [unit for unit in review.judging if review.has(unit, "wider") and not review.has(unit, "earlier")]
    looked = [unit for unit in found if not review.topics_at(unit.start) & (OWN_COURSE - {"method", "key_questions"})]
    return Finding(graded(len(looked), 3, 1), review.quoted(looked))


@reads("LR12")
def leaders(review: Review) -> Finding:
    """Leaders and senior managers as part of what happened, or as those who act; not only as members of a panel."""
    told = [unit for unit in review.judging if review.has(unit, "leaders") and not _own_course(review, unit)]
    asked = [
        one
        for one in review.recommendations
        if "who" in one.parts and _is_leader(review, one.parts["who"].start, one.parts["who"].end)
    ]
    score = len(told) + min(2, len(asked))
    return Finding(graded(score, 3, 1), (*review.quoted(told, 3), *(one.parts["who"] for one in asked[:2])))


def _is_leader(review: Review, start: int, end: int) -> bool:
    return review.has(Unit(start, end, 0), "leaders")
