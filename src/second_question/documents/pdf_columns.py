"""Columns of text on a page: where each ends on the right."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from second_question.documents.pdf_lines import Line

STEP = 4.0
"""Points: how finely a page is looked at for a stretch that hardly any line crosses."""
MARGIN = 0.2
"""Of the width of the text: no gutter is looked for so near its edges."""
CROSSED = 0.15
"""Of the most lines beside each other: a gutter is crossed by no more, by titles over both columns."""
FULL = 0.75
"""Of the width of its column: a line of running text reaches so far."""
MOST = 0.4
"""Of the pages: in a document that is set in columns, so many have enough text to tell."""
FEWEST = 8
"""Lines on each side of a gutter; with fewer it is a gap in a list or a table."""


class Columns:
    """The columns of one page."""

    def __init__(self, lines: Sequence[Line], gutters: Sequence[float]) -> None:
        self.gutters = gutters
        self._rights: dict[tuple[int, int], float] = {}
        self._lefts: dict[int, float] = {}
        for line in lines:
            place = self._place(line)
            self._lefts[place[0]] = min(self._lefts.get(place[0], line.x0), line.x0)
            self._rights[place] = max(self._rights.get(place, 0.0), line.x1)

    def right_of(self, line: Line) -> float:
        """How far to the right the column reaches in which the line stands."""
        return self._rights[self._place(line)]

    def indent_of(self, line: Line) -> float:
        """Where the line begins: from the left of the page in its first column, as far from the left of another column."""
        place = self.place_of(line)
        return line.x0 - self._lefts[place] + self._lefts[min(self._lefts)] if place else line.x0

    def place_of(self, line: Line) -> int:
        """The number of the column in which the line begins, from the left."""
        return bisect_left(self.gutters, line.x0)

    def _place(self, line: Line) -> tuple[int, int]:
        """The columns in which it begins and ends."""
        if not self.gutters:
            return 0, 0
        return bisect_left(self.gutters, line.x0), bisect_left(self.gutters, line.x1)


def columns_of(lines: Sequence[Line]) -> Columns:
    """The columns of a page that is looked at alone."""
    return Columns(lines, _gutters(lines))


def columns_of_pages(pages: Sequence[Sequence[Line]]) -> list[Columns]:
    """The columns of each page. One with too little text to tell has those of most pages, if nothing on it crosses them."""
    found = [_gutters(lines) for lines in pages]
    told = [gutters for gutters in found if gutters]
    usual = max(told, key=told.count, default=[])
    if len(told) < MOST * sum(map(bool, pages)):
        return [Columns(lines, gutters) for lines, gutters in zip(pages, found, strict=True)]
    return [
        Columns(lines, gutters or [x for x in usual if not _crosses(lines, x)])
        for lines, gutters in zip(pages, found, strict=True)
    ]


def _crosses(lines: Sequence[Line], x: float) -> bool:
    return any(line.x0 < x < line.x1 for line in lines)


def _gutters(lines: Sequence[Line]) -> list[float]:
    """The middles of the gutters from left to right."""
    if len(lines) < 2 * FEWEST:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    margin = MARGIN * (right - left)
    crossing = _lines_at(lines, left, right)
    few = CROSSED * max(crossing)
    found: list[list[float]] = [[]]
    for at, count in enumerate(crossing):
        if count <= few and left + margin < (x := left + at * STEP + STEP / 2) < right - margin:
            found[-1].append(x)
        elif found[-1]:
            found.append([])
    middles = [(stretch[0] + stretch[-1]) / 2 for stretch in found if stretch]
    return [x for x in middles if _is_between_texts(lines, left, x, right)]


def _lines_at(lines: Sequence[Line], left: float, right: float) -> list[int]:
    """How many lines lie over each step from left to right."""
    changes = [0] * (int((right - left) / STEP) + 2)
    for line in lines:
        changes[int((line.x0 - left) / STEP)] += 1
        changes[int((line.x1 - left) / STEP) + 1] -= 1
    return list(accumulate(changes))


def _is_between_texts(lines: Sequence[Line], left: float, gutter: float, right: float) -> bool:
    """Whether running text stands on both sides: enough lines, of which half fill their column. In a list or table few do."""
    before = [line for line in lines if line.x1 < gutter]
    after = [line for line in lines if line.x0 > gutter]
    if min(len(before), len(after)) < FEWEST:
        return False
    full_before = sum(line.x1 > left + FULL * (gutter - left) for line in before)
    full_after = sum(line.x1 - gutter > FULL * (right - gutter) for line in after)
    return 2 * full_before > len(before) and 2 * full_after > len(after)
