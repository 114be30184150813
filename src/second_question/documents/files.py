"""From a file to a document, whatever kind of file it is. What it is is told by its bytes, never by its name."""

from pathlib import Path

from second_question.documents.document import CannotRead, Document
from second_question.documents.limits import OF_AN_IMPORT
from second_question.documents.packages import OLE, about_old_office_file, check_word

MOST_PAGES = OF_AN_IMPORT.most_pages
CHARACTERS_A_PAGE = 15_000
"""Three times what a full page holds: with more, on as many pages as are allowed, the file is no report."""

_TEXT_NAMES = (".txt", ".md", ".markdown", ".text")
_EMPTY = "The file is empty. Check that it was saved."
_UNKNOWN = "This is neither a Word file (.docx) nor a PDF, a web page or a text. Save it as one of them, and use that."
_TOO_MUCH_TEXT = (
    "The file has far more text than a report. Save the report alone, without its attachments, and use that."
)
_RICH_TEXT = "This is a rich-text file (.rtf). Open it in Word and save it as .docx."


def read(
    path_or_bytes: Path | bytes, name: str = "", *, most_pages: int = MOST_PAGES, recognition_seconds: int = 0
) -> Document:
    """The document in a file.

    Use `read_safely` for a file from outside: this reads in the process that calls it, without limits on time and memory.

    Args:
        path_or_bytes: the file, or what is in it.
        name: what it is called, for the reader's sake.
        most_pages: a file with more pages is refused before it is read.
        recognition_seconds: how long scanned pages may be recognised; with 0 they are only marked.

    Raises:
        CannotRead: with one sentence or two that say what is wrong and what to do.
    """
    data = path_or_bytes if isinstance(path_or_bytes, bytes) else path_or_bytes.read_bytes()
    called = name or (path_or_bytes.name if isinstance(path_or_bytes, Path) else "")
    document = _read(data, called, most_pages, recognition_seconds)
    if len(document.text) > CHARACTERS_A_PAGE * most_pages:
        raise CannotRead(_TOO_MUCH_TEXT)
    return document


def _read(data: bytes, name: str, most_pages: int, recognition_seconds: int) -> Document:
    if not data.strip():
        raise CannotRead(_EMPTY)
    if data.startswith(b"PK"):
        return _read_word(data, name, most_pages)
    if b"%PDF-" in data[:1024]:
        from second_question.documents.pdf import read_pdf

        return read_pdf(data, name, most_pages, recognition_seconds)
    return _read_other(data, name)


def _read_word(data: bytes, name: str, most_pages: int) -> Document:
    from second_question.documents.word import read_word

    check_word(data)
    document = read_word(data, name)
    if len(document.pages) > most_pages:
        from second_question.documents.pdf import too_long

        raise CannotRead(too_long(len(document.pages), most_pages))
    return document


def _read_other(data: bytes, name: str) -> Document:
    from second_question.documents.html import looks_like_html, read_html
    from second_question.documents.plain import read_plain

    beginning = data[:200].lstrip().lower()
    if data.startswith(OLE):
        raise CannotRead(about_old_office_file(data))
    if beginning.startswith(b"{\\rtf"):
        raise CannotRead(_RICH_TEXT)
    if looks_like_html(data, name):
        return read_html(data, name)
    if not name.casefold().endswith(_TEXT_NAMES):
        raise CannotRead(_UNKNOWN)
    return read_plain(data, name)
