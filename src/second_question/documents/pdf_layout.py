"""From the lines of pages to headings, paragraphs, list items and tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from second_question.documents.document import BlockKind
from second_question.documents.headings import is_of_heading_length
from second_question.documents.markers import with_blank_behind_marker
from second_question.documents.pdf_columns import Columns, columns_of_pages
from second_question.documents.pdf_lines import (
    Line,
    bold_part,
    has_letters,
    joined,
    starts_an_item,
)
from second_question.documents.pdf_pieces import (
    WIDE_STEP,
    Page,
    Piece,
    Ruled,
    ends_on_purpose,
    in_and_out_of_grids,
    rows_together,
    table_of,
)
from second_question.documents.pdf_rows import rows_of, tables_and_lines

LARGER = 1.12
"""Type larger than the usual by this is a heading's."""

_ENDS = re.compile(r"[.!?:;…”\"')]$")
FEWEST_POINTS = 5
"""In the row of points of a line of contents."""
_LEADERS = re.compile(rf"(?:\s?\.){{{FEWEST_POINTS},}}\s*\d*$")
_NUMBERED = re.compile(r"(?:section |part )?(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+\D", re.IGNORECASE)


NEAR = 8.0
"""Points: columns no further apart are the same in two tables."""


class Layout:
    """Reads pages with what is usual in their document: the type size, and the sizes of its headings."""

    def __init__(self, pages: Sequence[Page], usual: float) -> None:
        self._pages = pages
        self._usual = usual
        sizes = {line.size for page in pages for line in page.lines}
        self._larger = sorted((size for size in sizes if size >= usual * LARGER), reverse=True)

    def pieces(self) -> list[Piece]:
        """Everything on the pages, with paragraphs and tables in one piece that run over the end of a page or column."""
        pieces: list[Piece] = []
        last = -1  # of the text: notes stand at the bottom of the page, and the text goes on after them
        for page, columns in zip(self._pages, columns_of_pages([page.lines for page in self._pages]), strict=True):
            for at, piece in enumerate(self._on_page(page, columns)):
                whole = _continued(pieces[last], piece, may_be_divided=at == 0) if last >= 0 else None
                if whole:
                    pieces[last] = whole
                else:
                    last = len(pieces)
                    pieces.append(piece)
            pieces += [Piece(BlockKind.NOTE, page.number, joined(note)) for note in page.notes]
        return pieces

    def _on_page(self, page: Page, columns: Columns) -> Iterator[Piece]:
        for stretch in in_and_out_of_grids(page):
            if isinstance(stretch, Ruled):
                yield stretch.piece(page.number)
            else:
                yield from self._free(stretch, page.number, columns)

    def _free(self, lines: list[Line], number: int, columns: Columns) -> Iterator[Piece]:
        paragraph: list[Line] = []
        for part in tables_and_lines(rows_of(lines, columns.gutters)):
            if isinstance(part, Line) and (not paragraph or self._goes_on(paragraph[-1], part, columns)):
                paragraph.append(part)
                continue
            if paragraph:
                yield self._piece(paragraph, number, columns)
            paragraph = []
            if isinstance(part, Line):
                paragraph = [part]
            else:
                yield table_of(part, number)
        if paragraph:
            yield self._piece(paragraph, number, columns)

    def _goes_on(self, above: Line, line: Line, columns: Columns) -> bool:
        """Whether a line belongs to the paragraph of the line above it."""
        if above.is_divided:
            return True
        if starts_an_item(line) or abs(line.size - above.size) > 1:
            return False
        step = above.y - line.y
        is_open = not ends_on_purpose(above, line, columns.right_of(above))
        if step <= 0:  # the top of the next column
            return columns.place_of(line) > columns.place_of(above) and _goes_over(
                above.text, line.text, is_open=is_open
            )
        if step > WIDE_STEP * max(line.size, above.size) or _is_of_contents(above):
            return False
        if self._stands_out(above) != self._stands_out(line):
            return is_open and self._is_stressed_within(above, line)
        return is_open or self._stands_out(line)

    def _is_stressed_within(self, above: Line, line: Line) -> bool:
        """Whether bold type begins or ends within a paragraph, at a line end by chance; a heading is no paragraph's end."""
        if above.size != line.size or _ENDS.search(above.text):
            return False
        return line.is_bold or line.bold_words > 0 or line.text[:1].islower()

    def _piece(self, lines: list[Line], page: int, columns: Columns) -> Piece:
        text = joined(lines)
        lead, left = len(joined(_bold_part(lines))), min(map(columns.indent_of, lines))
        if _is_of_contents(lines[-1]):
            return Piece(BlockKind.CONTENTS, page, text)
        if all(self._stands_out(line) for line in lines) and self._is_heading(lines, text):
            return Piece(BlockKind.HEADING, page, text, self._level(lines[0], text), lead)
        if starts_an_item(lines[0]):
            text = with_blank_behind_marker(text)
            return Piece(BlockKind.LIST_ITEM, page, text, 1, lead, left=left, is_divided=lines[-1].is_divided)
        return Piece(BlockKind.PARAGRAPH, page, text, 0, lead, left=left, is_divided=lines[-1].is_divided)

    def _is_heading(self, lines: Sequence[Line], text: str) -> bool:
        return has_letters(lines, 2) and is_of_heading_length(text, is_larger=all(map(self._is_larger, lines)))

    def _is_larger(self, line: Line) -> bool:
        return line.size >= self._usual * LARGER

    def _stands_out(self, line: Line) -> bool:
        """Whether it is set as headings are."""
        return line.is_bold or self._is_larger(line)

    def _level(self, line: Line, text: str) -> int:
        numbered = _NUMBERED.match(text)
        if numbered:
            return numbered[1].count(".") + 1
        by_size = self._larger.index(line.size) + 1 if line.size in self._larger else len(self._larger) + 1
        return min(by_size, 6)


def _is_of_contents(line: Line) -> bool:
    """A line of a table of contents, with its row of points."""
    return line.text.count(".") >= FEWEST_POINTS and bool(_LEADERS.search(line.text))


def _bold_part(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        if line.bold_words:
            yield bold_part(line)
        if not line.is_bold:
            return


def _continued(before: Piece, piece: Piece, *, may_be_divided: bool) -> Piece | None:
    """Both as one: a table in two parts, or a paragraph that a page end divides."""
    if before.kind is BlockKind.TABLE and piece.kind is BlockKind.TABLE and _fit(before.columns, piece.columns):
        return replace(before, rows=rows_together(before.rows, piece.rows))
    goes_on = piece.kind is BlockKind.PARAGRAPH and before.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    if may_be_divided and goes_on and (before.is_divided or runs_on(before.text, piece.text)):
        between = "" if before.is_divided else " "
        return replace(before, text=f"{before.text}{between}{piece.text}", is_divided=piece.is_divided)
    return None


def _goes_over(before: str, after: str, *, is_open: bool) -> bool:
    """Whether a paragraph goes on in the next column: within a sentence, or behind a full line that does not end one."""
    return runs_on(before, after) or (is_open and not _ENDS.search(before))


def runs_on(before: str, after: str) -> bool:
    """Whether a sentence seems to go on from the end of one stretch to the beginning of another."""
    return not _ENDS.search(before) and after[:1].islower()


def usual_size(pages: Sequence[Page]) -> float:
    """The type size in which most letters of the pages are set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=10.0)


def _fit(columns: Sequence[float], others: Sequence[float]) -> bool:
    return len(columns) == len(others) and all(abs(x - y) <= NEAR for x, y in zip(columns, others, strict=True))
