"""What a panel of a home page shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from second_question_web.home.desk import A_LIST
from second_question_web.ui.components import Link, Status

MOST_READ = A_LIST + 1  # one more than a list shows, to know whether there are more


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing to look at, with where it is, something about it, and a status."""

    link: Link
    note: str = ""
    status: Status | None = None


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What a panel shows: a sentence, lines, or both. `all` leads to the whole list when there are more."""

    title: str
    lines: Sequence[Line] = ()
    words: str = ""
    all: Link | None = None


def listed(title: str, lines: list[Line], everything: Link | None) -> Shown | None:
    """The first ten lines, with a link to all of them when there are more; nothing when there is none."""
    if not lines:
        return None
    return Shown(title=title, lines=lines[:A_LIST], all=everything if len(lines) > A_LIST else None)
