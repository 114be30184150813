"""The characters of a page as pdfium counts them, so that a place in them is a place in pdfium's own table."""

from ctypes import c_ushort
from typing import Any

import pypdfium2.raw as pdfium


def units_of(page: Any) -> str:
    """The text of a page, one character for each that pdfium counts. It counts one beyond the first plane as two."""
    count = pdfium.FPDFText_CountChars(page)
    buffer = (c_ushort * (count + 1))()
    written = max(0, pdfium.FPDFText_GetText(page, 0, count, buffer) - 1)
    units = bytes(buffer)[: 2 * written].decode("utf-16-le", "surrogatepass")
    if len(units) != written:
        units = "".join(map(chr, buffer[:written]))
    return units if len(units) == count else "".join(chr(pdfium.FPDFText_GetUnicode(page, at)) for at in range(count))


def whole(units: str) -> str:
    """Those characters with pairs joined again."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
