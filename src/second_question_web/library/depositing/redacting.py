"""A copy of a deposited file without what names the area, made on wish and checked like any other file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from second_question.exchange.redaction import Plan
from second_question_web.library.depositing.naming import Names

MARK = "[area]"


NONE = Names(())


@dataclass(frozen=True)
class PlacePlan(Plan):
    """Takes out whatever names a place, wherever it stands."""

    names: Names = NONE

    def spans(self, text: str) -> list[tuple[int, int, str]]:
        """The stretches to take out, with the mark in their place."""
        return [(one.start, one.end, MARK) for one in self.names.found_in(text)]


def plan_without(names: Names, also: Sequence[str]) -> PlacePlan:
    """The plan to take out the names of a place, and what else was chosen."""
    return PlacePlan(None, frozenset(), (), names=replace(names, also=tuple(also)))
