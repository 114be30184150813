"""Small files made for the tests, right and wrong."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile


def packed(**parts: bytes) -> bytes:
    """A packed document with these parts; two underscores stand for a slash, `types` for the list of parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(NAMES.get(name, name), content)
    return target.getvalue()


NAMES = {
    "types": "[Content_Types].xml",
    "word": "word/document.xml",
    "excel": "xl/workbook.xml",
    "slides": "ppt/presentation.xml",
    "macros": "word/vbaProject.bin",
    "mimetype": "mimetype",
}
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + b"\0" * 40
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 20
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
WORD = packed(types=b"<Types/>", word=b"<document/>")
MACROS = packed(types=b"<Types/>", word=b"<document/>", macros=b"Sub AutoOpen()")
OPEN_DOCUMENT = packed(mimetype=b"application/vnd.oasis.opendocument.text")
MESSAGE = b"From: a@example.org\nTo: b@example.org\nSubject: strategy meeting\n\nAgreed.\n"


def given(name: str, content: bytes) -> SimpleUploadedFile:
    """A file as a form gives it; the browser's word for its type counts for nothing."""
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")
