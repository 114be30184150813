"""How a review is worded: catchphrases without what they stand for (F2)."""

import re
from collections.abc import Iterator

from second_question.documents.document import Span
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review
from second_question.reading.catchphrases import FoundPhrase

FEW_PHRASES, MANY_PHRASES = 0, 4
"""Bare catchphrases that a careful review may have, and from which on they are its way of speaking."""

_QUOTES = "\"“”‘’'"
_SPECIFIC = re.compile(
    r"[“\"][^”\"]{8,}[”\"]|\b(?:for (?:example|instance)|noticed|observed|noted that|saw|showed|weighed)\b"
)


@reads("RR24", "LR24")
def catchphrases(review: Review) -> Finding:
    """No catchphrase without what it stands for."""
    bare = [phrase for phrase in review.phrases if not _is_backed(review, phrase)]
    answer = Answer.YES if len(bare) <= FEW_PHRASES else Answer.NO if len(bare) >= MANY_PHRASES else Answer.PARTLY
    spans = [Span(phrase.start, phrase.end) for phrase in bare]
    return Finding(answer, review.quoted(spans, 5) if answer is not Answer.YES else ())


def _is_backed(review: Review, phrase: FoundPhrase) -> bool:
    """Whether it is quoted from somebody, or stands beside a reason or something that was seen."""
    unit = review.unit_at(phrase.start)
    if unit is None or "aside" in review.topics_at(phrase.start):
        return True
    if review.topics_at(phrase.start) & {"recommendations", "action_plan"}:
        return False
    if review.text[phrase.start - 1 : phrase.start] in _QUOTES and phrase.start:
        return True
    return any(_explains(review, near) for near in _around(review, unit))


def _around(review: Review, unit: Unit) -> Iterator[Unit]:
    """The statement and those after and before it in the same block."""
    at = review.position_of(unit)
    for near in (at, at + 1, at - 1):
        if 0 <= near < len(review.units) and review.units[near].block == unit.block:
            yield review.units[near]


def _explains(review: Review, unit: Unit) -> bool:
    return review.has(unit, "why", "why_again", "voice", "said") or bool(
        _SPECIFIC.search(review.text, unit.start, unit.end)
    )
