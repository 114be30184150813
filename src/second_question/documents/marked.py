"""A document cut up for showing: its blocks in order, with marked passages in place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from second_question.documents.document import Block, BlockKind, Document, Span


@dataclass(frozen=True)
class Mark:
    """A passage to be marked, from `start` to `end` in the document's text. `name` is its own: a page leads to it."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """Words that are marked alike. `marks` are the names of the passages that they belong to; `begins` those whose first
    words these are.
    """

    text: str
    marks: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


@dataclass(frozen=True)
class MarkedBlock:
    """A block with its pieces. A table has `rows` of cells, each in pieces; every other block has one row of one cell."""

    kind: BlockKind
    level: int
    page: int
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of a block that is no table."""
        return self.rows[0][0]


def marked(document: Document, marks: Iterable[Mark]) -> list[MarkedBlock]:
    """Every block of the document. The pieces of a block or cell, put together again, are its words exactly."""
    cutter = _Cutter(document.text, sorted(marks, key=lambda mark: (mark.start, mark.end)))
    return [MarkedBlock(block.kind, block.level, block.page, cutter.rows(block)) for block in document.blocks]


class _Cutter:
    """Goes through a text once, from the beginning, and remembers which passages it has met."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text, self._marks = text, marks
        self._starts = [mark.start for mark in marks]
        self._reached = list(accumulate((mark.end for mark in marks), max))
        """How far the marks up to each of them reach, so that those before a cell are passed over at once."""
        self._met: set[str] = set()

    def rows(self, block: Block) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
        rows = block.rows or ((Span(block.start, block.end),),)
        return tuple(tuple(tuple(self._pieces(cell)) for cell in row) for row in rows)

    def _pieces(self, cell: Span) -> Iterator[Piece]:
        inside = self._inside(cell)
        if not inside:
            if cell.end > cell.start:
                yield Piece(self._text[cell.start : cell.end], (), ())
            return
        cuts = {cell.start, cell.end}.union(*((mark.start, mark.end) for mark in inside))
        ends = sorted(cut for cut in cuts if cell.start <= cut <= cell.end)
        for start, end in pairwise(ends):
            names = tuple(mark.name for mark in inside if mark.start <= start and mark.end >= end)
            begins = tuple(name for name in names if name not in self._met)
            self._met.update(begins)
            yield Piece(self._text[start:end], names, begins)

    def _inside(self, cell: Span) -> list[Mark]:
        first = bisect_right(self._reached, cell.start)
        near = self._marks[first : bisect_left(self._starts, cell.end)]
        return [mark for mark in near if mark.end > cell.start]
