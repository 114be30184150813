"""Many files at once: in their order, each by itself, and on from where an earlier run stopped."""

import io
import json
import os
from pathlib import Path

import pytest

from second_question.commands import reading_files
from second_question.commands.reading_files import GivenFile, given_files
from second_question.documents.folders import documents_in
from second_question.documents.reports import Report, entry_for
from tests import review_files

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="reading one file after the other forks")

FILES = {
    "b/second.md": b"# Two\n\nThe second.",
    "a first.txt": b"The first.",
    "b/c/third.HTML": b"<!doctype html><p>The third.</p>",
    "b/broken.docx": b"PK\x03\x04 and nothing",
    "table.csv": b"a,b",
    "b/~$second.docx": b"x",
    ".hidden/x.txt": b"hidden",
}
IN_ORDER = ["a first.txt", "b/broken.docx", "b/second.md", "b/c/third.HTML"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "files"


def names(given: list[GivenFile], folder: Path) -> list[str]:
    return [str(Path(one.file).relative_to(folder)) for one in given]


def test_a_folder_is_its_documents_in_order_without_hidden_and_other_files(folder: Path) -> None:
    assert [str(path.relative_to(folder)) for path in documents_in(folder)] == IN_ORDER


def test_one_that_cannot_be_read_does_not_stop_the_others(folder: Path) -> None:
    given = list(given_files([str(folder)], workers=2))
    assert names(given, folder) == IN_ORDER
    assert [one.document is None for one in given] == [False, True, False, False]
    assert given[1].problem.startswith(f"{folder}/b/broken.docx: The Word file is damaged")


def test_files_come_in_the_order_given_whoever_is_read_first(tmp_path: Path) -> None:
    large = tmp_path / "large.docx"
    large.write_bytes(review_files.strong_with_tables())
    files = [large, *(tmp_path / f"{number}.txt" for number in range(9))]
    for path in files[1:]:
        path.write_text(f"This is {path.name}.")
    given = list(given_files([str(path) for path in files], workers=3))
    assert [one.file for one in given] == [str(path) for path in files]
    assert [one.document.text for one in given[1:] if one.document] == [f"This is {path.name}." for path in files[1:]]


@pytest.mark.parametrize(("name", "problem"), [("nothing.pdf", "No such file"), ("empty", "holds no PDF, Word, HTML")])
def test_what_is_not_there_is_said(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "empty").mkdir()
    (given,) = given_files([str(tmp_path / name)])
    assert given.document is None
    assert problem in given.problem


def test_standard_input_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Typed é.".encode())))
    (given,) = given_files(["-"])
    assert given.document
    assert given.document.text == "Typed é."


def test_a_file_that_never_ends_is_not_read_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_files, "MOST_BYTES", 10)
    (tmp_path / "long.txt").write_text("more than ten characters")
    (given,) = given_files([str(tmp_path / "long.txt")])
    assert "larger than" in given.problem


def test_a_run_that_stopped_goes_on_where_it_stopped(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.jsonl"
    first = given_files([str(folder)], report=report)
    stopped_at = [next(first) for _ in range(3)][-1]
    first.close()
    with report.open("a") as lines:
        lines.write('{"file": "half a li')
    rest = list(given_files([str(folder)], report=report))
    assert rest[1].file == stopped_at.file
    assert names(rest, folder) == IN_ORDER[1:]  # the broken one is tried again
    (folder / "a first.txt").write_text("The first, changed.")
    assert names(list(given_files([str(folder)], report=report)), folder) == ["a first.txt", "b/broken.docx"]


def test_the_report_says_what_was_read_and_what_was_not_and_why(folder: Path, tmp_path: Path) -> None:
    list(given_files([str(folder)], report=tmp_path / "report.jsonl"))
    lines = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text().splitlines()]
    assert [line["status"] for line in lines] == ["read", "not read", "read", "read"]
    assert "damaged" in lines[1]["problem"]
    assert (lines[2]["kind"], lines[2]["pages"], lines[2]["words"], len(lines[2]["digest"])) == ("md", 1, 3, 64)


def test_a_report_that_is_no_report_counts_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "report.jsonl"
    path.write_text('[1]\nnull\n{"file": 3}\n')
    report = Report(path)
    report.add(entry_for("a.txt", "0" * 64, None, "Why."))
    assert not report.has("a.txt", "0" * 64)
    assert len(path.read_text().splitlines()) == 4
