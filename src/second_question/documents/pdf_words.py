"""What stands where on a page of a PDF: words with place and type size, and the ruled lines of tables."""

import math
import re
from collections.abc import Iterator
from ctypes import addressof, c_double, c_float, c_int, c_ushort, create_string_buffer
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

BOLD = 600
"""From this weight on, type is bold (CSS and PDF count regular as 400)."""
THIN = 2.5
"""Points: a shape no wider than this is a ruled line."""
MOST_SHAPES = 4_000
"""A page with more drawn shapes is a picture, not a table."""

HYPHENATED = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line that only divides a word."""

_LINE = re.compile(rf"[^\r\n{HYPHENATED}]+(?P<divided>{HYPHENATED})?")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Word:
    """A word. `x0` and `x1` are its left and right, `y` its base line, in points from the lower left corner.

    `piece` is the same number for words that were set in one go. `divided` words go on in the next line.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    piece: int
    divided: bool = False


@dataclass(frozen=True)
class Rule:
    """A ruled line, upright (`at` is its x, from `start` to `end` in y) or level (`at` is its y)."""

    upright: bool
    at: float
    start: float
    end: float


class PageWords:
    """Reads the words of one page in the order in which they were set."""

    def __init__(self, text_page: Any) -> None:
        self._page = text_page
        self._fonts: dict[int, tuple[float, bool]] = {}

    def lines(self) -> Iterator[list[Word]]:
        """The words of each line as pdfium tells lines apart."""
        units = _units(self._page)
        for line in _LINE.finditer(units):
            found = _WORD.finditer(units, line.start(), line.end() - bool(line["divided"]))
            words = [self._word(match.group(), match.start()) for match in found]
            if words and line["divided"]:
                words[-1] = replace(words[-1], divided=True)
            if words:
                yield words

    def _word(self, text: str, start: int) -> Word:
        left, base = c_double(), c_double()
        pdfium.FPDFText_GetCharOrigin(self._page, start, left, base)
        piece = self._piece(start)
        size, bold = self._fonts.get(piece) or self._font(piece, start)
        right = _right(self._page, start + len(text) - 1)
        return Word(_whole(text), left.value, max(right, left.value), base.value, size, bold, piece)

    def _piece(self, at: int) -> int:
        found = pdfium.FPDFText_GetTextObject(self._page, at)
        return addressof(found.contents) if found else 0

    def _font(self, piece: int, at: int) -> tuple[float, bool]:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._page, at, matrix)
        scale = math.hypot(matrix.b, matrix.d) or 1.0
        size = pdfium.FPDFText_GetFontSize(self._page, at)
        self._fonts[piece] = font = (round(size * scale, 1), self._is_bold(at))
        return font

    def _is_bold(self, at: int) -> bool:
        name = create_string_buffer(120)
        pdfium.FPDFText_GetFontInfo(self._page, at, name, len(name), c_int())
        said = name.value.decode("latin-1").casefold()
        return "bold" in said or "black" in said or pdfium.FPDFText_GetFontWeight(self._page, at) >= BOLD


def rules_of(page: Any) -> list[Rule]:
    """The ruled lines of a page; none where it is full of drawings."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count > MOST_SHAPES:
        return []
    return [rule for at in range(count) for rule in _rules_in(pdfium.FPDFPage_GetObject(page, at))]


def _rules_in(shape: Any) -> Iterator[Rule]:
    if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
        return
    points = list(_points(shape))
    for (x0, y0), (x1, y1), is_line in zip(points, points[1:], _are_lines(shape), strict=False):
        if is_line and abs(x0 - x1) <= THIN < abs(y0 - y1):
            yield Rule(True, (x0 + x1) / 2, min(y0, y1), max(y0, y1))
        elif is_line and abs(y0 - y1) <= THIN < abs(x0 - x1):
            yield Rule(False, (y0 + y1) / 2, min(x0, x1), max(x0, x1))


def _points(shape: Any) -> Iterator[tuple[float, float]]:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, matrix)
    x, y = c_float(), c_float()
    for at in range(min(pdfium.FPDFPath_CountSegments(shape), MOST_SHAPES)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(shape, at), x, y)
        yield (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )


def _are_lines(shape: Any) -> Iterator[bool]:
    """For each step from a point to the next, whether it is drawn as a straight line."""
    for at in range(1, min(pdfium.FPDFPath_CountSegments(shape), MOST_SHAPES)):
        kind = pdfium.FPDFPathSegment_GetType(pdfium.FPDFPath_GetPathSegment(shape, at))
        yield kind == pdfium.FPDF_SEGMENT_LINETO


def _units(page: Any) -> str:
    """The text of a page, one character for each that pdfium counts. It counts one beyond the first plane as two."""
    count = pdfium.FPDFText_CountChars(page)
    buffer = (c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(page, 0, count, buffer)
    units = "".join(map(chr, buffer[: max(0, written - 1)]))
    return units if len(units) == count else "".join(chr(pdfium.FPDFText_GetUnicode(page, at)) for at in range(count))


def _whole(units: str) -> str:
    """Those characters with pairs joined again."""
    return units if units.isascii() else units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _right(page: Any, at: int) -> float:
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharBox(page, at, left, right, bottom, top)
    return right.value
