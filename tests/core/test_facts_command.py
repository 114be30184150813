"""`second-question metadata`: the JSON, the text, and files that cannot be read."""

import json
from pathlib import Path

import pytest

from second_question.cli import main

REPORT = """# Wakefield and District Safeguarding Children Partnership

# Local Child Safeguarding Practice Review

## Child Amber

Lead Reviewer: Petra Hollins

Published: 14 June 2021

## 1. Introduction

1.1 Amber was 7 months old when she was injured on 3 February 2020.
"""
KEYS = {
    "file", "title", "kind", "area", "local_authorities", "nation", "pseudonym", "published", "incident", "child_ages", "authors",
    "pages", "words", "language", "evidence",
}  # fmt: skip


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "amber.md"
    path.write_text(REPORT)
    return path


def test_the_json_has_the_shape_of_the_interfaces(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["metadata", "--json", str(report)]) == 0
    captured = capsys.readouterr()
    (said,) = json.loads(captured.out)
    assert captured.err == ""
    assert set(said) == KEYS
    assert said["file"] == str(report)
    assert said["local_authorities"] == ["E08000036"]
    assert (said["published"], said["incident"], said["child_ages"]) == ("2021-06-14", "2020-02-03", [0])
    assert said["evidence"]["published"] == {
        "page": 1,
        "start": said["evidence"]["published"]["start"],
        "end": said["evidence"]["published"]["start"] + 12,
        "text": "14 June 2021",
    }


def test_a_file_that_cannot_be_read_does_not_stop_the_others(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    assert main(["metadata", "--json", str(empty), str(tmp_path / "nowhere.pdf"), str(report)]) == 1
    captured = capsys.readouterr()
    assert [said["file"] for said in json.loads(captured.out)] == [str(report)]
    assert "empty.pdf: The file is empty" in captured.err
    assert "nowhere.pdf: No such file" in captured.err


def test_the_text_is_for_a_person(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["metadata", str(report)]) == 0
    said = capsys.readouterr().out
    assert "Area:            Wakefield (E08000036)" in said
    assert "Age of children: under 1" in said
    assert "page 1: “14 June 2021”" in said


def test_facts_of_a_pdf_name_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import typst

    pages = (
        b"#set page(header: [Child Amber, final])\n#align(center)[#text(24pt)[Serious Case Review] \\ Child Amber]\n"
        b"#align(center)[Luton Safeguarding Children Board]\n#align(center)[March 2016]\n#pagebreak()\n"
        b"= Introduction\nAmber was four years old when she died on 2 May 2014."
    )
    path = tmp_path / "amber.pdf"
    path.write_bytes(typst.compile(pages, format="pdf"))
    assert main(["metadata", "--json", str(path)]) == 0
    (said,) = json.loads(capsys.readouterr().out)
    assert (said["area"], said["published"], said["child_ages"], said["pages"]) == ("Luton", "2016-03", [4], 2)
    assert {name: said["evidence"][name]["page"] for name in ("published", "incident", "child_ages")} == {
        "published": 1,
        "incident": 2,
        "child_ages": 2,
    }


def test_a_folder_is_read_and_a_stopped_run_goes_on(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (report.parent / "birch.md").write_text(REPORT.replace("Amber", "Birch"))
    log = tmp_path.with_suffix(".jsonl")
    assert main(["metadata", "--json", str(tmp_path), "--workers", "1", "--report", str(log)]) == 0
    assert [said["pseudonym"] for said in json.loads(capsys.readouterr().out)] == ["Child Amber", "Child Birch"]
    assert main(["metadata", "--json", str(tmp_path), "--workers", "1", "--report", str(log)]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_no_workers_are_too_few(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["metadata", str(report), "--workers", "0"])
    assert ended.value.code == 2
    assert "Write 1 or more." in capsys.readouterr().err
