"""Where a text names the place that it comes from: the area, its authorities and organisations, by any of their names.

A document whose area is withheld may not be open to everybody while it does.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from second_question.reading.facts.wordlists import data
from second_question.reading.identities.lists import lists
from second_question.reading.identities.words import key_of
from second_question.reading.patterns import folded
from second_question_web.library.depositing.generic_words import GENERIC

TELLING = 5
"""Letters of a name that is looked for inside other words too: in addresses of the web, with endings."""
ACRONYM = 3
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_BETWEEN = r"[\s,-]+"
_IN_A_WORD = re.compile(r"[\w@.-]\w")
_BEFORE, _AFTER = re.compile(r"[\w@:/.-]*$"), re.compile(r"(?:[@:/.-]*\w+)*")
LONGEST_WORD = 200


@dataclass(frozen=True)
class Naming:
    """A place of a text that names where it comes from: `text[start:end]`; `name` is the name that is meant."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class Names:
    """The names of a place. All are looked for as they are; of the `full` ones the telling words alone too."""

    full: tuple[str, ...]
    regions: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def found_in(self, text: str) -> list[Naming]:
        """Every place that names it, in order and without overlaps; of an address of the web all of it."""
        found: list[Naming] = []
        for one in sorted(self._matches(text), key=lambda one: (one.start, -one.end)):
            if not found or one.start >= found[-1].end:
                found.append(_whole(text, one))
        return found

    def are_in(self, text: str) -> bool:
        """Whether it is named anywhere."""
        return any(True for _ in self._matches(text))

    def _matches(self, text: str) -> Iterator[Naming]:
        small = folded(text)
        for pattern, name in self._patterns:
            for match in pattern.finditer(small):
                yield Naming(match.start(), match.end(), name)
        for pattern, name in self._acronyms:
            for match in pattern.finditer(text):
                yield Naming(match.start(), match.end(), name)

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        forms: dict[str, str] = {}
        for name in (*self.full, *self.regions, *self.also):
            forms.setdefault(folded(name), name)
        for name in self.full:
            for core in _cores(name):
                forms.setdefault(core, name)
        return [(_pattern(form), name) for form, name in forms.items() if _WORD.search(form)]

    @cached_property
    def _acronyms(self) -> list[tuple[re.Pattern[str], str]]:
        """WSCP for a safeguarding children partnership: in capitals only."""
        found: dict[str, str] = {}
        for name in self.full:
            letters = "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
            if "Safeguarding" in name and len(letters) >= ACRONYM:
                found.setdefault(letters, name)
        return [(re.compile(rf"\b{letters}\b"), name) for letters, name in found.items()]


def names_of_place(names: Iterable[str], authorities: Sequence[str], regions: Iterable[str]) -> Names:
    """All names of a place.

    Args:
        names: as the area and its organisations are called.
        authorities: official names of its local authorities; what else these are called is added.
        regions: that it lies in.
    """
    full = [name.strip() for name in (*names, *authorities) if name.strip()]
    also = (called for called, official in data("areas")["other_names"].items() if set(official) & set(authorities))
    return Names(tuple(dict.fromkeys([*full, *also])), tuple(dict.fromkeys(filter(None, regions))))


def _whole(text: str, one: Naming) -> Naming:
    """All of the word that a name is a part of: wessenmere-scp.org.uk."""
    start, end = one.start, one.end
    if _IN_A_WORD.match(text, end) or (start and _IN_A_WORD.match(text, start - 1)):
        before = _BEFORE.search(text, max(0, start - LONGEST_WORD), start)
        after = _AFTER.match(text, end)
        start, end = before.start() if before else start, after.end() if after else end
    return Naming(start, end, one.name)


def _cores(name: str) -> Iterator[str]:
    """The words of a name that tell which place is meant: of Wessen Valley Police, Wessen Valley."""
    run: list[str] = []
    for word in [*_WORD.findall(folded(name)), ""]:
        if word and word not in GENERIC:
            run.append(word)
            continue
        if any(key_of(one) not in lists().ordinary for one in run):
            yield " ".join(run)
        run = []


def _pattern(form: str) -> re.Pattern[str]:
    words = _WORD.findall(form)
    inside = _BETWEEN.join(map(re.escape, words))
    if len(words) == 1 and len(words[0]) >= TELLING:
        return re.compile(inside)
    return re.compile(rf"(?<![^\W_]){inside}(?![^\W_])")
