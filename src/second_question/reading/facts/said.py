"""One fact with the passage that says it."""

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from second_question.documents.evidence import Evidence
from second_question.reading.facts.wordlists import data

Value = TypeVar("Value")


@dataclass(frozen=True)
class Said(Generic[Value]):
    """What a document says of itself, and where it says so."""

    value: Value
    evidence: Evidence


_SMALL = frozenset(data("words")["small"])
_STAY = frozenset(data("words")["stay"])


CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ſȘȚ]"
SMALL = "[a-zß-öø-ÿĀ-ſșț]"
"""Letters of names in the languages of Europe; those of the extended block stand in both."""

_CAPITALS = re.compile(r"\b[A-Z]{3,}(?: [A-Z]{2,})+\b")
"""Several words in capitals after one another."""


def with_capitals(text: str) -> str:
    """Words all in capitals with capitals only where names and words of a title have them; any other as they are."""
    if text.isupper() and len(text) > 3:
        words = [_word(word) for word in text.split()]
        return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])
    return _CAPITALS.sub(lambda run: with_capitals(run.group()), text)


def _word(word: str) -> str:
    bare = word.strip("()[],.:;‘’“”\"'")
    if bare in _STAY or any(letter.isdigit() for letter in bare) or (len(bare) <= 2 and bare.lower() not in _SMALL):
        return word
    small = word.lower()
    return small if bare.lower() in _SMALL else _capitalised(small)


def _capitalised(small: str) -> str:
    """Each part of a hyphened word too, but not what follows an apostrophe."""
    return re.sub(r"(?<!\w)(?<!\w[’'])[^\W\d_]", lambda letter: letter.group().upper(), small)


def squeezed(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(text.split())
