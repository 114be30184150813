"""PDF files to text, with headings, paragraphs, lists and tables told by place and type size."""

from typing import Any

from second_question.documents.document import BlockKind, CannotRead, Document, Writer
from second_question.documents.pdf_grid import grids_of
from second_question.documents.pdf_hyphens import with_hyphens
from second_question.documents.pdf_layout import Layout, usual_size
from second_question.documents.pdf_margins import without_running_matter
from second_question.documents.pdf_notes import notes_of, referred_to, without_first_mark, without_marks
from second_question.documents.pdf_pieces import Page, Piece

LETTERS_ON_A_PAGE = 25
"""With fewer on average, the pages are pictures."""

_BROKEN = "The PDF file is damaged and cannot be opened. Make the PDF again from the original, or use the Word file."
_LOCKED = "The PDF file is protected with a password. Save it without one, or use the Word file."
_SCANNED = (
    "The PDF file is a scan: its pages are pictures without text. Use the Word file from which it was printed, or a PDF "
    "whose text can be selected."
)


def read_pdf(data: bytes, name: str, most_pages: int) -> Document:
    """A PDF file.

    Raises:
        CannotRead: it is damaged, locked, scanned or has more than `most_pages` pages.
    """
    pdf = _opened(data)
    try:
        if len(pdf) > most_pages:
            raise CannotRead(too_long(len(pdf), most_pages))
        pages = [_page(pdf, number) for number in range(len(pdf))]
    finally:
        pdf.close()
    if sum(len(line.text) for page in pages for line in page.lines) < LETTERS_ON_A_PAGE * max(1, len(pages)):
        raise CannotRead(_SCANNED if pages else _BROKEN)
    return _document(pages, name)


def too_long(pages: int, most_pages: int) -> str:
    """What to say of a file with too many pages."""
    return (
        f"The file has {pages:,} pages, and at most {most_pages:,} pages are read. "
        "Save the review alone, without its attachments, and use that."
    )


def _opened(data: bytes) -> Any:
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY)
        raise CannotRead(_LOCKED if locked else _BROKEN) from error


def _page(pdf: Any, index: int) -> Page:
    import pypdfium2

    from second_question.documents.pdf_rules import rules_of
    from second_question.documents.pdf_words import PageText

    try:
        page = pdf[index]
        text_page = page.get_textpage()
        grids = grids_of(rules_of(page.raw))
        lines = list(PageText(text_page.raw, grids).lines())
    except pypdfium2.PdfiumError as error:
        raise CannotRead(_BROKEN) from error
    text_page.close()
    page.close()
    return Page(index + 1, lines, grids)


def _document(pages: list[Page], name: str) -> Document:
    kept, set_aside = without_running_matter([page.lines for page in pages])
    for page, lines in zip(pages, kept, strict=True):
        page.lines = lines
    usual = usual_size(pages)
    _set_notes_apart(pages, usual)
    for page, lines in zip(pages, with_hyphens([page.lines for page in pages]), strict=True):
        page.lines = lines
    writer = Writer()
    writer.set_aside += set_aside
    for piece in Layout(pages, usual).pieces():
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
