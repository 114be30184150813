"""`second-question library`: what it prints, as text and as JSON, and what it says when something is wrong."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy
import pytest

from second_question.cli import main
from second_question.commands.library import STOPPED
from second_question.library import collection

REVIEW = """# Local Child Safeguarding Practice Review: Child Amber

Published: 14 June 2021

## Findings

Nobody asked about the fathers of the two younger children, although each of them lived in the house for some months.
"""
RESULT = {
    "document", "title", "kind", "area", "published", "page", "passage", "highlights", "score", "start", "end", "headings",
    "themes",
}  # fmt: skip
Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SECOND_QUESTION_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def added(tmp_path: Path, capsys: Output) -> Path:
    folder = tmp_path / "reviews"
    folder.mkdir()
    (folder / "amber.md").write_text(REVIEW)
    assert main(["library", "add", str(folder)]) == 0
    capsys.readouterr()
    return folder


def printed(capsys: Output, *arguments: str) -> dict[str, Any]:
    assert main(["library", *arguments, "--json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    told: dict[str, Any] = json.loads(captured.out)
    return told


def test_search_as_json_has_the_shape_of_the_interfaces(added: Path, capsys: Output) -> None:
    told = printed(capsys, "search", "fathers", "--limit", "3")
    assert {"query", "total", "took_ms", "results"} <= told.keys()
    (result,) = told["results"]
    assert set(result) == RESULT
    assert [result["passage"][start:end] for start, end in result["highlights"]] == ["fathers"]
    assert (result["kind"], result["published"], result["page"]) == ("local-review", "2021-06-14", 1)


def test_search_for_a_person_marks_the_words_and_says_what_else_was_searched(added: Path, capsys: Output) -> None:
    assert main(["library", "search", "fathers"]) == 0
    said = capsys.readouterr().out
    assert "1 passage in" in said
    assert "about the [fathers] of" in said
    assert "fathers: also male carer, stepfather" in said


def test_a_filter_leaves_out_what_it_does_not_fit(added: Path, capsys: Output) -> None:
    assert printed(capsys, "search", "fathers", "--year", "2021")["total"] == 1
    assert printed(capsys, "search", "fathers", "--year", "2015..2020")["total"] == 0


def test_a_filter_under_which_there_is_nothing_is_said_with_what_there_is(added: Path, capsys: Output) -> None:
    assert main(["library", "search", "fathers", "--kind", "local"]) == 0
    assert capsys.readouterr().err == (
        "second-question library: --kind local: The library has nothing of this kind. It has: local-review.\n"
    )


def test_who_stops_it_is_told_how_to_go_on(tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(collection.Library, "add", stopped)
    (tmp_path / "amber.md").write_text(REVIEW)
    assert main(["library", "add", str(tmp_path / "amber.md")]) == 130
    assert "the same command" in capsys.readouterr().err


def is_loading(process: int) -> bool:
    """Whether the process from which others will be forked has begun to load what they need: for a tenth of a second."""
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            if b"forkserver" in Path(f"/proc/{child}/cmdline").read_bytes():
                ticks = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[11]
                return int(ticks) * 10 >= os.sysconf("SC_CLK_TCK")
    return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux tells here what a process has started")
def test_stopped_while_its_processes_start_it_prints_nothing_of_its_own(samples: Path) -> None:
    command = [sys.executable, "-m", "second_question", "library", "add", str(samples / "reports")]
    with subprocess.Popen(command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as adding:
        while adding.poll() is None and not is_loading(adding.pid):
            time.sleep(0.01)
        os.killpg(adding.pid, signal.SIGINT)
        _, said = adding.communicate()
    assert adding.returncode == 130
    assert said.decode() in ("", f"second-question library: {STOPPED}\n")


def test_similar_names_the_passages_on_both_sides(added: Path, tmp_path: Path, capsys: Output) -> None:
    finding = tmp_path / "finding.txt"
    finding.write_text("No agency asked about the fathers of the children who lived in the house.")
    told = printed(capsys, "similar", str(finding))
    (result,) = told["results"]
    assert {"document", "title", "score", "because"} <= result.keys()
    assert result["because"][0]["yours"] == finding.read_text()
    assert result["because"][0]["theirs"].startswith("Nobody asked about the fathers")


def test_similar_to_a_document_of_the_library_leaves_that_document_out(added: Path, capsys: Output) -> None:
    (result,) = printed(capsys, "search", "fathers")["results"]
    assert printed(capsys, "similar", result["document"])["results"] == []


def test_adding_again_says_that_it_is_there(added: Path, capsys: Output) -> None:
    assert printed(capsys, "add", str(added))["counts"] == {
        "added": 0, "already there": 1, "copy": 0, "new version": 0, "not read": 0,
    }  # fmt: skip


def test_contents_and_rebuild_count_the_documents(added: Path, capsys: Output) -> None:
    assert printed(capsys, "contents")["documents"] == {"current": 1, "passages": 1}
    assert printed(capsys, "rebuild") == {"documents": 1}


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["search", "x"], 1, "library rebuild"),
        (["search", "x", "--year", "20x9"], 1, "--year 20x9: This is no year"),
        (["similar", "nowhere.pdf"], 1, "Nor is it the id of a document"),
        (["add", "nowhere.pdf"], 1, "Check the name of the file"),
        (["add", ".", "--withhold-text"], 2, "goes with --public"),
    ],
)
def test_what_is_wrong_is_said(
    arguments: list[str], status: int, said: str, capsys: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["library", *arguments]) == status
    assert said in capsys.readouterr().err


def test_a_library_whose_index_is_gone_says_what_to_do(added: Path, home: Path, capsys: Output) -> None:
    for index in (home / "library").glob("index-*"):
        shutil.rmtree(index)
    assert main(["library", "search", "fathers"]) == 1
    assert "second-question library rebuild" in capsys.readouterr().err
    assert main(["library", "rebuild"]) == 0
    assert main(["library", "search", "fathers"]) == 0


class OneIdea:
    """A model of meaning that takes every text for the same."""

    name = "one idea"

    def vectors(self, texts: Sequence[str]) -> "numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float32]]":
        return numpy.ones((len(texts), 1), dtype=numpy.float32)


def test_what_is_added_is_read_for_its_meaning_when_that_is_asked_for(
    added: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection, "installed", OneIdea)
    assert printed(capsys, "add", str(added))["known_by_words_alone"] == 1
    assert main(["library", "add", str(added)]) == 0
    assert "To be found by meaning too (1): second-question library meaning" in capsys.readouterr().out
    assert printed(capsys, "meaning") == {"documents": 1}
    assert printed(capsys, "add", str(added))["known_by_words_alone"] == 0
    assert main(["library", "meaning"]) == 0
    assert capsys.readouterr().out == "0 documents were read for their meaning.\n"


def test_without_the_extra_it_says_that_search_works(
    added: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection, "installed", lambda: None)
    assert printed(capsys, "add", str(added))["known_by_words_alone"] == 0
    assert main(["library", "meaning"]) == 1
    assert "Search works without it" in capsys.readouterr().err
