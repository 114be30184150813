"""Reading back what we wrote: the words of a Word file or a PDF, and what in a Word file is no plain text."""

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

import docx
import pypdf
import pypdfium2
from docx.table import Table
from docx.text.paragraph import Paragraph


def word_file(document: bytes) -> Any:
    """A Word file as its library reads it."""
    return docx.Document(io.BytesIO(document))


def pdf_catalogue(document: bytes) -> Any:
    """What a PDF says of itself: its tags, its language, its standard."""
    return pypdf.PdfReader(io.BytesIO(document)).root_object


def meets_the_accessibility_standard(document: bytes) -> bool:
    """Whether a PDF says that it is PDF/UA."""
    return b"pdfuaid:part" in pdf_catalogue(document)["/Metadata"].get_object().get_data()


def word_text(document: bytes) -> str:
    """All words of a Word file in reading order, a line a paragraph or cell."""
    return "\n".join(_texts(word_file(document).iter_inner_content()))


def word_xml(document: bytes) -> str:
    """The text part of a Word file as it stands there."""
    return ZipFile(io.BytesIO(document)).read("word/document.xml").decode()


def pdf_text(document: bytes) -> str:
    """All words of a PDF, page after page."""
    opened = pypdfium2.PdfDocument(document)
    return "\n".join(page.get_textpage().get_text_range() for page in opened)


def squeezed(text: str) -> str:
    """The text without spaces, line ends and signs that nobody sees, which a page sets as it needs them."""
    return re.sub(r"[\s\u200b\u2060\ufffe\u00ad\x02]", "", text)


def _texts(blocks: Iterator[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)
