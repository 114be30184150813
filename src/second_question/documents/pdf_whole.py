"""The pages of a PDF put together to a document, with headings, paragraphs, lists, tables and notes told by place and type."""

from collections.abc import Sequence

from second_question.documents.document import BlockKind, Document, Writer
from second_question.documents.pdf_contents import with_contents
from second_question.documents.pdf_hyphens import with_hyphens
from second_question.documents.pdf_layout import Layout, usual_size
from second_question.documents.pdf_lists import with_depths
from second_question.documents.pdf_notes import notes_of, referred_to, without_first_mark, without_marks
from second_question.documents.pdf_pieces import Page, Piece


def put_together(
    pages: list[Page], name: str, set_aside: Sequence[str], *, needs_ocr: Sequence[int], recognised: Sequence[int]
) -> Document:
    """The document of pages from which the running matter has been taken."""
    usual = usual_size(pages)
    _set_notes_apart(pages, usual)
    for page, lines in zip(pages, with_hyphens([page.lines for page in pages]), strict=True):
        page.lines = lines
    writer = Writer()
    writer.set_aside += set_aside
    writer.needs_ocr += needs_ocr
    writer.recognised += recognised
    for piece in with_depths(with_contents(Layout(pages, usual).pieces())):
        while writer.page < piece.page:
            writer.new_page()
        _write(writer, piece)
    while writer.page < len(pages):
        writer.new_page()
    return writer.finished(name, "pdf")


def _set_notes_apart(pages: list[Page], usual: float) -> None:
    referred = referred_to(page.lines for page in pages)
    for page in pages:
        notes = notes_of(page.lines, usual, referred)
        of_notes = {id(line) for note in notes for line in note}
        page.lines = [line for line in page.lines if id(line) not in of_notes]
        page.notes = list(with_hyphens(list(map(without_first_mark, notes))))
    for page, lines in zip(pages, without_marks([page.lines for page in pages]), strict=True):
        page.lines = lines


def _write(writer: Writer, piece: Piece) -> None:
    if piece.kind is BlockKind.TABLE:
        writer.add_table([list(row) for row in piece.rows], page=piece.page)
    else:
        writer.add(piece.kind, piece.text, level=piece.level, lead=piece.lead, page=piece.page)
