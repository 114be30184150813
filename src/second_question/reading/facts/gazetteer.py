"""The names of areas, and the local authorities that each name stands for on a given day."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from second_question.reading.facts.wordlists import data
from second_question.reading.patterns import folded, one_pattern
from second_question.reference.areas import LocalAuthority, all_local_authorities, successors

_CONNECTED = {" and ": " (?:and|&) ", ", ": ",? "}


@dataclass(frozen=True)
class Place:
    """A name of an area: the official names of the authorities it stands for, or the code of another nation."""

    authorities: tuple[str, ...] = ()
    nation: str = ""


@dataclass(frozen=True)
class Gazetteer:
    """Names to look for, as one pattern, and what each stands for."""

    pattern: re.Pattern[str]
    places: tuple[Place, ...]

    def of(self, match: re.Match[str]) -> Place:
        """What a match of the pattern stands for."""
        if match.lastindex is None:
            raise ValueError("No name was matched.")
        return self.places[match.lastindex - 1]


@cache
def gazetteer() -> Gazetteer:
    """Names of local authorities, joint areas and areas of the other nations."""
    return _gazetteer(_names() | _joint(("joint", "partnerships")) | _of_nations())


@cache
def coroner_areas() -> Gazetteer:
    """The same, as coroners' areas use them."""
    return _gazetteer(_names() | _joint(("joint", "coroner_areas")) | _of_nations())


def nations() -> dict[str, str]:
    """The other nations of the United Kingdom, by code."""
    return dict(data("areas")["nations"])


def codes(names: Iterable[str], on: date | None) -> tuple[str, ...]:
    """The codes of those official names on that day, or the latest where there is no day; in alphabetical order of name."""
    found = [code for name in sorted(set(names)) for code in _codes_of(name, on)]
    return tuple(dict.fromkeys(found))


def _codes_of(name: str, on: date | None) -> list[str]:
    same = sorted((each for each in all_local_authorities() if each.name == name), key=lambda each: each.operative_from)
    if on is None:
        return [same[-1].code]
    in_force = [each for each in same if each.in_force(on)]
    if in_force:
        return [in_force[-1].code]
    before = [each for each in same if each.operative_from <= on]
    return [later.code for later in successors(before[-1].code, on)] if before else _earlier(same[0], on)


def _earlier(authority: LocalAuthority, on: date) -> list[str]:
    """An area older than its code: the authorities that it took over from, or the first of its codes."""
    former = [each.code for each in all_local_authorities() if authority.code in each.successors and each.in_force(on)]
    return former or [authority.code]


def _names() -> dict[str, Place]:
    official = {folded(each.name): Place((each.name,)) for each in all_local_authorities()}
    return official | {name: Place(tuple(stands_for)) for name, stands_for in data("areas")["other_names"].items()}


def _joint(parts: Iterable[str]) -> dict[str, Place]:
    return {name: Place(tuple(stands_for)) for part in parts for name, stands_for in data("areas")[part].items()}


def _of_nations() -> dict[str, Place]:
    return {name: Place(nation=code) for code, names in data("areas")["places_of_nations"].items() for name in names}


def _gazetteer(names: dict[str, Place]) -> Gazetteer:
    longest_first = sorted(names.items(), key=lambda one: -len(one[0]))
    pattern, places = one_pattern((_form(name), place) for name, place in longest_first)
    return Gazetteer(pattern, places)


def _form(name: str) -> str:
    form = re.escape(folded(name)).replace(r"\ ", " ").replace(r"\-", " ").replace(r"\&", "&")
    for written, also in _CONNECTED.items():
        form = form.replace(written, also)
    return form
