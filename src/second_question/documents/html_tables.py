"""The cells of a table of a web page, in step with its columns."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

MOST_COLUMNS = 60
MOST_ROWS = 2_000
"""A cell over more columns or rows is a slip of the pen."""

_PARTS = ("thead", "tbody", "tfoot")
_OF_DATA = ("th", "caption")
_OF_LAYOUT = ("table", "h1", "h2", "h3", "h4", "h5", "h6", "main", "article")


def is_for_layout(table: Any) -> bool:
    """Whether the table only lays out a page: it has one column, or it says so, or whole parts of a text stand in it."""
    if table.get("role") in ("presentation", "none"):
        return True
    if all(len(row.findall("td") + row.findall("th")) <= 1 for row in _rows(table)):
        return True
    return (
        next(table.iter(*_OF_DATA), None) is None and next(islice(table.iter(*_OF_LAYOUT), 1, None), None) is not None
    )


def cells_of(table: Any) -> Iterator[list[Any]]:
    """Its rows of cells; None where a cell from the left or from above goes on. One cell over the whole width is one."""
    from_above: dict[int, int] = {}
    for row in _rows(table):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) == 1 and not from_above:
            yield cells
            continue
        yield _in_step(cells, from_above)


def _in_step(cells: list[Any], from_above: dict[int, int]) -> list[Any]:
    """The cells of a row, with None for those that cells of earlier rows reach into. `from_above` is brought up to date."""
    placed: list[Any] = []
    reaching = dict(from_above)
    for cell in cells:
        while reaching.get(len(placed)):
            placed.append(None)
        width, height = _span(cell, "colspan", MOST_COLUMNS), _span(cell, "rowspan", MOST_ROWS)
        if height > 1 and len(placed) < MOST_COLUMNS:
            from_above.update(dict.fromkeys(range(len(placed), len(placed) + width), height))
        placed += [cell, *[None] * (width - 1)]
    while reaching.get(len(placed)):
        placed.append(None)
    for column, rows in list(from_above.items()):
        from_above[column] = rows - 1
        if rows <= 1:
            del from_above[column]
    return placed


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from child.findall("tr")


def _span(cell: Any, name: str, most: int) -> int:
    said = (cell.get(name) or "").strip()
    return max(1, min(int(said), most)) if said.isascii() and said.isdigit() and len(said) < 6 else 1
