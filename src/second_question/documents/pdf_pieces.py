"""Pieces of a page before they have their place in the text, and the cells of its tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from second_question.documents.document import BlockKind
from second_question.documents.pdf_grid import Grid
from second_question.documents.pdf_lines import Line, joined, starts_an_item
from second_question.documents.pdf_rows import Row

WIDE_STEP = 1.75
"""Of the type size: lines further apart are two paragraphs."""
ROOM = 1.5
"""Of the type size: a line that leaves so much more room than the next word needs was ended on purpose."""
PADDING = 4.0
"""Points between a ruled line and the words beside it."""


Rows = tuple[tuple[str, ...], ...]


@dataclass
class Page:
    """A page as it was read."""

    number: int
    lines: list[Line]
    grids: list[Grid]
    notes: list[list[Line]] = field(default_factory=list)


@dataclass(frozen=True)
class Piece:
    """A block before it has its place in the text. `left` is how far from the left it begins in its column, in points."""

    kind: BlockKind
    page: int
    text: str = ""
    level: int = 0
    lead: int = 0
    left: float = 0.0
    rows: Rows = ()
    columns: tuple[float, ...] = field(default=(), repr=False)
    is_divided: bool = False


@dataclass
class Ruled:
    """A ruled table while its words come in."""

    grid: Grid
    cells: dict[tuple[int, int], list[Line]] = field(default_factory=dict)

    def piece(self, page: int) -> Piece:
        """The table, as a piece."""
        texts = (self._row(at) for at in range(len(self.grid.rows) - 1))
        return Piece(BlockKind.TABLE, page, rows=tuple(texts), columns=tuple(self.grid.columns[:-1]))

    def _row(self, at: int) -> tuple[str, ...]:
        """The cells of a row; one cell over the whole width is one."""
        edges = self.grid.columns
        if self.grid.is_undivided(at):
            return (_cell_text(self.cells.get((at, 0), []), edges[-1] - PADDING),)
        columns = range(len(edges) - 1)
        return tuple(_cell_text(self.cells.get((at, column), []), edges[column + 1] - PADDING) for column in columns)


def in_and_out_of_grids(page: Page) -> list["list[Line] | Ruled"]:
    """The page as stretches of free lines and ruled tables, each table where its first word stands."""
    tables = [Ruled(grid) for grid in page.grids]
    stretches: list[list[Line] | Ruled] = []
    for line in page.lines:
        if line.cell is None:
            if not stretches or not isinstance(stretches[-1], list):
                stretches.append([])
            stretches[-1].append(line)  # type: ignore[union-attr]  # the line above made it a list
            continue
        number, row, column = line.cell
        if not tables[number].cells:
            stretches.append(tables[number])
        tables[number].cells.setdefault((row, column), []).append(line)
    return stretches


def table_of(rows: Sequence[Row], page: int) -> Piece:
    """Cells under the column in which they begin."""
    columns = sorted({round(x) for x in max(rows, key=lambda row: len(row.cells)).columns})
    placed: list[dict[int, list[Line]]] = [{} for _ in rows]
    for cells, row in zip(placed, rows, strict=True):
        for x, lines in zip(row.columns, row.cells, strict=True):
            at = min(range(len(columns)), key=lambda place: abs(columns[place] - x))
            cells.setdefault(at, []).extend(lines)
    rights = [
        max((line.x1 for cells in placed for line in cells.get(at, [])), default=0.0) for at in range(len(columns))
    ]
    texts = (tuple(_cell_text(cells.get(at, []), right) for at, right in enumerate(rights)) for cells in placed)
    return Piece(BlockKind.TABLE, page, rows=tuple(texts), columns=tuple(map(float, columns)))


def _cell_text(lines: Sequence[Line], right: float) -> str:
    """The lines of a cell: a new line where one ended early, or an item begins."""
    paragraphs: list[list[Line]] = []
    for line in lines:
        above = paragraphs[-1][-1] if paragraphs else None
        if above is None or not _in_one_paragraph(above, line, right):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return "\n".join(joined(paragraph) for paragraph in paragraphs)


def _in_one_paragraph(above: Line, line: Line, right: float) -> bool:
    if above.is_divided:
        return True
    if starts_an_item(line) or above.y - line.y > WIDE_STEP * line.size or above.is_bold != line.is_bold:
        return False
    return not ends_on_purpose(above, line, right)


def ends_on_purpose(above: Line, line: Line, right: float) -> bool:
    """Whether the next word would have fitted on the line above: then somebody ended that line."""
    return above.x1 + line.first_width + ROOM * line.size < right


def rows_together(before: Rows, after: Rows) -> Rows:
    """The rows of a table in two parts: its heading once, and a row that the end of the page divides in one piece."""
    after = tuple(row for row in after if any(row))
    rest = after[1:] if after[:1] == before[:1] else after
    if not rest or not _is_rest_of(before[-1], rest[0]):
        return (*before, *rest)
    whole = tuple(" ".join(filter(None, pair)) for pair in zip(before[-1], rest[0], strict=True))
    return (*before[:-1], whole, *rest[1:])


def _is_rest_of(above: Sequence[str], row: Sequence[str]) -> bool:
    """Whether it has nothing in its first cell, and nothing where the row above has nothing."""
    return (
        len(above) == len(row) > 1
        and bool(above[0])
        and not row[0]
        and all(over for over, said in zip(above, row, strict=True) if said)
    )
