"""What a file says once it is read: one text that never changes, and blocks, cells and pages that point into it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class CannotRead(ValueError):
    """The file cannot be read. The message is one sentence or two for its owner: what is wrong, and what to do."""


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    NOTE = "note"  # a footnote or an endnote
    CONTENTS = "contents"  # a line of a table of contents


@dataclass(frozen=True)
class Span:
    """A stretch of the text: `document.text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item or table.

    `start` and `end` are offsets into the document's text; `page` counts from 1. `level` is that of a heading (1 is the
    highest) or of a list item. `lead` is how many of its first characters stand in bold before others do not, or all of
    them; it tells a label from what is said under it. A table has `rows` of cells.
    """

    kind: BlockKind
    start: int
    end: int
    page: int
    level: int = 0
    lead: int = 0
    rows: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True)
class Document:
    """A file as text.

    `pages` are the stretches of its pages; `set_aside` are running headers, footers and page numbers. `needs_ocr` are the
    numbers of pages that are pictures, so that nothing on them was read; `recognised` those of pages that were read by
    recognising their letters, which can be wrong.
    """

    name: str
    kind: str
    text: str
    pages: tuple[Span, ...]
    blocks: tuple[Block, ...]
    set_aside: tuple[str, ...] = ()
    needs_ocr: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()

    def said(self, where: Block | Span) -> str:
        """The words of a block, cell or page."""
        return self.text[where.start : where.end]

    def to_json(self) -> dict[str, Any]:
        """As plain values, for another process."""
        return {
            "name": self.name,
            "kind": self.kind,
            "text": self.text,
            "pages": [[page.start, page.end] for page in self.pages],
            "blocks": list(map(_block_to_json, self.blocks)),
            "set_aside": list(self.set_aside),
            "needs_ocr": list(self.needs_ocr),
            "recognised": list(self.recognised),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Document":
        """The document of those values."""
        return cls(
            values["name"],
            values["kind"],
            values["text"],
            tuple(Span(*page) for page in values["pages"]),
            tuple(map(_block_from_json, values["blocks"])),
            tuple(values["set_aside"]),
            tuple(values.get("needs_ocr", ())),
            tuple(values.get("recognised", ())),
        )


def _block_to_json(block: Block) -> list[Any]:
    rows = [[[cell.start, cell.end] for cell in row] for row in block.rows]
    return [str(block.kind), block.start, block.end, block.page, block.level, block.lead, rows]


def _block_from_json(values: list[Any]) -> Block:
    kind, start, end, page, level, lead, rows = values
    return Block(
        BlockKind(kind), start, end, page, level, lead, tuple(tuple(Span(*cell) for cell in row) for row in rows)
    )


class Writer:
    """Puts a document together: text is only ever added, so every offset given out stays right."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._page_starts = [0]
        self.set_aside: list[str] = []
        self.needs_ocr: list[int] = []
        self.recognised: list[int] = []

    @property
    def page(self) -> int:
        """The number of the page that is being written."""
        return len(self._page_starts)

    @property
    def length(self) -> int:
        """How many characters have been written."""
        return self._length

    def new_page(self) -> None:
        """What follows stands on the next page."""
        self._page_starts.append(self._length)

    def add(self, kind: BlockKind, text: str, *, level: int = 0, lead: int = 0, page: int | None = None) -> None:
        """Add a block of text; one without words is left out."""
        if text.strip():
            start = self._put(text)
            self._blocks.append(Block(kind, start, self._length, page or self.page, level, min(lead, len(text))))
            self._put("\n")

    def add_table(self, rows: "list[list[str]]", *, page: int | None = None) -> None:
        """Add a table: a line for each row, with tabs between its cells. Rows without words are left out."""
        kept = [row for row in rows if any(cell.strip() for cell in row)]
        if kept:
            start = self._length
            spans = tuple(self._row(row) for row in kept)
            self._blocks.append(Block(BlockKind.TABLE, start, spans[-1][-1].end, page or self.page, rows=spans))

    def finished(self, name: str, kind: str) -> Document:
        """The document."""
        ends = [*self._page_starts[1:], self._length]
        pages = tuple(Span(start, end) for start, end in zip(self._page_starts, ends, strict=True))
        text, blocks, set_aside = "".join(self._pieces), tuple(self._blocks), tuple(self.set_aside)
        return Document(name, kind, text, pages, blocks, set_aside, tuple(self.needs_ocr), tuple(self.recognised))

    def _row(self, row: list[str]) -> tuple[Span, ...]:
        return tuple(self._cells(row))

    def _cells(self, row: list[str]) -> Iterator[Span]:
        for position, cell in enumerate(row):
            start = self._put(cell)
            yield Span(start, self._length)
            self._put("\n" if position == len(row) - 1 else "\t")

    def _put(self, text: str) -> int:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        return start
