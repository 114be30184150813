"""The leak check: what a PDF or Word file gives away beside its text. The files are made here; every name is invented."""

import io
import json
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pypdf
import pytest
import typst
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from second_question.cli import main
from second_question.documents import read
from second_question.exchange.redaction.leaks import Where, leaks_in
from second_question.exchange.redaction.leaks_package import in_clear
from second_question.exchange.redaction.safely import leaks_safely
from second_question.reading.identities import people_from_json

PEOPLE = json.dumps({"people": [{"role": "child", "full_name": "Amara Okonkwo"}]})
RECORD = people_from_json(PEOPLE)
WORDS = "The review looks at how agencies worked together, and at what they would do again. "


@cache
def set_in(markup: str) -> bytes:
    """A PDF of Typst markup."""
    made = typst.Compiler(markup.encode(), ignore_system_fonts=True).compile(format="pdf")
    assert isinstance(made, bytes)
    return made


def changed(change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(set_in(WORDS * 3)))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def leaks(data: bytes, name: str = "report.pdf") -> list[tuple[Where, str]]:
    return [(leak.where, leak.text) for leak in leaks_in(data, read(data, name), RECORD)]


def test_words_under_a_black_box_are_found() -> None:
    under = set_in(
        WORDS * 3
        + "\n\nHer mother, #box[Amara Okonkwo#place(top + left, rect(width: 100%, height: 1em, fill: black))], said so."
    )
    found = leaks(under)
    assert [where for where, _ in found] == [Where.UNDER_BOX]
    assert "Amara" in found[0][1]


def test_words_on_a_coloured_ground_are_not_under_it() -> None:
    assert leaks(set_in(WORDS * 3 + "#block(fill: yellow)[Amara Okonkwo is a pupil.] #table(fill: gray)[Amara]")) == []


def test_white_words_are_hidden() -> None:
    found = leaks(set_in(WORDS * 3 + "#text(fill: white)[Amara Okonkwo]"))
    assert [where for where, _ in found] == [Where.HIDDEN_TEXT]


@pytest.mark.parametrize(
    ("where", "change"),
    [
        (Where.METADATA, lambda writer: writer.add_metadata({"/Author": "Ines Fairweather"})),
        (Where.METADATA, lambda writer: writer.add_metadata({"/Title": "Review of Amara Okonkwo"})),
        (Where.BOOKMARK, lambda writer: writer.add_outline_item(title="Amara’s first year", page_number=0)),
        (Where.ATTACHMENT, lambda writer: writer.add_attachment("chronology.docx", b"words")),
        (
            Where.COMMENT,
            lambda writer: writer.add_annotation(0, FreeText(text="Ask her school", rect=(50, 50, 200, 100))),
        ),
    ],
)
def test_what_a_pdf_holds_beside_its_text(where: Where, change: Callable[[pypdf.PdfWriter], object]) -> None:
    assert where in [found for found, _ in leaks(changed(change))]


def test_a_remark_in_the_shape_of_a_box_covers_words_for_the_eye_alone() -> None:
    data = changed(lambda writer: writer.add_annotation(0, _square()))
    assert Where.UNDER_BOX in [where for where, _ in leaks(data)]


def _square() -> pypdf.annotations.Rectangle:
    return pypdf.annotations.Rectangle(rect=(0, 0, 700, 900), interior_color="000000")


def test_a_pdf_keeps_how_it_was_before_an_added_change() -> None:
    first = set_in(WORDS * 3)
    added = io.BytesIO()
    writer = pypdf.PdfWriter(io.BytesIO(first), incremental=True)
    writer.pages[0][NameObject("/Note")] = TextStringObject("changed")
    writer.write(added)
    assert leaks(first) == []
    assert [where for where, _ in leaks(added.getvalue())] == [Where.EARLIER_VERSION]


def word_file(fill: Callable[[docx.document.Document], object]) -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.add_paragraph(WORDS)
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_markup(markup: str) -> bytes:
    """A Word file with further markup at the end of its first paragraph."""
    data, out = word_file(lambda _document: None), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as copy:
        for name in package.namelist():
            part = package.read(name)
            copy.writestr(
                name, part.replace(b"</w:p>", markup.encode() + b"</w:p>", 1) if name == "word/document.xml" else part
            )
    return out.getvalue()


