"""The lines of a table of contents that has no row of points: told by the heading above it and the page number behind each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from second_question.documents.document import BlockKind
from second_question.documents.pdf_pieces import Piece

_HEADING = re.compile(r"(?:table of )?contents(?: page)?:?|index", re.IGNORECASE)
_ENDS_WITH_A_PAGE = re.compile(r"\S.*\s\d{1,3}")
_PAGE = re.compile(r"\d{1,3}")
_PAGE_HEADING = re.compile(r"page(?: no\.?| number)?", re.IGNORECASE)


def with_contents(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, in which what stands under the heading "Contents" and ends with the number of a page is of the contents."""
    is_within = False
    for piece in pieces:
        if _HEADING.fullmatch(piece.text.strip()):
            is_within = True
            yield piece
            continue
        lines = list(_lines_of(piece)) if is_within and piece.kind is not BlockKind.NOTE else []
        is_within = bool(lines) or (is_within and piece.kind in (BlockKind.NOTE, BlockKind.CONTENTS))
        yield from lines or [piece]


def _lines_of(piece: Piece) -> Iterator[Piece]:
    """The piece as lines of the contents; nothing where it is none."""
    if piece.kind is not BlockKind.TABLE:
        if _ENDS_WITH_A_PAGE.fullmatch(piece.text):
            yield replace(piece, kind=BlockKind.CONTENTS, level=0, lead=0)
        return
    rows = [[cell for cell in row if cell.strip()] for row in piece.rows]
    if all(row and (_PAGE.fullmatch(row[-1]) or _PAGE_HEADING.fullmatch(row[-1])) for row in rows):
        for row in rows:
            yield Piece(BlockKind.CONTENTS, piece.page, " ".join(row))
