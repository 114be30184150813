"""The sample reports in twelve layouts: each can be read, and its words come back in their order."""

from difflib import SequenceMatcher
from functools import cache
from itertools import groupby

import pytest

from second_question.documents import BlockKind, CannotRead, Document, read
from tests.report_files import LAYOUTS, report_file
from tests.report_source import Heading, numbers, report, said, words, words_written

READABLE = [layout.name for layout in LAYOUTS.values() if layout.readable]
NUMBERS = numbers()


CHOSEN = [(NUMBERS[(position + step) % 12], layout) for position, layout in enumerate(READABLE) for step in (0, 5)]
"""Two reports in each readable layout, another two in the next."""


@cache
def opened(number: str, layout: str) -> Document:
    return read(report_file(number, layout))


def outcome(number: str, layout: str) -> str:
    try:
        return f"{len(opened(number, layout).pages)} pages"
    except CannotRead as problem:
        return str(problem)


def in_order(written: list[str], found: list[str]) -> float:
    """The share of the words written that were found in the order in which they were written."""
    matching = SequenceMatcher(None, written, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in matching) / len(written)


def said_by(document: Document, kind: BlockKind) -> list[str]:
    return [" ".join(words(document.said(block))) for block in document.blocks if block.kind is kind]


@pytest.mark.parametrize(("number", "layout"), CHOSEN)
def test_words_come_back_in_order(number: str, layout: str) -> None:
    found = words(opened(number, layout).text)
    assert in_order(words_written(report(number)), found) >= 0.98


@pytest.mark.parametrize(("number", "layout"), CHOSEN)
def test_nothing_comes_back_that_was_not_written(number: str, layout: str) -> None:
    """Apart from notes, the table of contents and numbers of list items: at most one word in fourteen."""
    found = words(opened(number, layout).text)
    notes = sum(len(words(note)) for note in report(number).notes.values())
    assert len(found) - notes <= 1.07 * len(words_written(report(number)))


@pytest.mark.parametrize("layout", READABLE)
def test_notes_come_back(layout: str) -> None:
    found = " ".join(words(opened("04", layout).text))
    for note in report("04").notes.values():
        assert " ".join(words(note)) in found


@pytest.mark.parametrize("layout", ["single column", "word with styles", "web page", "markdown", "hard lines"])
def test_headings_are_told_from_text(layout: str) -> None:
    written = [" ".join(words(said(part.runs))) for part in report("03").parts if isinstance(part, Heading)]
    found = said_by(opened("03", layout), BlockKind.HEADING)
    assert [title for title, _ in groupby(found) if title in written] == written


def test_running_lines_are_set_aside() -> None:
    document = opened("05", "running headers")
    assert "OFFICIAL-SENSITIVE" not in document.text
    assert any("OFFICIAL-SENSITIVE" in line for line in document.set_aside)


def test_a_scan_is_said_to_be_one_or_recognised() -> None:
    pages = len(opened("09", "single column").pages)
    assert "scan" in outcome("09", "scanned") or outcome("09", "scanned") == f"{pages} pages"
