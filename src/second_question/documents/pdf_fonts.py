"""The type in which the words of a page of a PDF are set."""

import math
from collections.abc import Sequence
from ctypes import addressof, c_int, create_string_buffer
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from second_question.documents.pdf_calls import font_of, font_size_at, matrix_at, text_object_at

BOLD = 600
"""From this weight on, type is bold (CSS and PDF count regular as 400)."""


class Font(NamedTuple):
    """The type in which a word is set. `piece` is the same number for words that were set in one go."""

    piece: int
    size: float
    bold: bool


class Fonts:
    """Looks up the type of the characters of one page, each piece that was set in one go once."""

    def __init__(self, text_page: Any) -> None:
        self._page = text_page
        self._known: dict[int, Font] = {}
        self._bold: dict[int, bool] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._address = addressof(self._matrix)

    def of(self, places: Sequence[int]) -> list[Font]:
        """The font at each place. Where the first and the last were set in one go, all between them were."""
        first, last = self.at(places[0]), self.at(places[-1])
        if first is last:
            return [first] * len(places)
        return [first, *map(self.at, places[1:-1]), last]

    def piece(self, at: int) -> int:
        """The number of the piece in which a character was set."""
        return text_object_at(self._page, at) or 0

    def at(self, at: int) -> Font:
        """The font of a character."""
        piece = text_object_at(self._page, at) or 0
        font = self._known.get(piece)
        if font is None:
            matrix = self._matrix
            matrix_at(self._page, at, self._address)
            size = font_size_at(self._page, at) * (math.hypot(matrix.b, matrix.d) or 1.0)
            self._known[piece] = font = Font(piece, round(size, 1), self._is_bold(piece, at))
        return font

    def _is_bold(self, piece: int, at: int) -> bool:
        number = font_of(piece) if piece else None
        known = self._bold.get(number) if number else None
        if known is None:
            name = create_string_buffer(120)
            pdfium.FPDFText_GetFontInfo(self._page, at, name, len(name), c_int())
            said = name.value.decode("latin-1").casefold()
            known = "bold" in said or "black" in said or pdfium.FPDFText_GetFontWeight(self._page, at) >= BOLD
            self._bold[number or 0] = known
        return known
