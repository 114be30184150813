"""How a review is worded: catchphrases without what they stand for, and words that identify somebody (F2, L11)."""

import re
from collections.abc import Iterator

from second_question.documents.document import Span
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.readers.lengths import full_dates
from second_question.reading.appraisal.registry import reads
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review
from second_question.reading.catchphrases import FoundPhrase

FEW_PHRASES, MANY_PHRASES = 0, 4
"""Bare catchphrases that a careful review may have, and from which on they are its way of speaking."""
MANY_DAYS = 12
"""Exact days of the family's life from which on a report lets it be found (S4)."""

AROUND = 120
"""Characters around an address or number that say whose it is."""

_WHERE_TO_WRITE = re.compile(
    r"\b(?:www|e-?mail|contact|enquir\w+|published by|licen[cs]e|copyright|telephone|website|crown)\b|@"
)
_QUOTES = "\"“”‘’'"
_SPECIFIC = re.compile(
    r"[“\"][^”\"]{8,}[”\"]|\b(?:for (?:example|instance)|noticed|observed|noted that|saw|showed|weighed)\b"
)
_IDENTIFIERS = (
    re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b"),
    re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"),
    re.compile(
        r"\b\d{1,4}[a-z]? (?:[A-Z][a-z]+ ){1,3}(?:Street|Road|Close|Lane|Avenue|Drive|Court|Way|Gardens|Terrace|Crescent|Place)\b"
    ),
    re.compile(
        r"(?i)\b(?:date of birth|dob|born on|was born on)(?: is| was)? ?:? ?(?:the )?\d{1,2}(?:st|nd|rd|th)?[ ./]"
    ),
    re.compile(r"(?i)not (?:protectively )?anonymised|unredacted|names will be (?:replaced|changed|removed)"),
    re.compile(
        r"\b(?:[Mm]other|[Ff]ather|[Mm]um|[Dd]ad|[Ss]tepfather|[Gg]randmother|[Pp]artner|[Bb]rothers?|"
        r"[Ss]isters?)\b(?:,| was| is)? "
        r"[A-Z][a-z]+ [A-Z][a-z]+\b"
    ),
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


@reads("LR23")
def publishable(review: Review) -> Finding:
    """Nobody is identified, and nothing intimate is told without need: numbers, addresses, births, names, exact days."""
    identifying = [Span(*match.span()) for pattern in _IDENTIFIERS for match in pattern.finditer(review.text)]
    identifying = [span for span in identifying if not _is_no_name(review, span)]
    days = full_dates(
        review, [Span(one.start, one.end) for one in review.about("circumstances", "incident", "chronology", "voice")]
    )
    intimate = review.with_marks("intimate")
    if identifying:
        return Finding(Answer.NO, review.quoted(identifying))
    if len(days) >= MANY_DAYS or len(intimate) >= 2:
        return Finding(Answer.PARTLY, (*review.quoted(days, 2), *review.quoted(intimate, 2)))
    return Finding(Answer.YES)


def _is_no_name(review: Review, span: Span) -> bool:
    """A person of the review itself, where to write to, or a group that is written like a name."""
    if review.topics_at(span.start) & {"reviewer", "participants"} or review.has(span, "ethnic_value"):
        return True
    around = review.small[max(0, span.start - AROUND) : span.end + AROUND]
    return bool(_WHERE_TO_WRITE.search(around)) and not review.has(
        Unit(span.start - AROUND, span.end + AROUND, 0), "child", "mother"
    )
