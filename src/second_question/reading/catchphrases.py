"""Catchphrases in a text, each with the question that it leaves open (F2). One pass over the text with one pattern."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from second_question.reading.patterns import folded, one_pattern
from second_question.rules.phrases import PHRASES, Catchphrase

_NEXT_WORD = re.compile(r"[ \u00a0-]([^\W\d_])")


@dataclass(frozen=True)
class FoundPhrase:
    """A catchphrase where it stands: `text[start:end]` are the words as written, `phrase` is what the list calls it."""

    phrase: str
    start: int
    end: int
    question: str
    id: str
    source: str


def phrases_in(text: str) -> list[FoundPhrase]:
    """Every catchphrase of the text, in the order in which they stand."""
    return list(_found(text))


def _found(text: str) -> Iterator[FoundPhrase]:
    small = folded(text)
    pattern, phrases = _pattern()
    for match in pattern.finditer(small):
        phrase = phrases[(match.lastindex or 1) - 1]
        start, end = match.span()
        if not small.endswith(phrase.not_after, 0, start) and not _in_a_name(text, start, end):
            yield FoundPhrase(phrase.phrase, start, end, phrase.question, phrase.id, phrase.source)


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[Catchphrase, ...]]:
    return one_pattern((form, phrase) for phrase in PHRASES for form in phrase.forms)


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether it is one word of a name, as in the Thriving Families Team."""
    if not text[start].isupper() or text[start:end].isupper() or not text[start:end].isalpha():
        return False
    following = _NEXT_WORD.match(text, end)
    return following is not None and following[1].isupper()
