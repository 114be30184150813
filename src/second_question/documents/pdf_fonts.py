"""The type in which the words of a page of a PDF are set."""

import math
from collections.abc import Sequence
from ctypes import CFUNCTYPE, addressof, c_int, c_void_p, cast, create_string_buffer
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_object_at = cast(pdfium.FPDFText_GetTextObject, CFUNCTYPE(c_void_p, c_void_p, c_int))
"""As a number, which is asked for with every word, and costs half as much as an object that points."""

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

    def of(self, places: Sequence[int], first: Font, last: Font) -> list[Font]:
        """The font at each place. Where the first and the last were set in one go, all between them were."""
        if first is last or len(places) == 1:
            return [first] * len(places)
        middle = len(places) // 2
        before = first if middle == 1 else self.at(places[middle - 1])
        after = last if middle == len(places) - 1 else self.at(places[middle])
        return self.of(places[:middle], first, before) + self.of(places[middle:], after, last)

    def piece(self, at: int) -> int:
        """The number of the piece in which a character was set."""
        return _object_at(self._page, at) or 0

    def at(self, at: int) -> Font:
        """The font of a character."""
        piece = _object_at(self._page, at) or 0
        font = self._known.get(piece)
        if font is None:
            matrix = self._matrix
            pdfium.FPDFText_GetMatrix(self._page, at, matrix)
            scale = math.hypot(matrix.b, matrix.d) or 1.0
            size = pdfium.FPDFText_GetFontSize(self._page, at)
            self._known[piece] = font = Font(
                piece, round(size * scale, 1), self._is_bold(pdfium.FPDFText_GetTextObject(self._page, at), at)
            )
        return font

    def _is_bold(self, piece: Any, at: int) -> bool:
        face = pdfium.FPDFTextObj_GetFont(piece) if piece else None
        number = addressof(face.contents) if face else 0
        known = self._bold.get(number) if number else None
        if known is None:
            name = create_string_buffer(120)
            pdfium.FPDFText_GetFontInfo(self._page, at, name, len(name), c_int())
            said = name.value.decode("latin-1").casefold()
            known = "bold" in said or "black" in said or pdfium.FPDFText_GetFontWeight(self._page, at) >= BOLD
            self._bold[number] = known
        return known
