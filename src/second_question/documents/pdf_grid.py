"""Tables with ruled lines: which cell of which table a word stands in."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import neg

from second_question.documents.pdf_rules import Rule

NEAR = 3.0
"""Points: rules no further apart are one line; ends no further apart meet."""
COLUMNS = 2
MOST_RULES = 1_000


@dataclass
class Grid:
    """A ruled table. `columns` are the x of its upright lines from the left, `rows` the y of its level lines from the top."""

    columns: list[float]
    rows: list[float]
    rules: list[Rule] = field(repr=False)
    _stretches: dict[tuple[bool, float], list[tuple[float, float]]] = field(
        default_factory=dict, init=False, repr=False
    )

    def cell_of(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of a point, from 0; None outside. In a cell over several rows or columns, its first ones."""
        if not (self.columns[0] < x < self.columns[-1] and self.rows[-1] < y < self.rows[0]):
            return None
        column = bisect_left(self.columns, x) - 1
        row = bisect_left(self.rows, -y, key=neg) - 1
        while column and not self._has(True, self.columns[column], y):
            column -= 1
        while row and not self._has(False, self.rows[row], x):
            row -= 1
        return row, column

    def is_undivided(self, row: int) -> bool:
        """Whether no upright line stands inside that row."""
        middle = (self.rows[row] + self.rows[row + 1]) / 2
        return not any(self._has(True, column, middle) for column in self.columns[1:-1])

    def _has(self, upright: bool, at: float, across: float) -> bool:
        """Whether a line stands there at that height, or at that width."""
        stretches = self._stretches.get((upright, at))
        if stretches is None:
            near = [rule for rule in self.rules if rule.upright is upright and abs(rule.at - at) <= NEAR]
            self._stretches[upright, at] = stretches = [(rule.start - NEAR, rule.end + NEAR) for rule in near]
        return any(start <= across <= end for start, end in stretches)


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """The ruled tables of a page: lines that meet, with at least two columns. A page full of lines is a drawing."""
    if len(rules) > MOST_RULES:
        return []
    return [grid for lines in _that_meet(rules) if (grid := _grid(lines)) is not None]


def _grid(rules: list[Rule]) -> Grid | None:
    level = [rule for rule in rules if not rule.upright]
    if not level:
        return None
    sides = [min(rule.start for rule in level), max(rule.end for rule in level)]
    columns = _apart([*(rule.at for rule in rules if rule.upright), *sides])
    rows = _apart([rule.at for rule in level])[::-1]
    has_inner = any(rule.upright and columns[0] + NEAR < rule.at < columns[-1] - NEAR for rule in rules)
    return Grid(columns, rows, rules) if has_inner and len(rows) >= COLUMNS and len(columns) > COLUMNS else None


def _apart(places: Sequence[float]) -> list[float]:
    """The places in order, with those that are one line taken once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > NEAR:
            kept.append(place)
    return kept


def _that_meet(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that hang together."""
    groups: list[list[Rule]] = []
    for rule in rules:
        near = [group for group in groups if any(_meet(rule, other) for other in group)]
        joined = [rule, *(other for group in near for other in group)]
        groups = [group for group in groups if not any(group is one for one in near)]
        groups.append(joined)
    return groups


def _meet(one: Rule, other: Rule) -> bool:
    if one.upright is other.upright:
        return abs(one.at - other.at) <= NEAR and one.start - NEAR <= other.end and other.start - NEAR <= one.end
    return other.start - NEAR <= one.at <= other.end + NEAR and one.start - NEAR <= other.at <= one.end + NEAR
