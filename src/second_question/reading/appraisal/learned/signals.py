"""What is counted for an item: statements with words of some groups, words in some parts, marks, parts of recommendations."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from math import log1p

from second_question.documents.document import Span
from second_question.reading.appraisal.learned.words import GROUPS
from second_question.reading.appraisal.report import Unit
from second_question.reading.appraisal.review import Review

WORDS_OF_A_STATEMENT = 20
OPENING = 0.3
"""Of the statements: where a report says why and how it was made."""
FEWEST = 5
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]*")
_QUOTED = re.compile(r"[“\"][^”\"\n]{10,}[”\"]|(?<!\w)['‘][^'’\n]{10,}['’](?!\w)")
_NAMED = re.compile(r"\b(?:Dr|Mrs?|Ms|Miss|DI|DCI|DS|PC|[A-Z][a-z]+) [A-Z][a-z'’]+\b")
_LONGEST_ENTRY = 40
QUOTED, ASKS, NAMES_CHILD, NAMES_SOMEBODY = "quoted", "asks", "names child", "names somebody"
_FLAGS = (QUOTED, ASKS, NAMES_CHILD, NAMES_SOMEBODY)
_BITS = {name: 1 << number for number, name in enumerate((*GROUPS, *_FLAGS))}


class Counted:
    """A review with, for each statement, which groups of words it has; each word of the text is looked at once."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.units = review.units
        self._bits: dict[str, int] = {}

    @cached_property
    def masks(self) -> list[int]:
        """For each statement, a bit for each group with a word in it, and for a quotation, a question or a name."""
        return [self._mask(unit) for unit in self.units]

    @cached_property
    def topics(self) -> list[frozenset[str]]:
        """What the parts around each statement are about."""
        return [self.review.topics_at(unit.start) for unit in self.units]

    def _mask(self, unit: Unit) -> int:
        said = self.review.said(unit)
        mask = 0
        for word in _WORD.findall(said):
            if word not in self._bits:
                self._bits[word] = _groups_of(word)
            mask |= self._bits[word]
            mask |= _BITS[NAMES_CHILD] if word in self._called else 0
        mask |= _BITS[QUOTED] if _QUOTED.search(said) else 0
        mask |= _BITS[ASKS] if said.rstrip(' *_\t”"').endswith("?") else 0
        short = unit.end - unit.start < 10 * _LONGEST_ENTRY
        return mask | (_BITS[NAMES_SOMEBODY] if short and _NAMED.search(self.review.text, unit.start, unit.end) else 0)

    @cached_property
    def _called(self) -> frozenset[str]:
        return frozenset(name for name in self.review.called_names if len(name) > 1)


@cache
def _forms() -> tuple[dict[str, int], dict[str, int]]:
    """Whole words, and beginnings of words, with the bits of their groups."""
    whole: dict[str, int] = {}
    begun: dict[str, int] = {}
    for name, words in GROUPS.items():
        for word in words.split():
            kept, form = (begun, word[:-1]) if word.endswith("*") else (whole, word)
            kept[form] = kept.get(form, 0) | _BITS[name]
    return whole, begun


@cache
def _groups_of(word: str) -> int:
    whole, begun = _forms()
    bits = whole.get(word, 0)
    for end in range(3, len(word) + 1):
        bits |= begun.get(word[:end], 0)
    return bits


@dataclass(frozen=True)
class Signal:
    """A count in a logarithm or a share; `units` are the statements that were counted, where statements are."""

    value: Callable[[Counted], float]
    units: Callable[[Counted], list[Unit]] = lambda _counted: []


def said(
    *groups: str, inside: str = "", outside: str = "", opening: bool = False, share: bool = False, less: bool = False
) -> Signal:
    """Statements with a word of each group. `inside` and `outside` are topics; `less`: the fewer the better."""
    bits = sum(_BITS[group] for group in groups)
    within, without = frozenset(inside.split()), frozenset(outside.split())

    def found(counted: Counted) -> list[Unit]:
        last = max(FEWEST, int(OPENING * len(counted.units))) if opening else len(counted.units)
        return [
            unit
            for unit, mask, topics in zip(counted.units[:last], counted.masks, counted.topics, strict=False)
            if mask & bits == bits and (not within or topics & within) and not topics & without
        ]

    def value(counted: Counted) -> float:
        count = len(found(counted))
        told = 5 * count / max(1, len(counted.units)) if share else log1p(count)
        return -told if less else told

    return Signal(value, (lambda _counted: []) if less else found)


def words_about(*topics: str, less: bool = False) -> Signal:
    """How many words stand in parts about these topics."""

    def value(counted: Counted) -> float:
        told = log1p(counted.review.count(counted.review.about(*topics)) / WORDS_OF_A_STATEMENT)
        return -told if less else told

    return Signal(value)


def marks(*names: str, less: bool = False) -> Signal:
    """Statements with one of these marks of the vocabulary."""

    def found(counted: Counted) -> list[Unit]:
        return counted.review.with_marks(*names)

    def value(counted: Counted) -> float:
        told = log1p(len(found(counted)))
        return -told if less else told

    return Signal(value, (lambda _counted: []) if less else found)


def kinds_of_marks(*beginnings: str) -> Signal:
    """How many different marks with these names or beginnings of names there are."""
    return Signal(lambda counted: len(_beginning(counted.review.hits, beginnings)) / 3)


def _beginning(names: Iterable[str], beginnings: tuple[str, ...]) -> list[str]:
    return [name for name in names if name.startswith(beginnings)]


def recommend(part: str) -> Signal:
    """Share of the recommendations that say this part."""

    def value(counted: Counted) -> float:
        found = counted.review.recommendations
        return 3 * sum(part in one.parts for one in found) / max(1, len(found))

    return Signal(value)


def recommend_words(group: str) -> Signal:
    """Share of the recommendations with a word of that group."""

    def value(counted: Counted) -> float:
        found = counted.review.recommendations
        return (
            3
            * sum(_has(counted.review.said(Span(one.said.start, one.said.end)), group) for one in found)
            / max(1, len(found))
        )

    return Signal(value)


def _has(text: str, group: str) -> bool:
    return any(_groups_of(word) & _BITS[group] for word in _WORD.findall(text))


def of(value: Callable[[Review], float]) -> Signal:
    """Anything else that is counted about the whole review."""
    return Signal(lambda counted: value(counted.review))
