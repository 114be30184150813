"""Scanned pages: recognised where Tesseract is installed, marked where it is not, and never in the way of the other pages."""

from dataclasses import replace

import pytest

from second_question.commands.reading_files import GivenFile, notices
from second_question.documents import CannotRead, Document, read, read_safely
from second_question.documents.reports import entry_for
from tests.scans import needs_tesseract, scanned, typeset, word_with_pictures

TEXT = "The visitor rang twice and nobody answered the door."
SECOND = "On the third day she drove there and saw the child."


def said(document: Document) -> list[str]:
    return [document.said(block) for block in document.blocks]


@needs_tesseract
def test_a_scan_is_recognised_and_marked_as_such() -> None:
    document = read(scanned(typeset(TEXT, SECOND), (1, 2)), "a.pdf", recognition_seconds=60)
    assert said(document) == [TEXT, SECOND]
    assert [block.page for block in document.blocks] == [1, 2]
    assert (document.needs_ocr, document.recognised) == ((), (1, 2))


@needs_tesseract
def test_it_is_recognised_within_the_limits_of_its_process() -> None:
    assert TEXT in read_safely(scanned(typeset(TEXT), (1,)), "a.pdf").text


def test_a_mixed_file_is_read_for_the_rest_and_its_scanned_pages_are_named() -> None:
    document = read(scanned(typeset(TEXT, SECOND), (2,)), "a.pdf")
    assert said(document) == [TEXT]
    assert (len(document.pages), document.needs_ocr, document.recognised) == (2, (2,), ())
    assert Document.from_json(document.to_json()) == document
    entry = entry_for("a.pdf", "0", document, "")
    assert (entry.status, entry.needs_ocr) == ("partly read", (2,))


@pytest.mark.parametrize(
    ("pages", "words"),
    [((2,), "Page 2 is"), ((1, 2, 3), "Pages 1 to 3 are"), ((1, 2, 5, 7, 8), "Pages 1, 2, 5, 7 and 8 are")],
)
def test_a_person_is_told_which_pages_were_not_read_and_which_can_be_wrong(pages: tuple[int, ...], words: str) -> None:
    document = read(typeset(TEXT), "a.pdf")
    (missing,) = notices(GivenFile("a.pdf", replace(document, needs_ocr=pages)))
    (unsure,) = notices(GivenFile("a.pdf", replace(document, recognised=pages)))
    assert missing.startswith(f"a.pdf: {words} in the file as pictures")
    assert unsure.startswith(f"a.pdf: {words} a scan")
    assert notices(GivenFile("a.pdf", document)) == []


def test_documents_of_earlier_versions_have_no_such_pages() -> None:
    values = read(typeset(TEXT), "a.pdf").to_json()
    del values["needs_ocr"], values["recognised"]
    assert Document.from_json(values).needs_ocr == ()


@pytest.mark.parametrize("seconds", [0, 1])
def test_where_nothing_can_be_recognised_one_sentence_says_so(seconds: int) -> None:
    with pytest.raises(CannotRead, match="is a scan"):
        read(scanned(typeset(TEXT), (1,)), "a.pdf", recognition_seconds=seconds)


def test_where_tesseract_is_missing_that_is_said_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(CannotRead, match="Tesseract, which recognises such pages, is not installed"):
        read(scanned(typeset(TEXT), (1,)), "a.pdf", recognition_seconds=60)


@pytest.mark.parametrize("page", ["", "#rect(width: 1cm, height: 1cm)", "Annex", "#line(length: 5cm)"])
def test_a_page_with_little_on_it_is_no_scan(page: str) -> None:
    assert read(typeset(TEXT, page, SECOND), "a.pdf").needs_ocr == ()


@pytest.mark.parametrize(
    ("pages", "not_read"),
    [
        ((TEXT, (6, 9), SECOND), (2,)),
        (((6, 9), (6, 9), TEXT), (1, 2)),
        ((TEXT, (2, 3)), ()),
        ((TEXT, SECOND), ()),
    ],
    ids=["between", "two at the beginning", "a small picture", "none"],
)
def test_pages_of_a_word_file_that_are_pictures_are_named(
    pages: tuple[str | tuple[float, float], ...], not_read: tuple[int, ...]
) -> None:
    document = read(word_with_pictures(*pages), "a.docx")
    assert document.needs_ocr == not_read
    assert TEXT in document.text


def test_of_a_word_file_it_is_not_said_that_a_program_is_missing() -> None:
    document = read(word_with_pictures(TEXT, (6, 9)), "a.docx")
    (notice,) = notices(GivenFile("a.docx", document))
    assert "Page 2 is in the file as pictures and not read" in notice
    assert "Tesseract" not in notice
