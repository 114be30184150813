"""Is this really a Word file that one may open? Looked at from outside, before anything in it is read."""

from io import BytesIO

from second_question.documents.document import CannotRead

MOST_PARTS = 3_000
MOST_BYTES = 250 * 1024 * 1024
"""Of everything in the file together, once unpacked."""
MOST_TEXT_BYTES = 60 * 1024 * 1024
"""Of one part of text, once unpacked: a thousand pages have five."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_NOT_WORD = "This is not a Word file, whatever its name says. Use a Word file (.docx) or a PDF."
_OTHER_ZIP = {
    "xl/workbook.xml": "This is a spreadsheet. Save the review as a Word file (.docx) or a PDF.",
    "ppt/presentation.xml": "This is a presentation. Save the review as a Word file (.docx) or a PDF.",
    "content.xml": "This is an OpenDocument file. Save it as a Word file (.docx) or a PDF, and use that.",
}
_DAMAGED = "The Word file is damaged or is not whole. Open it in Word, save it again as .docx, and use that."
_BOMB = (
    "The file unpacks to far more than a review can hold, and is not opened. Save the text alone as a new Word file."
)
_MACROS = "The Word file contains macros, and is not opened. Save it as a Word document without macros (.docx)."
_OLD = "This is a file of an old Word (.doc). Open it in Word and save it as .docx."
_LOCKED = "The Word file is protected with a password. Save it without one."


def check_word(data: bytes) -> None:
    """Whether it is a Word file that may be opened.

    Raises:
        CannotRead: it is not, or it is damaged, locked, has macros or unpacks to something huge.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise CannotRead(_DAMAGED) from error
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise CannotRead(_BOMB)
    if any(part.file_size > MOST_TEXT_BYTES for part in parts if part.filename.endswith((".xml", ".rels"))):
        raise CannotRead(_BOMB)
    if any(name.endswith("vbaProject.bin") for name in names):
        raise CannotRead(_MACROS)
    if "word/document.xml" not in names and not any(name.startswith("word/document") for name in names):
        raise CannotRead(next((message for name, message in _OTHER_ZIP.items() if name in names), _NOT_WORD))


def about_old_office_file(data: bytes) -> str:
    """What to say of a file in the container that Office used before 2007, and still uses for locked files."""
    return _LOCKED if "EncryptedPackage".encode("utf-16-le") in data else _OLD
