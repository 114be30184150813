"""The characters of a page as pdfium counts them, so that a place in them is a place in pdfium's own table."""

import re
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


SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF076: "❖", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0E0: "→", 0xF02D: "–"} | {
    0xF0FE: "☑",
    0xF0FD: "☒",
    0xF078: "☒",
    0xF0A8: "☐",
    0xF06F: "☐",
}
"""Bullets, ticks and boxes that symbol fonts have, by their number there (the fonts Symbol and Wingdings)."""


_OF_A_SYMBOL_FONT = re.compile("[\uf000-\uf0ff]")


def with_symbols(units: str) -> str:
    """The characters, with those of a symbol font as everybody has them."""
    return units.translate(SYMBOLS) if _OF_A_SYMBOL_FONT.search(units) else units


def whole(units: str) -> str:
    """Those characters with pairs joined again."""
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
