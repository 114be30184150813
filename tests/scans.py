"""PDFs some of whose pages are pictures, as a scanner makes them. What stands on them is invented."""

import io
import shutil
from functools import cache

import pypdfium2
import pytest
import typst

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
