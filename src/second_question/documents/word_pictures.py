"""Which pages of a Word file are pictures, as when a scan was pasted in, so that their words are not in the text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from second_question.documents.document import Document
from second_question.documents.scanned import LETTERS_ON_A_PAGE
from second_question.documents.word_styles import WORD

LARGE = 0.3
"""Of a page of A4: so much of it a scan covers at least; smaller pictures are ornaments or diagrams."""

_UNITS_AN_INCH = 914_400
_PAGE = 8.27 * 11.69 * _UNITS_AN_INCH**2
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"


def large_pictures_in(paragraph: Any, *, is_rendered: bool) -> Iterator[int]:
    """For each large picture in a paragraph, how many pages end in it before that picture."""
    ended = 0
    for element in paragraph.iter():
        if element.tag == _EXTENT and _area(element) >= LARGE * _PAGE:
            yield ended
        elif is_rendered:
            ended += element.tag == WORD + "lastRenderedPageBreak"
        else:
            ended += element.tag == WORD + "br" and element.get(WORD + "type") == "page"


def pages_without_text(document: Document, pages: Iterable[int]) -> Sequence[int]:
    """Those of these pages, each once and in order, on which hardly a letter stands."""
    found = sorted({min(page, len(document.pages)) for page in pages})
    return [page for page in found if _letters(document, page) < LETTERS_ON_A_PAGE]


def _letters(document: Document, page: int) -> int:
    return sum(map(str.isalpha, document.said(document.pages[page - 1])))


def _area(extent: Any) -> int:
    sides = [extent.get(side) or "" for side in ("cx", "cy")]
    return int(sides[0]) * int(sides[1]) if all(side.isdecimal() for side in sides) else 0
