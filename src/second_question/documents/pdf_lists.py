"""How deep the items of lists lie: told by how far from the left each begins."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from second_question.documents.document import BlockKind
from second_question.documents.pdf_pieces import Piece

STEP = 5.0
"""Points: items that begin no further apart lie equally deep."""
DEEPEST = 9


def with_depths(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, in which an item that begins to the right of the one above it lies deeper."""
    lefts: list[float] = []
    for piece in pieces:
        if piece.kind in (BlockKind.HEADING, BlockKind.TABLE):
            lefts = []
        if piece.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            lefts = [left for left in lefts if left < piece.left + STEP]
        if piece.kind is not BlockKind.LIST_ITEM:
            yield piece
            continue
        if not lefts or piece.left > lefts[-1] + STEP:
            lefts.append(piece.left)
        yield replace(piece, level=min(len(lefts), DEEPEST))
