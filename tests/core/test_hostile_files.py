"""Files that are not what they say, damaged, locked, huge or malicious: one clear sentence, and never more than a moment."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from time import monotonic

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from second_question.documents import CannotRead, read, read_safely
from tests import review_files

NAME = "review.docx"


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return file.getvalue()


def saved_word(text: str) -> bytes:
    file, document = io.BytesIO(), docx.Document()
    document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


@cache
def pdf_of(pages: int) -> bytes:
    file, pdf = io.BytesIO(), pypdfium2.PdfDocument.new()
    for _ in range(pages):
        pdf.new_page(200, 200)
    pdf.save(file)
    return file.getvalue()


def locked_pdf() -> bytes:
    file, writer = io.BytesIO(), PdfWriter()
    for page in PdfReader(io.BytesIO(review_files.pdf_prose())).pages:
        writer.add_page(page)
    writer.encrypt("secret")
    writer.write(file)
    return file.getvalue()


def entity_bomb() -> bytes:
    """A document whose text would grow without end if its entities were put in."""
    levels = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "bomb">{levels}]>'
    body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e9;</w:t>'
    return replaced(saved_word("x"), "word/document.xml", f"{xml}{body}</w:r></w:p></w:body></w:document>".encode())


def replaced(data: bytes, part: str, content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return file.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1")
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "blank": (lambda: b" \n ", "empty"),
    "text under a Word name": (lambda: b"just text", "neither a Word file"),
    "a web page": (lambda: b"<!DOCTYPE html><html>", "web page"),
    "rich text": (lambda: rb"{\rtf1 hello}", "rich-text"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(40), "neither a Word file"),
    "an old Word file": (lambda: OLE + bytes(600), "old Word"),
    "a locked Word file": (lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
    "another zip": (lambda: zipped(readme=b"hello"), "not a Word file"),
    "a spreadsheet": (lambda: zipped(xl__workbook_dot_xml=b"<x/>"), "spreadsheet"),
    "an OpenDocument file": (lambda: zipped(content_dot_xml=b"<x/>"), "OpenDocument"),
    "half a Word file": (lambda: saved_word("hello")[:9000], "damaged"),
    "a Word file that is none inside": (lambda: zipped(word__document_dot_xml=b"no xml"), "damaged"),
    "macros": (lambda: with_part(saved_word("x"), "word/vbaProject.bin", b"x"), "macros"),
    "a zip bomb": (lambda: with_part(saved_word("x"), "word/more.xml", bytes(70_000_000)), "unpacks"),
    "many parts": (lambda: zipped(**{f"p{number}": b"" for number in range(4000)}), "unpacks"),
    "no words": (lambda: saved_word(" "), "no text"),
    "a broken PDF": (lambda: b"%PDF-1.7\nnothing", "damaged"),
    "half a PDF": (lambda: review_files.pdf_prose()[:600], "damaged"),
    "a locked PDF": (locked_pdf, "password"),
    "a scan": (lambda: pdf_of(3), "scan"),
    "a PDF of 1,000 pages": (lambda: pdf_of(1000), "1,000 pages"),
}


@pytest.mark.parametrize("what", FILES)
def test_a_file_that_cannot_be_read_says_why_and_what_to_do(what: str) -> None:
    build, words = FILES[what]
    with pytest.raises(CannotRead, match=words) as refused:
        read(build(), NAME)
    message = str(refused.value)
    assert message.endswith(".")
    assert any(f"{verb} " in message for verb in ("Use", "use", "Save", "save", "Check", "Make", "Open"))
    assert len(message) < 260


def test_a_long_file_is_refused_before_its_pages_are_read() -> None:
    data = pdf_of(1000)
    began = monotonic()
    with pytest.raises(CannotRead, match="at most 200 pages"):
        read(data, "a.pdf")
    assert monotonic() - began < 1


def test_what_a_file_is_is_told_by_its_bytes_not_by_its_name() -> None:
    assert read(review_files.pdf_prose(), "wrong.docx").kind == "pdf"
    assert read(review_files.weak(), "wrong.pdf").kind == "docx"


def test_entities_are_not_put_in() -> None:
    try:
        document = read(entity_bomb(), NAME)
    except CannotRead:
        return
    assert "bomb" not in document.text


def test_a_file_read_in_its_own_process_is_the_same() -> None:
    data = review_files.strong_with_tables()
    assert read_safely(data, "a\0b.docx") == read(data, "ab.docx")


def test_the_reason_comes_back_from_the_other_process() -> None:
    with pytest.raises(CannotRead, match="macros"):
        read_safely(with_part(saved_word("x"), "word/vbaProject.bin", b"x"), NAME)


def test_too_little_memory_and_too_little_time_are_said() -> None:
    data = saved_word("word " * 10)
    with pytest.raises(CannotRead, match="memory"):
        read_safely(data, NAME, megabytes=40)
    with pytest.raises(CannotRead, match="too long"):
        read_safely(data, NAME, seconds=0)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_damage_anywhere_ends_in_a_document_or_a_sentence(data: st.DataObject) -> None:
    original = bytearray(_WHOLE[data.draw(st.sampled_from(sorted(_WHOLE)))])
    for _ in range(data.draw(st.integers(1, 6))):
        original[data.draw(st.integers(0, len(original) - 1))] = data.draw(st.integers(0, 255))
    try:
        document = read(bytes(original), NAME)
    except CannotRead:
        return
    assert document.blocks


_WHOLE = {"docx": review_files.weak(), "pdf": review_files.pdf_prose()}
