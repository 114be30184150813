"""Which kinds of file are taken: by extension and, in agreement with it, by what the bytes really are."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

import puremagic

from second_question_web.files.errors import FileRefused

_BEGINNING = 64 * 1024
_MOST_PARTS = 20_000  # parts of a packed document; more is no document
_MOST_UNPACKED = 1024 * 1024 * 1024
_EXECUTABLE = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"#!")
_MACROS = ("vbaproject.bin", "vbadata.xml", "basic/script-lc.xml")
_MARKUP = (b"<html", b"<!doctype html", b"<svg", b"<script", b"<?php")


@dataclass(frozen=True, kw_only=True)
class FileKind:
    """A kind of file that is taken. `holds` says whether the bytes are what the extension says."""

    name: str
    extensions: tuple[str, ...]
    media_type: str
    holds: Callable[[BinaryIO], bool]


def kind_of(name: str, source: BinaryIO) -> FileKind:
    """The kind of a file by its name and its bytes; `source` is seekable and read from its beginning.

    Raises:
        FileRefused: a program, a document with macros, a kind that is not taken, or another kind than the name says.
    """
    source.seek(0)
    if source.read(8).startswith(_EXECUTABLE):
        raise FileRefused("This is a program. Programs are not taken.")
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    kind = next((kind for kind in FILE_KINDS if extension in kind.extensions), None)
    if kind is None:
        raise FileRefused(f"{_what(extension)} not taken. Give one of these: {NAMES_OF_KINDS}.")
    if not kind.holds(source):
        message = f"The name says that this is {kind.name}, but what is in it says otherwise. "
        raise FileRefused(message + "Open it in the program that made it, and save it again.")
    source.seek(0)
    return kind


def _what(extension: str) -> str:
    return f"Files that end in “.{extension[:12]}” are" if extension else "A file whose name has no ending is"


def _begins_as(*extensions: str) -> Callable[[BinaryIO], bool]:
    """Whether the bytes begin as files with one of these extensions do."""

    def holds(source: BinaryIO) -> bool:
        source.seek(0)
        try:
            found = puremagic.magic_string(source.read(_BEGINNING))
        except puremagic.PureError:
            return False
        return any(match.extension in extensions for match in found)

    return holds


def _office(part: str) -> Callable[[BinaryIO], bool]:
    """Whether it is an Office Open XML document with that main part, without macros."""

    def holds(source: BinaryIO) -> bool:
        names = _parts(source)
        return "[content_types].xml" in names and part in names

    return holds


def _is_open_document(source: BinaryIO) -> bool:
    names = _parts(source)
    if "mimetype" not in names:
        return False
    source.seek(0)
    with zipfile.ZipFile(source) as packed:
        return packed.read("mimetype")[:80].strip() == b"application/vnd.oasis.opendocument.text"


def _parts(source: BinaryIO) -> set[str]:
    """The parts of a packed document in small letters; none when it is not packed.

    Raises:
        FileRefused: it has macros, a password, or would unpack to something enormous.
    """
    source.seek(0)
    try:
        with zipfile.ZipFile(source) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return set()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise FileRefused("This file would unpack to something far larger than any document. It is not taken.")
    if any(part.flag_bits & 1 for part in parts):
        raise FileRefused("This file is protected by a password. Take the password off and give it again.")
    names = {part.filename.lower() for part in parts}
    if any(name.endswith(_MACROS) for name in names):
        raise FileRefused("This document has macros: small programs in it. Save it without macros and give it again.")
    return names


def _is_text(source: BinaryIO) -> bool:
    """Plain text in UTF-8, UTF-16 or the old Windows encoding; no page with scripts under another name."""
    source.seek(0)
    beginning = source.read(_BEGINNING)
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return b"\0" not in beginning and not beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP)


def _is_message(source: BinaryIO) -> bool:
    """An e-mail as text: header lines first."""
    source.seek(0)
    lines = source.read(_BEGINNING).split(b"\n", 1)
    return _is_text(source) and b":" in lines[0] and b" " not in lines[0].split(b":")[0].strip()


def _is_outlook_message(source: BinaryIO) -> bool:
    source.seek(0)
    content = source.read(4 * 1024 * 1024)
    return content.startswith(b"\xd0\xcf\x11\xe0") and "__properties_version1.0".encode("utf-16-le") in content


_OFFICE = "application/vnd.openxmlformats-officedocument."
FILE_KINDS = (
    FileKind(name="a PDF document", extensions=("pdf",), media_type="application/pdf", holds=_begins_as(".pdf")),
    FileKind(
        name="a Word document",
        extensions=("docx",),
        media_type=_OFFICE + "wordprocessingml.document",
        holds=_office("word/document.xml"),
    ),
    FileKind(
        name="an Excel workbook",
        extensions=("xlsx",),
        media_type=_OFFICE + "spreadsheetml.sheet",
        holds=_office("xl/workbook.xml"),
    ),
    FileKind(
        name="a PowerPoint presentation",
        extensions=("pptx",),
        media_type=_OFFICE + "presentationml.presentation",
        holds=_office("ppt/presentation.xml"),
    ),
    FileKind(
        name="an OpenDocument text",
        extensions=("odt",),
        media_type="application/vnd.oasis.opendocument.text",
        holds=_is_open_document,
    ),
    FileKind(name="a plain text", extensions=("txt",), media_type="text/plain", holds=_is_text),
    FileKind(name="a Markdown text", extensions=("md",), media_type="text/markdown", holds=_is_text),
    FileKind(name="a CSV table", extensions=("csv",), media_type="text/csv", holds=_is_text),
    FileKind(name="a JSON file", extensions=("json",), media_type="application/json", holds=_is_text),
    FileKind(name="a PNG picture", extensions=("png",), media_type="image/png", holds=_begins_as(".png")),
    FileKind(
        name="a JPEG picture", extensions=("jpg", "jpeg"), media_type="image/jpeg", holds=_begins_as(".jpg", ".jpeg")
    ),
    FileKind(
        name="a HEIC picture", extensions=("heic", "heif"), media_type="image/heic", holds=_begins_as(".heic", ".heif")
    ),
    FileKind(name="an e-mail message", extensions=("eml",), media_type="message/rfc822", holds=_is_message),
    FileKind(
        name="an Outlook message",
        extensions=("msg",),
        media_type="application/vnd.ms-outlook",
        holds=_is_outlook_message,
    ),
)
"""Not taken on purpose: packed folders, web pages (save them as PDF) and anything that a computer would run."""

NAMES_OF_KINDS = (
    "PDF, Word (DOCX), Excel (XLSX), PowerPoint (PPTX), ODT, TXT, MD, CSV, JSON, PNG, JPEG, HEIC, EML or MSG"
)
ACCEPTED = ",".join(f".{extension}" for kind in FILE_KINDS for extension in kind.extensions)
