"""Tables without ruled lines: told by cells that were set one after the other, each beginning where its column begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from second_question.documents.pdf_lines import Line

STEP = 1.9
"""Of the type size: the most that two lines of one cell lie apart."""
SAME = 4.0
"""Points: beginnings no further apart are in one column."""
LONGEST_CELL = 14
"""Lines: where every cell of a row is longer, these are two columns of text and no table."""


FEWEST_LINES = 6
GOING_ON = 0.5
"""Of the lines of a column: so many run into the next where it is text. In a table hardly any cell does."""


@dataclass
class Row:
    """Cells side by side, each with its lines. A row of one cell with one line is just a line."""

    cells: list[list[Line]] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.cells[0][0]

    @property
    def last(self) -> Line:
        """The last line of its last cell."""
        return self.cells[-1][-1]

    @property
    def top(self) -> float:
        """How high it begins."""
        return max(cell[0].y for cell in self.cells)

    @property
    def columns(self) -> list[float]:
        """Where its cells begin."""
        return [min(line.x0 for line in cell) for cell in self.cells]


def rows_of(lines: Sequence[Line], gutters: Sequence[float] = ()) -> list[Row]:
    """The lines, in the order in which they were set, as rows of cells. What stands beyond a gutter is no cell of a row."""
    rows: list[Row] = []
    for line in lines:
        if rows and _is_beside(line, rows[-1]) and not _is_beyond(line, rows[-1], gutters):
            _gather_first_cell(rows, line)
            rows[-1].cells.append([line])
        elif rows and len(rows[-1].cells) > 1 and _continues(line, rows[-1].cells[-1][-1]):
            rows[-1].cells[-1].append(line)
        else:
            rows.append(Row([[line]]))
    return [part for row in rows for part in _as_columns(row)]


def tables_and_lines(rows: Sequence[Row]) -> Iterator[list[Row] | Line]:
    """Runs of rows with the same columns as tables, everything else as lines."""
    at = 0
    while at < len(rows):
        end = at + 1
        widest = rows[at]
        while end < len(rows) and len(rows[at].cells) > 1 and _same_columns(widest, rows[end]):
            widest = max(widest, rows[end], key=lambda row: len(row.cells))
            end += 1
        if len(rows[at].cells) > 1 and _is_text_in_columns(rows[at:end]):
            for column in range(len(rows[at].cells)):
                yield from (row.cells[column][0] for row in rows[at:end])
        elif len(rows[at].cells) > 1:
            yield list(rows[at:end])
        else:
            yield from rows[at].cells[0]
        at = end


def _is_beside(line: Line, row: Row) -> bool:
    """Whether a line stands to the right of a row's last cell and no lower than it begins."""
    last = row.cells[-1]
    right = max(one.x1 for one in last)
    return line.x0 > right - SAME and line.x0 > last[0].x0 + line.size and line.y >= last[-1].y - line.size / 2


def _is_beyond(line: Line, row: Row, gutters: Sequence[float]) -> bool:
    return any(row.last.x0 < gutter < line.x0 for gutter in gutters)


def _gather_first_cell(rows: list[Row], line: Line) -> None:
    """Lines that were taken for lines of their own are the first cell of the row that has begun."""
    while len(rows) > 1 and len(rows[-1].cells) == 1 and len(rows[-2].cells) == 1:
        above, below = rows[-2].last, rows[-1].first
        if above.y > line.y + line.size / 2 or not _continues(below, above) or above.x1 > line.x0:
            return
        rows[-2].cells[0] += rows.pop().cells[0]


def _continues(line: Line, above: Line) -> bool:
    """Whether it is the next line of the same cell."""
    return abs(line.x0 - above.x0) <= SAME * 3 and 0 < above.y - line.y <= STEP * line.size


def _same_columns(one: Row, other: Row) -> bool:
    """Whether each cell of the one with fewer stands under or over one of the other; a heading may leave a column out."""
    if len(other.cells) < 2:
        return False
    fewer, more = sorted((one.columns, other.columns), key=len)
    return all(any(abs(x - column) <= SAME for column in more) for x in fewer)


def _is_text_in_columns(rows: Sequence[Row]) -> bool:
    """Whether columns of running text were set line beside line: in each, most lines go on in the line below."""
    if len(rows) < FEWEST_LINES or any(len(cell) > 1 for row in rows for cell in row.cells):
        return False
    columns = zip(*(row.cells for row in rows), strict=True) if len({len(row.cells) for row in rows}) == 1 else ()
    shares = [_share_that_goes_on([cell[0] for cell in column]) for column in columns]
    return bool(shares) and min(shares) >= GOING_ON


def _share_that_goes_on(lines: Sequence[Line]) -> float:
    """The share of lines that end within a sentence, above one that begins within it."""
    return sum(_goes_on(above, line) for above, line in pairwise(lines)) / (len(lines) - 1)


def _as_columns(row: Row) -> list[Row]:
    """Two columns of running text, one after the other; any other row as it is."""
    is_text = len(row.cells) > 1 and (all(len(cell) > LONGEST_CELL for cell in row.cells) or _runs_over(row))
    if is_text:
        return [Row([[line]]) for cell in row.cells for line in cell]
    return [row]


def _runs_over(row: Row) -> bool:
    """Whether a sentence goes on from the foot of each cell at the head of the next, as it does in columns of text."""
    if min(map(len, row.cells)) < FEWEST_LINES:
        return False
    return all(_goes_on(left[-1], right[0]) for left, right in pairwise(row.cells))


def _goes_on(above: Line, line: Line) -> bool:
    """Whether the one ends within a sentence, and the other begins within one."""
    return above.text[-1:].isalpha() and line.text[:1].islower()
