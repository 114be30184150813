"""Copies without what identifies somebody, in the format of the file. Every person and place is invented."""

import io
import json
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
import typst

from second_question.cli import main
from second_question.documents import read
from second_question.exchange.redaction import CannotRedact, Redacted, plan_for, redacted
from second_question.exchange.redaction.leaks import leaks_in
from second_question.reading.identities import Kind, identities_of, people_from_json
from second_question.reading.identities.groups import approved, groups_of
from second_question.reading.identities.keys import KeyTable, WrongKeyTable

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "identities"
PEOPLE = json.dumps(
    {
        "people": [
            {
                "role": "child",
                "full_name": "Amara Okonkwo",
                "date_of_birth": "2019-03-14",
                "schools": ["St Bede's Primary School"],
            },
            {"role": "mother", "full_name": "Ngozi Okonkwo"},
            {"role": "child", "full_name": "Kemi Okonkwo"},
        ]
    }
)
RECORD = people_from_json(PEOPLE)
SENTENCE = "Amara Okonkwo lived with Ngozi; Amara, born on 14 March 2019, went to St Bede’s with Kemi."
LABELLED = "Child A lived with Mother; Child A, born on [date of birth], went to School 1 with Child B."


def copy_of(data: bytes, name: str, table: KeyTable | None = None, groups: set[str] | None = None) -> Redacted:
    document = read(data, name)
    findings = identities_of(document, RECORD).findings
    return redacted(data, document, plan_for(findings, approved=groups, record=RECORD, table=table))


def word_file(*paragraphs: str) -> bytes:
    """A Word file whose words are cut into runs in the middle, with a name in every hidden corner."""
    document = docx.Document()
    for text in paragraphs:
        paragraph = document.add_paragraph()
        for start in range(0, len(text), 7):
            paragraph.add_run(text[start : start + 7]).bold = start % 2 == 0
    document.add_table(1, 1).cell(0, 0).text = "Amara"
    document.sections[0].header.paragraphs[0].text = "Review of Amara Okonkwo"
    document.core_properties.author = "Ngozi Okonkwo"
    document.add_comment(document.paragraphs[0].runs, text="Amara?", author="Ngozi")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page(body: str) -> bytes:
    head = "<!doctype html><html><head><title>Amara</title></head><body><!-- Amara --><script>'Ngozi'</script>"
    return f"{head}{body}</body></html>".encode()


def pdf_file(text: str) -> bytes:
    made = typst.Compiler(
        f'#set document(title: "Amara")\n= Amara\n{text} \n\n{"More words follow. " * 9}'.encode()
    ).compile(format="pdf")
    assert isinstance(made, bytes)
    return made


def test_plain_text_keeps_its_line_ends_and_encoding() -> None:
    data = f"{SENTENCE}\r\nA second line with a café.\r\n".encode("cp1252", "replace")
    copy = copy_of(data, "report.txt", KeyTable())
    assert copy.data.decode("cp1252") == f"{LABELLED}\r\nA second line with a café.\r\n"


def test_without_a_key_table_marks_say_what_was_there() -> None:
    assert copy_of(SENTENCE.encode(), "report.txt").data.decode() == (
        "[name] lived with [name]; [name], born on [date of birth], went to [school] with [name]."
    )


def test_markdown_keeps_its_marks() -> None:
    copy = copy_of(b"# Review\n\n* **Amara** slept.\n* Ngozi did not.\n", "report.md", KeyTable())
    assert copy.data == b"# Review\n\n* **Child A** slept.\n* Mother did not.\n"


def test_a_web_page_is_changed_in_text_and_attributes_and_loses_remarks_and_scripts() -> None:
    body = f'<p>{SENTENCE}</p><p><b>Ama</b>ra <img alt="Ngozi Okonkwo" src="x/amara_okonkwo.jpg"></p>'
    copy = copy_of(page(body), "report.html", KeyTable()).data.decode()
    assert LABELLED in copy
    assert 'alt="Mother"' in copy
    assert not any(name in copy.lower() for name in ("amara", "ngozi", "script", "<!--"))


def test_a_word_file_is_changed_in_every_part() -> None:
    copy = copy_of(word_file(SENTENCE), "report.docx", KeyTable())
    document = docx.Document(io.BytesIO(copy.data))
    assert document.paragraphs[0].text == LABELLED
    assert document.tables[0].cell(0, 0).text == "Child A"
    assert document.sections[0].header.paragraphs[0].text == "Review of Child A"
    with zipfile.ZipFile(io.BytesIO(copy.data)) as package:
        inside = b"".join(package.read(name) for name in package.namelist())
    assert not any(name in inside for name in (b"Amara", b"Ngozi", b"Okonkwo"))
    assert leaks_in(copy.data, read(copy.data, "report.docx"), RECORD) == []


def test_bold_type_stays_where_it_was() -> None:
    copy = copy_of(word_file("Nothing to see for Amara here."), "report.docx", KeyTable())
    runs = docx.Document(io.BytesIO(copy.data)).paragraphs[0].runs
    assert [run.bold for run in runs][:4] == [True, False, True, False]


