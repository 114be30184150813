"""What the command `library search` says of filters that nothing can meet."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from second_question.commands.registry import InputProblems

if TYPE_CHECKING:
    from second_question.library.collection import Library

YEAR = "year"
SOME = 8
"""Values that are named."""


def refuse_what_is_no_year(values: Sequence[str]) -> None:
    """Let only years through.

    Raises:
        InputProblems: one is no year and no stretch of years.
    """
    from second_question.library.filing import years_in

    wrong = [value for value in values if years_in(value) is None]
    if wrong:
        told = "This is no year. Write 2019, 2019..2021, 2019.. or ..2021."
        raise InputProblems(*(f"--{YEAR} {value}: {told}" for value in wrong))


def filed_under_nothing(library: "Library", filters: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """A sentence for each value under which the library has nothing, with what it has, what contains the value first."""
    from second_question.library.access import OWNER
    from second_question.library.searching import Asked

    counts = library.search(Asked("", OWNER, limit=1)).counts
    for name, values in filters.items():
        there = counts.get(name, {})
        for value in values if name != YEAR else ():
            if value.casefold() not in map(str.casefold, there):
                alike = sorted(there, key=lambda one: value.casefold() not in one.casefold())
                yield f"--{name} {value}: The library has nothing of this {name}. It has: {_some(alike)}."


def _some(values: Sequence[str]) -> str:
    more = len(values) - SOME
    return ", ".join(values[:SOME]) + (f" and {more} more" if more > 0 else "") or "none"
