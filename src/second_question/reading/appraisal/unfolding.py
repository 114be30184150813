"""Reviews written into the rows of a table, its headings on the left: the same words as headings and paragraphs.

Many templates for rapid reviews are one big table. Only blocks change; the text and every offset stay as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from second_question.documents.document import Block, BlockKind, Document, Span

LONGEST_LABEL = 18
"""Words that a cell may have which is the heading of what stands beside it."""
PROSE = 20
"""Words from which on a cell is prose, not a value."""
FIRST_LEVEL = 2

_ITEM = re.compile(r"\s*(?:[-*+•–]|\d{1,2}[.)])\s+\S")


def unfolded(document: Document) -> Document:
    """The document with rows of prose as headings and paragraphs; the same document where there are none."""
    if not any(_is_prose(document, row) for block in document.blocks for row in block.rows):
        return document
    return replace(document, blocks=tuple(_blocks(document)))


def _is_prose(document: Document, row: tuple[Span, ...]) -> bool:
    """A heading with prose beside it, or one cell over the whole width."""
    cells = [cell for cell in row if document.said(cell).strip()]
    if len(row) > 2 and len(cells) > 1:
        return False
    if len(cells) == 1:
        return len(row) <= 2 or cells[0] is row[0]
    return len(cells) == 2 and _words(document, cells[0]) <= LONGEST_LABEL and _words(document, cells[1]) >= PROSE


def _words(document: Document, cell: Span) -> int:
    return len(document.said(cell).split())


def _blocks(document: Document) -> Iterator[Block]:
    level = FIRST_LEVEL - 1
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            level = block.level
        if block.kind is BlockKind.TABLE and any(_is_prose(document, row) for row in block.rows):
            yield from _of_table(document, block, level + 1)
        else:
            yield block


def _of_table(document: Document, table: Block, level: int) -> Iterator[Block]:
    """Rows of prose one by one; those between them stay tables."""
    kept: list[tuple[Span, ...]] = []
    for row in table.rows:
        if not _is_prose(document, row):
            kept.append(row)
            continue
        if kept:
            yield replace(table, start=kept[0][0].start, end=kept[-1][-1].end, rows=tuple(kept))
        kept = []
        yield from _of_row(document, table, row, level)
    if kept:
        yield replace(table, start=kept[0][0].start, end=kept[-1][-1].end, rows=tuple(kept))


def _of_row(document: Document, table: Block, row: tuple[Span, ...], level: int) -> Iterator[Block]:
    cells = [cell for cell in row if document.said(cell).strip()]
    is_label = _words(document, cells[0]) <= LONGEST_LABEL and not document.said(cells[0]).rstrip().endswith(".")
    if is_label:
        yield Block(BlockKind.HEADING, cells[0].start, cells[0].end, table.page, level)
    for cell in cells[is_label:]:
        yield from _lines(document, cell, table.page)


def _lines(document: Document, cell: Span, page: int) -> Iterator[Block]:
    """Each line of a cell as a paragraph or an item of a list."""
    start = cell.start
    for line in document.said(cell).split("\n"):
        if line.strip():
            kind = BlockKind.LIST_ITEM if _ITEM.match(line) else BlockKind.PARAGRAPH
            yield Block(kind, start, start + len(line), page)
        start += len(line) + 1
