"""The one way in which the product writes a CSV file: UTF-8, commas, no cell that a spreadsheet would run."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from second_question.exchange.csv_guard import guarded

Cell = str | int | float | Decimal | bool | date | time | None

# So that Excel opens the file as UTF-8 instead of the letters of its own country.
BYTE_ORDER_MARK = "\ufeff"


class _LastLine:
    """A file that remembers only the line written last."""

    def write(self, line: str) -> int:
        self.line = line
        return len(line)


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, byte_order_mark: bool = True) -> Iterator[str]:
    """A CSV file line by line, for a streamed download; encode as UTF-8.

    Dates are ISO 8601, yes-or-no values `yes` and `no`, nothing is an empty cell.
    """
    last = _LastLine()
    writer = csv.writer(last)
    writer.writerow([guarded(column) for column in columns])
    yield (BYTE_ORDER_MARK if byte_order_mark else "") + last.line
    for row in rows:
        writer.writerow([cell_text(cell) for cell in row])
        yield last.line


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, byte_order_mark: bool = True) -> bytes:
    """A small CSV file in one piece."""
    return "".join(csv_lines(columns, rows, byte_order_mark=byte_order_mark)).encode("utf-8")


def cell_text(cell: Cell) -> str:
    """One value as it stands in the file."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (datetime, date, time)):
        return cell.isoformat()
    return guarded(cell) if isinstance(cell, str) else str(cell)
