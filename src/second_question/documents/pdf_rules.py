"""The ruled lines on a page of a PDF."""

from collections.abc import Iterator
from ctypes import c_float
from dataclasses import dataclass
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from second_question.documents.pdf_calls import kind_of, shape_at

THIN = 2.5
"""Points: a shape no wider than this is a ruled line."""
MOST_SHAPES = 4_000
"""A page with more drawn shapes is a picture, not a table."""


@dataclass(frozen=True)
class Rule:
    """A ruled line, upright (`at` is its x, from `start` to `end` in y) or level (`at` is its y)."""

    upright: bool
    at: float
    start: float
    end: float


def rules_of(page: Any) -> list[Rule]:
    """The ruled lines of a page; none where it is full of drawings."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count > MOST_SHAPES:
        return []
    kinds = map(kind_of, map(partial(shape_at, page), range(count)))
    paths = [at for at, kind in enumerate(kinds) if kind == pdfium.FPDF_PAGEOBJ_PATH]
    return [rule for at in paths for rule in _rules_in(pdfium.FPDFPage_GetObject(page, at))]


def _rules_in(shape: Any) -> Iterator[Rule]:
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
