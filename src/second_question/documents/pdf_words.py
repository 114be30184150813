"""The words of a page of a PDF as lines, cut where one column or cell ends and another begins."""

import re
from collections.abc import Iterator, Sequence
from ctypes import addressof, c_double
from itertools import pairwise
from typing import Any, NamedTuple

from second_question.documents.markers import MARKER
from second_question.documents.pdf_calls import box_at, is_put_in, origin_at
from second_question.documents.pdf_fonts import Font, Fonts
from second_question.documents.pdf_grid import Grid
from second_question.documents.pdf_lines import (
    GAP_BETWEEN_PIECES,
    Cell,
    Line,
    beside,
    goes_on_beside,
    raised_above,
)
from second_question.documents.pdf_marks import RaisedNumbers
from second_question.documents.pdf_units import units_of, whole, with_symbols

GAP = 2.5
"""Of the type size: a wider gap always does."""
NARROWEST = 0.28
"""Of the type size: letters are at least so wide on average. Where a gap cannot be too wide, it is not measured."""
WIDEST = 0.6
"""Of the type size: running text is no wider for each letter, with its blanks stretched."""
LONG = 40
"""Characters: so long a line in one piece is running text."""
HYPHENATED = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line that only divides a word."""

_LINE = re.compile(rf"[^\r\n{HYPHENATED}]+(?P<divided>{HYPHENATED})?")
_WORD = re.compile(r"\.(?: \.){4,}(?!\S)|\S+")
"""A word, or a row of points as in a list of contents, of which each can be a piece of its own."""


class Word(NamedTuple):
    """Where a word stands: its characters from `start` to `end`, its left edge and its base line in points."""

    start: int
    end: int
    x: float
    y: float
    font: Font


class PageText:
    """Reads the lines of one page in the order in which they were set.

    A call into pdfium costs as much as ten steps here, so there is one for each word, and few more for each line.
    """

    def __init__(self, text_page: Any, grids: Sequence[Grid]) -> None:
        self._page = text_page
        self._grids = grids
        self._fonts = Fonts(text_page)
        self._units = with_symbols(units_of(text_page))
        self._raised_numbers = RaisedNumbers(text_page, self._units)
        self._x, self._y = c_double(), c_double()
        self._at = addressof(self._x), addressof(self._y)
        self._box = c_double(), c_double(), c_double(), c_double()
        self._sides = tuple(map(addressof, self._box))

    def lines(self) -> Iterator[Line]:
        """The lines; one that runs through several columns or cells is several."""
        before = None
        for line, begins_with_blank in self._stretches():
            if before and line.cell == before.cell and goes_on_beside(before, line, with_blank=begins_with_blank):
                has_blank = begins_with_blank or MARKER.fullmatch(before.text)
                before = beside(before, raised_above(before, line), " " if has_blank else "")
                continue
            if before:
                yield before
            before = line
        if before:
            yield before

    def _stretches(self) -> Iterator[tuple[Line, bool]]:
        """What pdfium takes for lines, each with whether it begins with a blank. It ends a line behind raised letters."""
        for found in _LINE.finditer(self._units):
            is_divided = found["divided"] is not None
            begin, end = found.start(), found.end() - is_divided
            has_blank = self._units[begin] == " "
            for line in self._lines_in(begin, end, is_divided=is_divided):
                yield line, has_blank
                has_blank = False

    def _lines_in(self, begin: int, end: int, *, is_divided: bool) -> Iterator[Line]:
        has_raised = bool(self._raised_numbers.between(begin, end))
        running = None if has_raised else self._running_line(begin, end, is_divided=is_divided)
        if running:
            yield running
            return
        spans = [word.span() for word in _WORD.finditer(self._units, begin, end)]
        if spans:
            whole = None if has_raised else self._whole_line(spans, is_divided=is_divided)
            yield from [whole] if whole else self._cut_line(spans, is_divided=is_divided)

    def _running_line(self, begin: int, end: int, *, is_divided: bool) -> Line | None:
        """A line of running text: long, set in one go with blanks of its own, and no wider than its letters are. Most are so.

        A bullet or number before it can be a piece of its own. A blank that pdfium puts in stands for any gap; one that was set
        is one letter wide.
        """
        words = self._units[begin:end].split()
        text = " ".join(words)
        if len(text) < LONG or len(words) < 2:
            return None
        begin = self._units.index(words[0], begin)
        font, blank, last = self._fonts.at(begin), begin + len(words[0]), self._fonts.piece(end - 1)
        if last != font.piece and len(words) > 2 and MARKER.fullmatch(words[0]):
            return self._item(text, words, begin, last, is_divided=is_divided)
        if last != font.piece or is_put_in(self._page, blank):
            return None
        left, y = self._origin(begin)
        right = self._right(begin + len(text) - 1)
        if self._is_beside_a_grid(y, font.size) or right - left > WIDEST * font.size * len(text):
            return None
        lefts = [left, self._origin(blank + 1)[0]]
        return self._line(text, len(words), lefts, right, y, [font], None, is_divided=is_divided)

    def _item(self, text: str, words: Sequence[str], begin: int, last: int, *, is_divided: bool) -> Line | None:
        """A line of running text behind a bullet or number that was set before it."""
        start = self._units.index(words[1], begin + len(words[0]))
        marker, font = self._fonts.at(begin), self._fonts.at(start)
        if last != font.piece or is_put_in(self._page, start + len(words[1])):
            return None
        (left, y), (behind, base) = self._origin(begin), self._origin(start)
        right = self._right(start + len(text) - len(words[0]) - 2)
        is_level = left < behind and abs(y - base) <= max(marker.size, font.size, 1.0) / 2
        if not is_level or self._is_beside_a_grid(y, marker.size) or right - behind > WIDEST * font.size * len(text):
            return None
        return self._line(text, len(words), [left, behind], right, y, [marker, font], None, is_divided=is_divided)

    def _whole_line(self, spans: Sequence[tuple[int, int]], *, is_divided: bool) -> Line | None:
        """The line, if it was set in one go and no gap in it is too wide, beside every table."""
        font = self._fonts.at(spans[0][0])
        if self._fonts.piece(spans[-1][1] - 1) != font.piece:
            return None
        left, y = self._origin(spans[0][0])
        widest, narrowest = GAP * font.size, NARROWEST * font.size
        if self._is_beside_a_grid(y, font.size):
            return None
        lefts = [before := left]
        for (start, end), (following, _) in pairwise(spans):
            left, _ = self._origin(following)
            can_be_apart = left - before > widest + narrowest * (end - start)
            if left < before or (can_be_apart and left - self._right(end - 1) > widest):
                return None
            lefts.append(before := left)
        right = max(self._right(spans[-1][1] - 1), lefts[-1])
        text = self._text(spans)
        return self._line(text, text.count(" ") + 1, lefts, right, y, [font], None, is_divided=is_divided)

    def _origin(self, at: int) -> tuple[float, float]:
        origin_at(self._page, at, *self._at)
        return self._x.value, self._y.value

    def _is_beside_a_grid(self, y: float, size: float) -> bool:
        return any(_is_beside(grid, y, size) for grid in self._grids)

    def _text(self, spans: Sequence[tuple[int, int]]) -> str:
        return " ".join([self._units[start:end] for start, end in spans])

    def _cut_line(self, spans: Sequence[tuple[int, int]], *, is_divided: bool) -> Iterator[Line]:
        """The parts of a line."""
        parts = list(self._parts(self._words(spans)))
        for number, (words, cell) in enumerate(parts, 1):
            lefts, fonts = [word.x for word in words], [word.font for word in words]
            ends = is_divided and number == len(parts)
            text, right = self._text([word[:2] for word in words]), max(self._right(words[-1].end - 1), lefts[-1])
            line = self._line(text, text.count(" ") + 1, lefts, right, words[0].y, fonts, cell, is_divided=ends)
            if self._raised_numbers.between(words[0].start, words[-1].end):  # few lines have any
                line.raised = tuple(self._raised(words))
            yield line

    def _raised(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Where raised numbers stand in the text of these words."""
        offset = 0
        for word in words:
            for start, end in self._raised_numbers.between(word.start, word.end):
                yield offset + start - word.start, offset + end - word.start
            offset += word.end - word.start + 1

    def _words(self, spans: Sequence[tuple[int, int]]) -> list[Word]:
        fonts = self._fonts.of([start for start, _ in spans])
        return [Word(start, end, *self._origin(start), font) for (start, end), font in zip(spans, fonts, strict=True)]

    def _parts(self, words: list[Word]) -> Iterator[tuple[list[Word], Cell | None]]:
        """The words of a line, cut where a gap is too wide for a space, or where another cell begins; each with its cell."""
        cells = self._cells(words)
        begin = 0
        for at in range(1, len(words)):
            if (cells and cells[at - 1] != cells[at]) or self._is_apart(words, begin, at):
                yield words[begin:at], cells[begin] if cells else None
                begin = at
        yield words[begin:] if begin else words, cells[begin] if cells else None

    def _is_apart(self, words: Sequence[Word], begin: int, at: int) -> bool:
        last, word = words[at - 1], words[at]
        size = max(word.font.size, 1.0)
        if abs(last.y - word.y) > max(last.font.size, size) / 2 or word.x < last.x:
            return True  # a superscript stays; another base line, or a jump to the left, is another line
        wide = GAP if last.font is word.font else GAP_BETWEEN_PIECES
        narrowest = NARROWEST * min(last.font.size, size) * (last.end - last.start)
        if word.x - last.x - narrowest <= wide * size:
            return False
        if at - begin == 1 and MARKER.fullmatch(self._units, last.start, last.end):
            return False
        return word.x - self._right(last.end - 1) > wide * size

    def _cells(self, words: Sequence[Word]) -> list[Cell | None]:
        """For each word the cell in which it stands; nothing for a line beside every table."""
        y, size = words[0].y, words[0].font.size
        near = [at for at, grid in enumerate(self._grids) if _is_beside(grid, y, size)]
        return [self._cell(word, near) for word in words] if near else []

    def _cell(self, word: Word, tables: Sequence[int]) -> Cell | None:
        for at in tables:
            if cell := self._grids[at].cell_of(word.x + 1, word.y + word.font.size / 4):
                return at, *cell
        return None

    def _line(
        self,
        text: str,
        words: int,
        lefts: Sequence[float],
        right: float,
        y: float,
        fonts: Sequence[Font],
        cell: Cell | None,
        *,
        is_divided: bool,
    ) -> Line:
        """A line of so many words, the first of which begin at `lefts`, in one font or in that of each word or row of points."""
        if len(fonts) == 1:  # most lines, so they are spared two loops
            size, bold_words = fonts[0].size, words if fonts[0].bold else 0
        else:
            size = max([font.size for font in fonts])
            bold_words = next((at for at, font in enumerate(fonts) if not font.bold), words)
        return Line(
            text=text if text.isascii() else whole(text),
            x0=lefts[0],
            x1=right,
            y=y,
            size=size,
            first_width=(lefts[1] - NARROWEST * size if len(lefts) > 1 else right) - lefts[0],
            bold_words=bold_words,
            is_bold=bold_words == words,
            is_divided=is_divided,
            cell=cell,
        )

    def _right(self, at: int) -> float:
        box_at(self._page, at, *self._sides)
        return self._box[1].value


def _is_beside(grid: Grid, y: float, size: float) -> bool:
    """Whether a line at that height, in that size, lies between the top and the bottom of a table."""
    return grid.rows[-1] < y + size and y < grid.rows[0]