def test_a_pdf_is_made_anew_and_nothing_is_left_in_it() -> None:
    copy = copy_of(pdf_file(SENTENCE), "report.pdf", KeyTable())
    again = pypdf.PdfReader(io.BytesIO(copy.data))
    text = " ".join(" ".join(one.extract_text().split()) for one in again.pages)
    assert LABELLED in text
    assert not any(name in text for name in ("Amara", "Ngozi", "Okonkwo"))
    assert leaks_in(copy.data, read(copy.data, "report.pdf"), RECORD) == []
    assert again.metadata is not None
    assert not again.metadata.author


def test_only_approved_groups_are_taken_out() -> None:
    document = read(SENTENCE.encode(), "report.txt")
    findings = identities_of(document, RECORD).findings
    groups = {group.id: group for group in groups_of(findings)}
    assert len(groups["name:amara"].findings) == 1
    assert [one.text for one in approved(findings, {"name:kemi"})] == ["Kemi"]
    copy = copy_of(SENTENCE.encode(), "report.txt", groups={"name:kemi"})
    assert copy.data.decode() == SENTENCE.replace("Kemi", "[name]")


def test_findings_of_the_same_text_are_one_group() -> None:
    document = read("Amara slept. AMARA’S bed was cold. amara woke.".encode(), "report.txt")
    (group,) = groups_of(identities_of(document, RECORD).findings)
    assert (group.id, len(group.findings), group.kind) == ("name:amara", 3, Kind.NAME)


def test_one_key_table_gives_the_same_label_in_every_file() -> None:
    table = KeyTable()
    copy_of(b"Kemi saw Agnieszka Nowak. Ngozi left.", "first.txt", table)
    again = KeyTable.from_json(table.to_json())
    copy = copy_of(b"Amara and Kemi. Nowak told Agnieszka of Ngozi and Zbigniew.", "second.txt", again)
    assert copy.data.decode() == "Child B and Child A. Person 1 told Person 1 of Mother and Person 2."


def test_a_surname_that_several_bear_points_to_none_of_them() -> None:
    assert copy_of(b"The Okonkwo home was cold.", "report.txt", KeyTable()).data == b"The [family name] home was cold."


@pytest.mark.parametrize(
    "text", ["", "[]", '{"labels": {}}', '{"format": "second-question key table 1", "labels": {"a": 1}}']
)
def test_another_file_is_no_key_table(text: str) -> None:
    with pytest.raises(WrongKeyTable):
        KeyTable.from_json(text)


def test_a_copy_in_which_something_is_left_is_not_given_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "second_question.exchange.redaction.plain.redacted_plain", lambda data, _plan: Redacted(data, 0)
    )
    with pytest.raises(CannotRedact, match="would still be in the copy"):
        copy_of(SENTENCE.encode(), "report.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "report.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "people.json").write_text(PEOPLE, encoding="utf-8")
    return tmp_path


def test_the_command_prints_findings_as_the_interface_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["disclosure", str(folder / "report.txt"), "--people", str(folder / "people.json"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["publishable"] is False
    first = told["findings"][0]
    assert set(first) == {"kind", "text", "page", "start", "end", "source", "severity", "suggestion"}
    assert SENTENCE[first["start"] : first["end"]] == first["text"] == "Amara Okonkwo"


def test_the_command_writes_the_copy_and_the_key_and_leaves_the_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "report.txt").read_bytes()
    command = ["disclosure", str(folder / "report.txt"), "--people", str(folder / "people.json")]
    assert main([*command, "--redact", str(folder / "copy.txt"), "--key", str(folder / "key.json")]) == 0
    assert (folder / "copy.txt").read_text(encoding="utf-8") == LABELLED
    assert "Child A" in (folder / "key.json").read_text(encoding="utf-8")
    assert (folder / "report.txt").read_bytes() == before
    assert "places taken out" in capsys.readouterr().out


def test_the_command_overwrites_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = str(folder / "report.txt")
    assert main(["disclosure", report, "--redact", report]) == 2
    assert "is there already" in capsys.readouterr().err


def test_the_command_names_what_is_wrong_with_the_record(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "people.json").write_text('{"people": [{"full_name": 1}]}', encoding="utf-8")
    assert main(["disclosure", str(folder / "report.txt"), "--people", str(folder / "people.json")]) == 1
    assert "person 1: full_name must be a text" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_does_not_stop_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["disclosure", str(folder / "none.txt"), str(folder / "report.txt"), "--json"]) == 1
    told = capsys.readouterr()
    assert [one["file"] for one in json.loads(told.out)] == [str(folder / "report.txt")]
    assert "none.txt" in told.err


def test_a_word_file_with_a_damaged_part_is_refused_in_a_sentence() -> None:
    data, out = word_file(SENTENCE), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, b"<broken" if name.endswith("app.xml") else package.read(name))
    with pytest.raises(CannotRedact, match="save it again"):
        copy_of(out.getvalue(), "report.docx")


def test_a_name_that_shows_only_once_its_neighbour_is_gone_is_taken_out_too() -> None:
    copy = copy_of(
        b"Plan for Kemi, Wren and Juno.\n\nMr Wren said no. He met Wren. Wren left.", "report.txt", KeyTable()
    )
    assert b"Wren" not in copy.data
