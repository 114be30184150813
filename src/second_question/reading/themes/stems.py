"""The words of a text in their order, each with its stem, so that "shared", "sharing" and "share" are one."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import Any, NamedTuple

from second_question.reading.patterns import folded, straightened

EXACT = "="
"""In a form of words: the word after it stands for itself, not for its inflections ("=sexuality" is not "sexual")."""
GAP = "…"
"""In a form of words: up to `WIDEST_GAP` other words may stand here."""
WIDEST_GAP = 3

MOST_KNOWN = 50_000
"""Words that are kept with their stems: some 15 MB."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+|)")
_PSEUDONYM = re.compile(r"\b(?:Child|Baby|Infant|Sibling|Twin)[ \n](?:[A-Z]|\d{1,2})\b")
"""A name such as Child K says nothing of children, and Baby T nothing of babies."""
_BREAK = re.compile(r"[.!?;:•]|\n\s*\n")
_LONGEST_ABBREVIATION = 8


@dataclass(frozen=True)
class Words:
    """The words of a text. All but `text` have the same length.

    `stems`, and `exact` words in small letters; a word written in capitals stands in `capitals` too, so that IT is not "it";
    else that is empty. `sentences` tell in which sentence each word stands, from 0. `text` is what they were found in: every
    character of the text that was given is in its place there.
    """

    text: str
    stems: tuple[str, ...]
    exact: tuple[str, ...]
    capitals: tuple[str, ...]
    sentences: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.stems)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each word stands in the text; few ask for that."""
        return tuple(match.span() for match in _WORD.finditer(self.text))


class _Known(NamedTuple):
    """What there is to know of a word, wherever it stands."""

    stem: str
    exact: str
    capitals: str


def words_of(text: str) -> Words:
    """The words of a text."""
    plain = straightened(_PSEUDONYM.sub(lambda name: " " * len(name[0]), text))
    sentences = list(filter(None, map(_WORD.findall, _BREAK.split(plain))))
    known = list(map(_known, chain.from_iterable(sentences)))
    stems, exact, capitals = zip(*known, strict=True) if known else ((), (), ())
    numbers = tuple(number for number, sentence in enumerate(sentences) for _ in sentence)
    return Words(plain, stems, exact, capitals, numbers)


@lru_cache(maxsize=MOST_KNOWN)
def _known(word: str) -> _Known:
    small = folded(word)
    return _Known(_stem(small), small, word if _is_abbreviation(word) else "")


def form_of_words(form: str) -> tuple[str, ...]:
    """A form such as "voice of the child" as it is looked for: stems, abbreviations in capitals, gaps."""
    parts: list[str] = []
    for part in form.replace(GAP, f" {GAP} ").split():
        if part == GAP:
            parts.append(GAP)
        elif _is_abbreviation(part) or part.startswith(EXACT):
            parts.append(part)
        else:
            parts.extend(map(_stem, _WORD.findall(folded(part))))
    return tuple(parts)


def _stem(word: str) -> str:
    before, _, _ = word.partition("'")
    bare = before if len(before) > 1 else word
    stemmed: str = _stemmer().stemWord(bare)
    return stemmed


@cache
def _stemmer() -> Any:
    from Stemmer import Stemmer

    return Stemmer("english")


def _is_abbreviation(word: str) -> bool:
    return 1 < len(word) <= _LONGEST_ABBREVIATION and word.isalpha() and word.isupper()
