"""The functions of pdfium that are called for every word or shape of a page, in the form in which that costs least.

Handles come as numbers, which cost half as much as objects that point; and the interpreter is not let go of for so short a call.
"""

from ctypes import PYFUNCTYPE, c_double, c_int, c_void_p, cast
from typing import Any

import pypdfium2.raw as pdfium


def _quick(function: Any, answer: Any, *arguments: Any) -> Any:
    return cast(function, PYFUNCTYPE(answer, *arguments))


text_object_at = _quick(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
"""The handle of the piece of text in which a character of a page was set, or None."""
font_of = _quick(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
"""The handle of the font of a piece of text, or None."""
font_size_at = _quick(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
"""The type size of a character, before its matrix."""
matrix_at = _quick(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
"""Writes the matrix of a character to an address."""
origin_at = _quick(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)
"""Writes where a character stands, x and y in points, to two addresses."""
box_at = _quick(pdfium.FPDFText_GetCharBox, c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
"""Writes the box of a character, left, right, bottom and top in points, to four addresses."""
is_put_in = _quick(pdfium.FPDFText_IsGenerated, c_int, c_void_p, c_int)
"""Whether pdfium put a character in, as it does with the blanks between pieces."""
shape_at = _quick(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
"""The handle of an object of a page."""
kind_of = _quick(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
"""What that object is."""
