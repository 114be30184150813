"""PDF and Word files some of whose pages are pictures, as a scanner makes them. What stands on them is invented."""

import io
import shutil
import struct
import zlib
from functools import cache
from typing import Any

import docx
import pypdfium2
import pytest
import typst
from docx.shared import Inches

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")


def typeset(*pages: str) -> bytes:
    """A PDF of these pages, each in Typst's markup."""
    source = '#set page(width: 12cm, height: 5cm, numbering: "1")\n' + "\n#pagebreak()\n".join(pages)
    return bytes(typst.compile(source.encode()))


@cache
def scanned(data: bytes, numbers: tuple[int, ...]) -> bytes:
    """The file with those of its pages, counted from 1, as pictures."""
    original, made, file = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new(), io.BytesIO()
    for index, page in enumerate(original):
        if index + 1 not in numbers:
            made.import_pages(original, [index])
            continue
        width, height = page.get_size()
        picture = pypdfium2.PdfImage.new(made)
        picture.set_bitmap(page.render(scale=200 / 72, grayscale=True))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        drawn = made.new_page(width, height)
        drawn.insert_obj(picture)
        drawn.gen_content()
    made.save(file)
    return file.getvalue()


def _png() -> io.BytesIO:
    """One white dot; a file says how large it is drawn."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    dots = zlib.compress(b"\0\xff")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b""))


def word_with_pictures(*pages: str | tuple[float, float]) -> bytes:
    """A Word file of these pages: text, or a picture so many inches wide and high."""
    file = io.BytesIO()
    made: Any = docx.Document()
    for number, page in enumerate(pages):
        if isinstance(page, str):
            made.add_paragraph(page)
        else:
            made.add_picture(_png(), Inches(page[0]), Inches(page[1]))
        if number < len(pages) - 1:
            made.add_page_break()
    made.save(file)
    return file.getvalue()
