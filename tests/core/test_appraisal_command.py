"""The command that appraises: for a person and as JSON, one file and several, and a file that cannot be read."""

import io
import json
from pathlib import Path

import pytest

from second_question.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples" / "appraisal"
LOCAL, RAPID = str(SAMPLES / "lcspr-practice-themes.md"), str(SAMPLES / "rapid-minutes.txt")
Captured = pytest.CaptureFixture[str]


def test_a_person_reads_item_answer_quotation_with_page_and_question(capsys: Captured) -> None:
    assert main(["appraise", RAPID]) == 0
    shown = capsys.readouterr().out
    assert "RR04  no" in shown
    assert "p. 1: “" in shown
    assert "Ask: What is the child’s ethnicity" in shown
    assert "RR08  for a person" in shown
    assert "A person decides." in shown


def test_a_person_reads_each_recommendation_with_what_it_does_not_say(capsys: Captured) -> None:
    assert main(["appraise", str(SAMPLES / "lcspr-key-lines.md")]) == 0
    shown = capsys.readouterr().out
    assert "4 recommendations" in shown
    assert "who: The Director of Education" in shown
    assert "by when: not said" in shown


def test_one_file_is_one_json_document(capsys: Captured) -> None:
    assert main(["appraise", LOCAL, "--json"]) == 0
    out, error = capsys.readouterr()
    given = json.loads(out)
    assert (given["file"], given["kind"], len(given["items"])) == (LOCAL, "local-review", 26)
    assert error == ""


def test_several_files_are_a_list(capsys: Captured) -> None:
    assert main(["appraise", LOCAL, RAPID, "--json"]) == 0
    assert [one["kind"] for one in json.loads(capsys.readouterr().out)] == ["local-review", "rapid-review"]


def test_the_kind_can_be_given(capsys: Captured) -> None:
    assert main(["appraise", RAPID, "--kind", "local-review", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["checklist"] == "local-review/2021"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(capsys: Captured, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.pdf")
    assert main(["appraise", missing, RAPID, "--json"]) == 1
    out, error = capsys.readouterr()
    assert [one["file"] for one in json.loads(out)] == [RAPID]
    assert error.startswith(f"second-question appraise: {missing}: ")


def test_nothing_is_printed_where_nothing_could_be_read(capsys: Captured, tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.write_text("")
    assert main(["appraise", str(empty), "--json"]) == 1
    assert capsys.readouterr().out == ""


def test_standard_input_is_a_file_too(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    class Given:
        buffer = io.BytesIO(b"Notes of a rapid review meeting\n\nThe criteria are not met because the plan was closed.")

    monkeypatch.setattr("sys.stdin", Given())
    assert main(["appraise", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "rapid-review"


def test_an_unknown_kind_is_wrong_usage(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["appraise", RAPID, "--kind", "briefing"])
    assert stopped.value.code == 2
    assert "rapid-review" in capsys.readouterr().err