@pytest.mark.parametrize(
    ("where", "markup"),
    [
        (Where.TRACKED_CHANGE, '<w:del w:author="A"><w:r><w:delText>Amara was here</w:delText></w:r></w:del>'),
        (Where.TRACKED_CHANGE, '<w:ins w:author="A"><w:r><w:t>new words</w:t></w:r></w:ins>'),
        (Where.HIDDEN_TEXT, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Amara</w:t></w:r>"),
        (Where.HIDDEN_TEXT, '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Amara</w:t></w:r>'),
        (Where.UNDER_BOX, '<w:r><w:rPr><w:highlight w:val="black"/></w:rPr><w:t>Amara</w:t></w:r>'),
        (Where.BOOKMARK, '<w:bookmarkStart w:id="1" w:name="AmaraOkonkwo"/><w:bookmarkEnd w:id="1"/>'),
        (
            Where.CONTENTS,
            '</w:p><w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>Amara Okonkwo’s story 3</w:t></w:r>',
        ),
    ],
)
def test_what_a_word_file_holds_beside_its_text(where: Where, markup: str) -> None:
    assert where in [found for found, _ in leaks(with_markup(markup), "report.docx")]


def test_comments_and_properties_of_a_word_file() -> None:
    def fill(document: docx.document.Document) -> None:
        document.core_properties.author = "Ines Fairweather"
        document.add_comment(document.paragraphs[0].runs, text="Was this Amara?", author="Ines")

    found = [where for where, _ in leaks(word_file(fill), "report.docx")]
    assert found.count(Where.COMMENT) == 1
    assert Where.METADATA in found


def test_a_clean_file_has_no_leaks() -> None:
    assert leaks(word_file(lambda _document: None), "report.docx") == []
    assert leaks(set_in(WORDS * 3)) == []


def test_the_check_in_its_own_process_finds_the_same() -> None:
    data = changed(lambda writer: writer.add_metadata({"/Author": "Ines Fairweather"}))
    document = read(data, "report.pdf")
    assert leaks_safely(data, document, PEOPLE) == leaks_in(data, document, RECORD)


def test_the_same_passage_in_clear_in_another_file() -> None:
    report = read(
        b"On the second visit the worker met Child A at the family home and spoke with her mother.", "report.txt"
    )
    briefing = read(
        b"Seven minutes. On the second visit the worker met Amara at the family home and left.", "briefing.txt"
    )
    (leak,) = in_clear(report, [briefing])
    assert (leak.where, leak.text, leak.file) == (Where.ELSEWHERE, "Amara", "briefing.txt")
    assert in_clear(report, [report]) == []


def test_the_command_says_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(changed(lambda writer: writer.add_metadata({"/Author": "Ines Fairweather"})))
    assert main(["disclosure", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["publishable"] is False
    assert told["leaks"][0]["where"] == "metadata"


PICTURE = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='20'><rect width='200' height='20' fill='{}'/></svg>"
)


@pytest.mark.parametrize(("placed", "is_over"), [("6 0 0 9 0 0", True), ("1 0 0 1 900 900", False)])
def test_a_box_within_a_form_is_over_what_was_set_before_where_the_form_stands(placed: str, is_over: bool) -> None:
    def cover(writer: pypdf.PdfWriter) -> None:
        form = StreamObject()
        form.set_data(b"0 g 0 0 100 100 re f")
        box = ArrayObject(map(NumberObject, (0, 0, 100, 100)))
        form.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
        form[NameObject("/BBox")] = box
        page = writer.pages[0]
        resources = page[NameObject("/Resources")].get_object()
        assert isinstance(resources, DictionaryObject)
        resources[NameObject("/XObject")] = DictionaryObject({NameObject("/Box"): writer._add_object(form)})  # noqa: SLF001
        drawn = StreamObject()
        drawn.set_data(b"q " + page.get_contents().get_data() + f" Q q {placed} cm /Box Do Q".encode())  # type: ignore[union-attr]
        page[NameObject("/Contents")] = writer._add_object(drawn)  # noqa: SLF001

    assert (Where.UNDER_BOX in [where for where, _ in leaks(changed(cover))]) is is_over


def test_words_on_a_drawing_are_not_under_it() -> None:
    drawn = f'image(bytes("{PICTURE.format("yellow")}"), width: 100%, height: 1em, fit: "stretch")'
    found = leaks(set_in(WORDS * 3 + f"\n\nHer mother, #box[#place(top + left, {drawn})Amara Okonkwo], said so."))
    assert Where.UNDER_BOX not in [where for where, _ in found]


def test_the_description_of_a_picture_is_found() -> None:
    drawn = f'image(bytes("{PICTURE.format("yellow")}"), alt: "Amara Okonkwo beside her school")'
    found = leaks(set_in(WORDS * 3 + f"\n\n#{drawn}"))
    assert found == [(Where.METADATA, "description of a picture: Amara Okonkwo beside her school")]
    assert leaks(set_in(WORDS * 3 + f"\n\n#{drawn.replace('Amara Okonkwo', 'A child')}")) == []
