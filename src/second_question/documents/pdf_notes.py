"""Footnotes at the bottom of the pages of a PDF, and the raised numbers in the text that lead to them."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from second_question.documents.pdf_columns import columns_of
from second_question.documents.pdf_lines import Line

SMALLER = 0.95
"""Of the usual type size: notes are set in smaller type than the text."""
MOST_IN_A_ROW = 3
"""A raised number may leave out so many since the last; one that jumps further is no mark of a note."""

_MARK = re.compile(r"(\d{1,3}|[ivx]{1,5})(?:[.)]?\s|(?=\W?[A-Z“‘\"'(]))")
_TOUCHING = re.compile(r"(?:\d{1,3}|[ivx]{1,5})(?=[A-Z“‘\"'(])")
_ROMAN = {
    "".join(tens) + ones: 10 * len(tens) + number
    for tens in ("", "x", "xx", "xxx")
    for number, ones in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
}
_UNIT = re.compile(r"(?:^|[\s\d])[cdkm]?m$")


def referred_to(pages: Iterable[Sequence[Line]]) -> set[str]:
    """The raised numbers in the text of a document: without one that leads to it, nothing is a note."""
    return {line.text[start:end] for lines in pages for line in lines for start, end in line.raised if start}


def notes_of(lines: Sequence[Line], usual: float, referred: Set[str]) -> list[list[Line]]:
    """The notes at the bottom of a page, each with its lines; those are the lowest lines of their column, in smaller type."""
    if not referred or not any(_is_small(line, usual) for line in lines):
        return []
    columns = columns_of(lines)
    notes: list[list[Line]] = []
    for place in sorted({columns.place_of(line) for line in lines}):
        notes += _notes_in([line for line in lines if columns.place_of(line) == place], usual, referred)
    return notes


def _notes_in(column: Sequence[Line], usual: float, referred: Set[str]) -> list[list[Line]]:
    lowest: set[int] = set()
    for line in sorted(column, key=lambda one: one.y):
        if not _is_small(line, usual):
            break
        lowest.add(id(line))
    notes: list[list[Line]] = []
    for line in column:
        if id(line) not in lowest:
            continue
        if _begins_a_note(line, referred):
            notes.append([line])
        elif notes:
            notes[-1].append(line)
    return notes


def _is_small(line: Line, usual: float) -> bool:
    """Whether it is set as notes are: outside of tables, in smaller type than the text."""
    return line.size <= SMALLER * usual and line.cell is None


def _begins_a_note(line: Line, referred: Set[str]) -> bool:
    mark = _MARK.match(line.text)
    return bool(line.raised and line.raised[0][0] == 0) or (mark is not None and mark[1] in referred)


def without_marks(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of each page without the raised numbers that count up through the document; those of units stay."""
    last = {True: 0, False: 0}  # of those in figures, and of those in Roman letters
    return [[_without(line, _marks_in(line, last)) if line.raised else line for line in lines] for lines in pages]


def _marks_in(line: Line, last: dict[bool, int]) -> list[tuple[int, int]]:
    """The places of the marks in a line. `last` is brought up to date."""
    marks = []
    for start, end in line.raised:
        said = line.text[start:end]
        number = int(said) if said.isdecimal() else _ROMAN.get(said, -1)
        counts_on = number == 1 or last[said.isdecimal()] <= number <= last[said.isdecimal()] + MOST_IN_A_ROW
        if counts_on and not _UNIT.search(line.text[:start]):
            last[said.isdecimal()] = number
            marks.append((start, end))
    return marks


def without_first_mark(note: Sequence[Line]) -> list[Line]:
    """The lines of a note without the number that stands at its beginning, raised or without a blank behind it."""
    first, *others = note
    marks = [place for place in first.raised if place[0] == 0]
    touching = _TOUCHING.match(first.text)
    return [_without(first, marks or ([touching.span()] if touching else [])), *others]


def _without(line: Line, marks: Sequence[tuple[int, int]]) -> Line:
    text = line.text
    for start, end in reversed(marks):
        text = text[:start] + text[end:]
    return replace(line, text=" ".join(text.split(" ")).strip(), raised=()) if marks else line
