"""Which pages of a PDF are pictures, so that their words are not in the text."""

from collections.abc import Iterator, Sequence
from ctypes import c_float
from typing import Any

import pypdfium2.raw as pdfium

LARGE = 0.3
"""Of the page: so much of it a scan covers at least; smaller pictures are ornaments."""
MANY_SHAPES = 300
"""Drawn shapes on a page without letters: letters that were turned into outlines."""
MOST_LOOKED_AT = 5_000
DEPTH = 4
"""How deep a form may lie in a form."""


def has_large_picture(pdf: Any, index: int) -> bool:
    """Whether a large part of a page is a picture, or its letters are drawn as outlines."""
    page = pdf[index]
    area = LARGE * page.get_width() * page.get_height()
    count = min(pdfium.FPDFPage_CountObjects(page.raw), MOST_LOOKED_AT)
    shapes = [pdfium.FPDFPage_GetObject(page.raw, at) for at in range(count)]
    found = len(shapes) >= MANY_SHAPES or any(_area(picture) >= area for picture in _pictures(shapes, DEPTH))
    page.close()
    return found


def _pictures(shapes: Sequence[Any], depth: int) -> Iterator[Any]:
    for shape in shapes:
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield shape
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            count = min(pdfium.FPDFFormObj_CountObjects(shape), MOST_LOOKED_AT)
            inner = [pdfium.FPDFFormObj_GetObject(shape, at) for at in range(count)]
            if any(True for _ in _pictures(inner, depth - 1)):
                yield shape  # the place of what is in a form is told by the form's


def _area(shape: Any) -> float:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
    return max(0.0, right.value - left.value) * max(0.0, top.value - bottom.value)
