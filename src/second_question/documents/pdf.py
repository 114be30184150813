"""PDF files to text: opened, looked through page by page, and refused where that cannot be done."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from second_question.documents.document import CannotRead, Document
from second_question.documents.pdf_grid import grids_of
from second_question.documents.pdf_lines import Line, has_letters
from second_question.documents.pdf_margins import without_running_matter
from second_question.documents.pdf_pieces import Page
from second_question.documents.pdf_whole import put_together
from second_question.documents.recognition import Recogniser
from second_question.documents.scanned import LETTERS_ON_A_PAGE

_BROKEN = "The PDF file is damaged and cannot be opened. Make the PDF again from the original, or use the Word file."
_LOCKED = "The PDF file is protected with a password. Save it without one, or use the Word file."
_SCANNED = (
    "The PDF file is a scan: its pages are pictures without text. Use the Word file from which it was printed, or a PDF "
    "whose text can be selected."
)
_NOT_INSTALLED = "Tesseract, which recognises such pages, is not installed here."


def read_pdf(data: bytes, name: str, most_pages: int, recognition_seconds: float = 0) -> Document:
    """A PDF file. Pages that are pictures are recognised, for so many seconds; where they cannot be, they are marked.

    Raises:
        CannotRead: it is damaged, locked, has nothing but pictures that are not recognised, or more than `most_pages` pages.
    """
    pdf = _opened(data)
    recogniser = Recogniser(recognition_seconds)
    try:
        if len(pdf) > most_pages:
            raise CannotRead(too_long(len(pdf), most_pages))
        pages = [_page(pdf, number) for number in range(len(pdf))]
        kept, set_aside = without_running_matter([page.lines for page in pages])
        pictures = [page for page, lines in zip(pages, kept, strict=True) if _is_picture(pdf, page, lines)]
        recognised = [page for page in pictures if _recognise(pdf, page, recogniser)]
    finally:
        pdf.close()
    if recognised:
        kept, set_aside = without_running_matter([page.lines for page in pages])
    if not any(kept) or (pictures and not has_letters(chain.from_iterable(kept), LETTERS_ON_A_PAGE)):
        raise CannotRead(_about_a_scan(recogniser) if pages else _BROKEN)
    for page, lines in zip(pages, kept, strict=True):
        page.lines = lines
    read = [page.number for page in recognised]
    return put_together(
        pages, name, set_aside, needs_ocr=[page.number for page in pictures if page.number not in read], recognised=read
    )


def _about_a_scan(recogniser: Recogniser) -> str:
    return _SCANNED if recogniser.is_installed or not recogniser.seconds else f"{_SCANNED} {_NOT_INSTALLED}"


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


def _is_picture(pdf: Any, page: Page, lines: Sequence[Line]) -> bool:
    from second_question.documents.pdf_pictures import has_large_picture

    return not has_letters(lines, LETTERS_ON_A_PAGE) and has_large_picture(pdf, page.number - 1)


def _recognise(pdf: Any, page: Page, recogniser: Recogniser) -> bool:
    """Put the lines that are recognised on a page in the place of those that it has; whether that was possible."""
    if not recogniser.is_possible:
        return False
    lines = recogniser.lines_on(pdf[page.number - 1])
    page.lines = page.lines if lines is None else lines
    return lines is not None
