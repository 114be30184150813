"""Reading a CSV file that somebody else made: row by row, in little memory, never with a traceback.

Whatever cannot be read at all is one `Unreadable` with a problem that says where and what to do.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from second_question.exchange.csv_guard import restored
from second_question.rules.answers import Level

LONGEST_LINE = 1_000_000  # characters; more is not a table, or a quotation mark is missing
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_SAVE_AS = "In Excel choose “Save as”, then “CSV UTF-8 (comma delimited)”."
_OTHER_KINDS = (
    (b"PK\x03\x04", f"This is a spreadsheet or another packed file, not a CSV file. {_SAVE_AS}"),
    (b"\xd0\xcf\x11\xe0", f"This is an old spreadsheet, not a CSV file. {_SAVE_AS}"),
    (b"\xff\xfe", f"This file is in the encoding UTF-16. {_SAVE_AS}"),
    (b"\xfe\xff", f"This file is in the encoding UTF-16. {_SAVE_AS}"),
    (b"%PDF", "This is a PDF document, not a CSV file. Ask for the table itself."),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what to do.

    `row` is the row as a spreadsheet counts it (the headings are row 1), None for the whole file; `column` is the
    heading, empty for the whole row. A row with an error is refused; one with a warning comes in.
    """

    row: int | None
    column: str
    message: str
    level: Level = Level.ERROR

    def __str__(self) -> str:
        places = ([f"Row {self.row}"] if self.row else []) + ([f"column {self.column}"] if self.column else [])
        where = ", ".join(places)
        return f"{where[0].upper()}{where[1:]}: {self.message}" if where else self.message


class Unreadable(Exception):
    """The file cannot be read from some point on; `problem` says why."""

    def __init__(self, row: int | None, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(row, "", message)


def csv_rows(source: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number, the headings first; cells without outer spaces, guarded formulas restored.

    `source` must be seekable and is read from its beginning. Empty rows are left out, and counted.

    Raises:
        Unreadable: it is no CSV file in UTF-8, or breaks off.
    """
    _check_kind(source)
    text = io.TextIOWrapper(source, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        yield from _rows(text)
    finally:
        text.detach()


def _check_kind(source: BinaryIO) -> None:
    source.seek(0)
    beginning = source.read(4)
    source.seek(0)
    if not beginning:
        raise Unreadable(None, "The file is empty")
    for signature, message in _OTHER_KINDS:
        if beginning.startswith(signature):
            raise Unreadable(None, message)


def _rows(text: TextIO) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for number, cells in enumerate(csv.reader(_checked_lines(text), strict=True), start=1):
            stripped = [restored(cell.strip()) for cell in cells]
            if any(stripped):
                yield number, stripped
    except csv.Error as error:
        message = "This row cannot be read. Is a quotation mark opened and not closed, or in the middle of a cell?"
        raise Unreadable(number + 1, message) from error


def _checked_lines(text: TextIO) -> Iterator[str]:
    for number, line in enumerate(iter(lambda: text.readline(LONGEST_LINE + 1), ""), start=1):
        if len(line) > LONGEST_LINE:
            raise Unreadable(number, f"This line is longer than {LONGEST_LINE:,} characters. Is it a CSV file?")
        if not line.isascii() and _NOT_UTF8.search(line):
            raise Unreadable(number, f"This line has letters that are not in the encoding UTF-8. {_SAVE_AS}")
        if "\0" in line:
            raise Unreadable(number, "This line has a NUL byte, so it is not plain text. Export the file again.")
        yield line
