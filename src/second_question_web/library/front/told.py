"""What the front says of the system of reviews: its stages, and guides for those who commission and conduct reviews.

Data in `data/`, each rule with its source. How long a stage may take is not written there: it is the clock of the rules.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from second_question.rules.clocks import Clock, clock
from second_question.rules.rulesets import ruleset_on

COMMISSION, CONDUCT = "commission", "conduct"
"""For whom a guide is: those who commission a review, or those who conduct it."""


@dataclass(frozen=True)
class Said:
    """Something that a source asks for. What is not `verified` is said of a document that nobody here has read."""

    said: str
    source: str
    verified: bool = True

    @property
    def from_where(self) -> str:
        """The source as a reader knows it."""
        return "This program’s own advice" if self.source == "ours" else self.source.replace("ours", "our own advice")


@dataclass(frozen=True)
class Stage:
    """One of the three stages: when, who, what it produces, why it matters (source: the Panel's page)."""

    id: str
    title: str
    what: str
    who: str
    produces: str
    why: str
    source: str
    clock: Clock
    rules: tuple[Said, ...]

    def verified(self, today: date) -> bool:
        """Whether its time was read in a source that speaks of the guidance of that day."""
        return self.clock.verified(ruleset_on(today).id)


@dataclass(frozen=True)
class Part:
    """A part of a guide."""

    title: str
    points: tuple[Said, ...]


@dataclass(frozen=True)
class Guide:
    """A page of advice. `group` is for whom it is."""

    id: str
    title: str
    about: str
    group: str
    parts: tuple[Part, ...]


@cache
def stages() -> tuple[Stage, ...]:
    """In the order in which a case meets them."""
    return tuple(map(_stage, _data("stages")["stage"]))


@cache
def guides() -> dict[str, Guide]:
    """By id, in the order of the file."""
    return {one["id"]: _guide(one) for one in _data("guides")["guide"]}


def _stage(values: Mapping[str, Any]) -> Stage:
    facts = {name: value for name, value in values.items() if name not in ("clock", "rule")}
    return Stage(**facts, clock=clock(values["clock"]), rules=_said(values["rule"]))


def _guide(values: Mapping[str, Any]) -> Guide:
    parts = tuple(Part(one["title"], _said(one["point"])) for one in values["part"])
    return Guide(values["id"], values["title"], values["about"], values["group"], parts)


def _said(values: list[dict[str, Any]]) -> tuple[Said, ...]:
    return tuple(Said(**one) for one in values)


def _data(name: str) -> dict[str, Any]:
    found = files("second_question_web.library.front") / "data" / f"{name}.toml"
    return tomllib.loads(found.read_text(encoding="utf-8"))
