"""A document as a Word file, from the same blocks as its PDF."""

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import serialize_for_reading
from docx.shared import Mm

from second_question.exchange.review import wordml
from second_question.exchange.review.paper import FICTIONAL, Block, Facts, Grid, Heading, Paper, Pathways, Prose
from second_question.exchange.review.printing import as_picture
from second_question.exchange.review.word_styles import dress
from second_question.exchange.review.words import plain

WIDTH = Mm(170)
ROOM = 560  # the least height of a row to fill in, in twentieths of a point
LYING_MARGIN = "1100"
_TEXT = "word/document.xml"
_BEGIN = b"<w:body>"


def written(paper: Paper) -> bytes:
    """The document as the bytes of a .docx file."""
    document = Document()
    dress(document, paper)
    body = "".join(_parts(document, paper))
    made = BytesIO()
    document.save(made)
    return _with_body(made, body)


def _with_body(made: BytesIO, body: str) -> bytes:
    """The file with its text put in. As text: moving parsed elements into a document takes minutes for long answers."""
    filled = BytesIO()
    with ZipFile(made) as old, ZipFile(filled, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == _TEXT:
                content = content.replace(_BEGIN, _BEGIN + body.encode(), 1)
            new.writestr(entry, content, ZIP_DEFLATED)
    return filled.getvalue()


def _parts(document: WordDocument, paper: Paper) -> Iterator[str]:
    yield _front(paper)
    if paper.contents:
        yield _contents(paper)
    marks, pictures = count(1), count(1)
    for block in paper.blocks:
        if isinstance(block, Pathways):
            for svg, alt in block.pictures():
                yield _picture(document, svg, alt, next(pictures))
        elif isinstance(block, Grid) and block.wide:
            yield _turn(document, lying=False)
            yield _block(block, paper, marks)
            yield _turn(document, lying=True)
        else:
            yield _block(block, paper, marks)


def _block(block: Block, paper: Paper, marks: Iterator[int]) -> str:
    match block:
        case Heading():
            return wordml.heading(block, next(marks))
        case Prose():
            return wordml.prose(block)
        case Facts():
            return wordml.facts(block)
        case Grid():
            return wordml.grid(block, ROOM if paper.blank else 0)
    raise TypeError(f"no way is known to write a {type(block).__name__}")


def _front(paper: Paper) -> str:
    parts = [wordml.paragraph("Title", wordml.run(paper.title))]
    if paper.subtitle:
        parts.append(wordml.paragraph("Subtitle", wordml.run(paper.subtitle)))
    if paper.fictional:
        parts.append(wordml.paragraph("Question", wordml.run(FICTIONAL)))
    if paper.facts:
        parts.append(wordml.facts(paper.facts))
    return "".join(parts)


def _contents(paper: Paper) -> str:
    """The headings of the first two levels with their numbers, as Word will count them."""
    chapter = section = 0
    entries = []
    for mark, block in enumerate((b for b in paper.blocks if isinstance(b, Heading)), start=1):
        if block.level == 1:
            chapter, section = chapter + 1, 0
            entries.append((1, f"{chapter}", block.words, mark))
        elif block.level == 2:
            section += 1
            entries.append((2, f"{chapter}.{section}", block.words, mark))
    return wordml.paragraph("ContentsHeading", wordml.run("Contents")) + wordml.contents(entries)


def _picture(document: WordDocument, svg: str, alt: str, number: int) -> str:
    inline = document.part.new_pic_inline(BytesIO(as_picture(svg)), width=WIDTH)
    inline.docPr.set("id", str(number))
    inline.docPr.set("descr", plain(alt))
    return wordml.paragraph("Normal", f"<w:r><w:drawing>{_as_text(inline)}</w:drawing></w:r>")


def _turn(document: WordDocument, *, lying: bool) -> str:
    """An end of a section: what stands before it since the last one is on upright or on lying pages."""
    section = deepcopy(document.element.body.sectPr)
    if lying:
        size = section.find(qn("w:pgSz"))
        size.set(qn("w:orient"), "landscape")
        tall, wide = size.get(qn("w:h")), size.get(qn("w:w"))
        size.set(qn("w:w"), tall)
        size.set(qn("w:h"), wide)
        for side in ("left", "right"):
            section.find(qn("w:pgMar")).set(qn(f"w:{side}"), LYING_MARGIN)
    return f'<w:p><w:pPr><w:pStyle w:val="Gap"/>{_as_text(section)}</w:pPr></w:p>'


def _as_text(element: Any) -> str:
    return str(serialize_for_reading(element))
