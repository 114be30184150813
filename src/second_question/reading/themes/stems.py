"""The words of a text in their order, each with its stem, so that "shared", "sharing" and "share" are one."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, repeat
from typing import Any

from second_question.reading.patterns import folded

EXACT = "="
"""In a form of words: the word after it stands for itself, not for its inflections ("=sexuality" is not "sexual")."""
GAP = "…"
"""In a form of words: up to `WIDEST_GAP` other words may stand here."""
WIDEST_GAP = 3

_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?")
_PSEUDONYM = re.compile(r"\b(?:Child|Baby|Infant|Sibling|Twin)[ \n](?:[A-Z]|\d{1,2})\b")
"""A name such as Child K says nothing of children, and Baby T nothing of babies."""
_BREAK = re.compile(r"[.!?;:•]|\n\s*\n")
_LONGEST_ABBREVIATION = 8


@dataclass(frozen=True)
class Words:
    """The words of a text. All five have the same length.

    `stems`, and `exact` words in small letters; a word written in capitals stands in `capitals` too, so that IT is not "it";
    else that is empty.
    `spans` are offsets into the text. `sentences` tell in which sentence each word stands, from 0.
    """

    stems: tuple[str, ...]
    exact: tuple[str, ...]
    capitals: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.stems)


def words_of(text: str) -> Words:
    """The words of a text."""
    small = folded(_PSEUDONYM.sub(lambda name: " " * len(name[0]), text))
    found = list(_WORD.finditer(small))
    spans = tuple(match.span() for match in found)
    exact = tuple(match.group() for match in found)
    return Words(
        _stems(exact),
        exact,
        tuple(_capitals(text, *span) if text[span[0]].isupper() else "" for span in spans),
        spans,
        tuple(_sentences(small, spans)),
    )


def form_of_words(form: str) -> tuple[str, ...]:
    """A form such as "voice of the child" as it is looked for: stems, abbreviations in capitals, gaps."""
    parts: list[str] = []
    for part in form.replace(GAP, f" {GAP} ").split():
        if part == GAP:
            parts.append(GAP)
        elif _is_abbreviation(part) or part.startswith(EXACT):
            parts.append(part)
        else:
            parts.extend(_stems(_WORD.findall(folded(part))))
    return tuple(parts)


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_stem, words))


@cache
def _stem(word: str) -> str:
    before, _, _ = word.partition("'")
    bare = before if len(before) > 1 else word
    stemmed: str = _stemmer().stemWord(bare)
    return stemmed


@cache
def _stemmer() -> Any:
    from Stemmer import Stemmer

    return Stemmer("english")


def _capitals(text: str, start: int, end: int) -> str:
    word = text[start:end]
    return word if _is_abbreviation(word) else ""


def _is_abbreviation(word: str) -> bool:
    return 1 < len(word) <= _LONGEST_ABBREVIATION and word.isalpha() and word.isupper()


def _sentences(small: str, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """A break begins a sentence with the word behind it, if there is one before it too."""
    starts = [start for start, _ in spans]
    begun = sorted({bisect(starts, match.start()) for match in _BREAK.finditer(small)} - {0, len(starts)})
    for number, (first, end) in enumerate(pairwise([0, *begun, len(starts)])):
        yield from repeat(number, end - first)
