"""Whether a review asks why until it meets the system, looks beyond the one case, and speaks to leaders (F1, L6, L10, L12)."""

from second_question.reading.appraisal.answers import Answer, Finding, graded
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review
from second_question.reading.words import REASON, SYSTEM

OWN_COURSE = frozenset({"reason", "method", "reviewer", "timescale", "spread", "key_questions", "decision"})
"""Parts about the review itself, in which “because” explains no practice."""
MUCH, SOME = 0.25, 0.05
"""Of the statements that judge: reasons of every strength in a review that explains, strong ones in one that begins to."""
WIDER = ("wider", "wider_counted")
FEW, FEWEST = 5, 3
"""Strong reasons, or questions why, that a review needs however short it is."""


@reads("RR11", "LR10")
def why(review: Review) -> Finding:
    """Reasons throughout, some of them in the system around people, and again reasons behind them."""
    judged = [unit for unit in review.judging if _judges(review, unit)]
    loose = [unit for unit in judged if REASON.search(review.said(unit))]
    strong = [unit for unit in judged if review.has(unit, "why")]
    systemic = [unit for unit in loose if SYSTEM.search(review.said(unit))]
    again = [unit for unit in judged if _asks_again(review, unit)]
    asked = FEW - FEWEST if _has_part_on_why(review, loose) else 0
    full = len(loose) + len(strong) + len(again) >= MUCH * len(judged) and len({*strong, *again}) + asked >= FEW
    explains = full and (systemic or len(again) > 1)
    begins = len(strong) >= max(FEWEST + 1, SOME * len(judged)) or len(systemic) >= FEWEST
    answer = Answer.YES if explains else Answer.PARTLY if begins else Answer.NO
    return Finding(answer, review.quoted([*again[:2], *systemic, *strong]))


def _has_part_on_why(review: Review, reasons: list[Unit]) -> bool:
    """A part with “why” in its heading that gives at least two reasons."""
    parts = [one for one in review.sections if "why" in one.title.split()]
    return any(sum(part.start <= unit.start < part.end for unit in reasons) > 1 for part in parts)


def _judges(review: Review, unit: Unit) -> bool:
    """A sentence of some length about practice, not about the review's own course."""
    listed = bool(review.document.blocks[unit.block].rows)
    return len(review.said(unit).split()) >= 6 and not listed and not _own_course(review, unit)


def _asks_again(review: Review, unit: Unit) -> bool:
    return review.has(unit, "why_again") or "why " in review.said(unit)


def _own_course(review: Review, unit: Unit) -> bool:
    """Whether it speaks of the review itself."""
    topics = review.topics_at(unit.start)
    return bool(topics & OWN_COURSE) and not topics & {"analysis", "learning"}


@reads("LR11")
def wider(review: Review) -> Finding:
    """Beyond the one case: whether the same is true for other children, with what it rests on."""
    found = [unit for unit in review.judging if review.has(unit, *WIDER) and not _is_elsewhere(review, unit)]
    looked = [unit for unit in found if not review.topics_at(unit.start) & (OWN_COURSE - {"method", "key_questions"})]
    counted = [unit for unit in looked if review.has(unit, "wider_counted")]
    return Finding(graded(len(looked) + len(counted), 2, 1), review.quoted([*counted, *looked]))


def _is_elsewhere(review: Review, unit: Unit) -> bool:
    """In a part about earlier reviews, or a row of a table."""
    return "earlier" in review.topics_at(unit.start) or bool(review.document.blocks[unit.block].rows)


@reads("LR12")
def leaders(review: Review) -> Finding:
    """Leaders and senior managers as part of what happened, or as those who act; not only as members of a panel."""
    spoken = [unit for unit in review.judging if review.has(unit, "leaders") and not review.has(unit, "action_plan")]
    told = [unit for unit in spoken if len(review.said(unit).split()) >= FEW and not _own_course(review, unit)]
    asked = [
        one
        for one in review.recommendations
        if "who" in one.parts and _is_leader(review, one.parts["who"].start, one.parts["who"].end)
    ]
    score = len(told) + min(2, len(asked))
    return Finding(graded(score, 3, 1), (*review.quoted(told, 3), *(one.parts["who"] for one in asked[:2])))


def _is_leader(review: Review, start: int, end: int) -> bool:
    return review.has(Unit(start, end, 0), "leaders")
