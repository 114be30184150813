"""The field's abbreviations and synonyms: which words stand for one another, with where that is said. Data in `data/`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from second_question.library.words import stems_of

WEIGHT = {"abbreviation": 0.9, "same": 0.7}
"""How much another form counts beside the one that was asked for."""


@dataclass(frozen=True)
class Meaning:
    """Forms of words that stand for one another; `kind` is `abbreviation` or `same`."""

    forms: tuple[str, ...]
    kind: str
    source: str

    def others(self, said: Sequence[str]) -> tuple[str, ...]:
        """The other forms; `said` are the stems of one."""
        found = {stems_of(form): form for form in self.forms}
        return tuple(form for stems, form in found.items() if stems != tuple(said))


@dataclass(frozen=True)
class Vocabulary:
    """Meanings by the stems of their forms."""

    by_stems: Mapping[tuple[str, ...], Meaning]
    longest: int

    def at(self, stems: Sequence[str], start: int) -> tuple[int, Meaning] | None:
        """The longest form that begins there: how many stems it has, and its meaning."""
        for length in range(min(self.longest, len(stems) - start), 0, -1):
            meaning = self.by_stems.get(tuple(stems[start : start + length]))
            if meaning:
                return length, meaning
        return None


@cache
def vocabulary() -> Vocabulary:
    """The one that comes with the program."""
    by_stems = {stems_of(form): meaning for meaning in meanings() for form in meaning.forms}
    return Vocabulary(by_stems, max(map(len, by_stems)))


def meanings() -> Iterator[Meaning]:
    """Every meaning, in the order of the file."""
    data = tomllib.loads((files("second_question.library") / "data" / "vocabulary.toml").read_text(encoding="utf-8"))
    for entry in data["entry"]:
        yield Meaning(tuple(entry["forms"]), entry["kind"], entry["source"])
