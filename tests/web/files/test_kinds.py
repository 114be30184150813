"""What is taken and what is not: by the name's ending and by the bytes, which must agree."""

import io

import pytest

from second_question_web.files.errors import FileRefused
from second_question_web.files.kinds import FILE_KINDS, kind_of
from tests.web.files import given as g

TAKEN = [
    ("letter.pdf", g.PDF, "application/pdf"),
    ("LETTER.PDF", g.PDF, "application/pdf"),
    ("chronology.docx", g.WORD, "wordprocessingml.document"),
    ("table.xlsx", g.packed(types=b"x", excel=b"x"), "spreadsheetml.sheet"),
    ("slides.pptx", g.packed(types=b"x", slides=b"x"), "presentationml.presentation"),
    ("report.odt", g.OPEN_DOCUMENT, "opendocument.text"),
    ("note.txt", "Seen at school; well – says the nurse".encode(), "text/plain"),
    ("note.txt", "old Windows: caf\xe9".encode("cp1252"), "text/plain"),
    ("note.md", b"# Visit", "text/markdown"),
    ("table.csv", b"a,b\n1,=2+3\n", "text/csv"),
    ("bruise.png", g.PNG, "image/png"),
    ("bruise.jpg", g.JPEG, "image/jpeg"),
    ("bruise.heic", g.HEIC, "image/heic"),
    ("strategy.eml", g.MESSAGE, "message/rfc822"),
    ("strategy.msg", g.OLD_OFFICE + "__properties_version1.0".encode("utf-16-le"), "vnd.ms-outlook"),
]

REFUSED = [
    ("setup.pdf", b"MZ\x90\0\x03", "a program"),
    ("run.txt", b"#!/bin/sh\nrm -rf", "a program"),
    ("library.csv", b"\x7fELF\x02\x01", "a program"),
    ("setup.exe", b"MZ\x90\0\x03", "a program"),
    ("letter.docm", g.WORD, "“.docm” are not taken"),
    ("letter.docx", g.MACROS, "has macros"),
    ("letter.doc", g.OLD_OFFICE, "“.doc” are not taken"),
    ("all.zip", g.packed(word=b"x"), "“.zip” are not taken"),
    ("all.docx", g.packed(mimetype=b"x"), "says otherwise"),
    ("table.docx", g.packed(types=b"x", excel=b"x"), "says otherwise"),
    ("broken.docx", g.WORD[:60], "says otherwise"),
    ("letter.pdf", g.PNG, "says otherwise"),
    ("bruise.png", g.PDF, "says otherwise"),
    ("page.txt", b"  <html><script>alert(1)</script>", "says otherwise"),
    ("page.html", b"<html>", "“.html” are not taken"),
    ("drawing.svg", b"<svg/>", "“.svg” are not taken"),
    ("note.txt", b"a\0b", "says otherwise"),
    ("letter", g.PDF, "no ending"),
]


@pytest.mark.parametrize(("name", "content", "media_type"), TAKEN, ids=range(len(TAKEN)))
def test_taken(name: str, content: bytes, media_type: str) -> None:
    assert kind_of(name, io.BytesIO(content)).media_type.endswith(media_type)


@pytest.mark.parametrize(("name", "content", "why"), REFUSED, ids=range(len(REFUSED)))
def test_refused(name: str, content: bytes, why: str) -> None:
    with pytest.raises(FileRefused, match=why):
        kind_of(name, io.BytesIO(content))


def test_no_ending_stands_for_two_kinds() -> None:
    endings = [ending for kind in FILE_KINDS for ending in kind.extensions]
    assert len(endings) == len(set(endings))
