"""Hostile files among others: each takes only itself with it, and whatever its bytes are, there is a document or a sentence."""

import io
import os
import signal
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.enum.text import WD_BREAK
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from second_question.commands.reading_files import given_files
from second_question.documents import CannotRead, Document, read
from second_question.documents.batches import ReadingProcess
from second_question.documents.limits import OF_A_BATCH, Limits
from tests import review_files

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="reading one file after the other forks")


@cache
def blank_pdf(pages: int) -> bytes:
    file, pdf = io.BytesIO(), pypdfium2.PdfDocument.new()
    for _ in range(pages):
        pdf.new_page(200, 200)
    pdf.save(file)
    return file.getvalue()


@cache
def word_of(pages: int) -> bytes:
    file, document = io.BytesIO(), docx.Document()
    paragraph = document.add_paragraph("one")
    for _ in range(pages - 1):
        paragraph.add_run().add_break(WD_BREAK.PAGE)
    document.save(file)
    return file.getvalue()


@cache
def bomb() -> bytes:
    """A hundred thousand times larger once unpacked, and in a part that is read."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(70_000_000))
    return file.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "1.pdf": (lambda: blank_pdf(5_000), "5,000 pages, and at most 1,000"),
    "2.docx": (lambda: word_of(1_001), "1,001 pages, and at most 1,000"),
    "3.docx": (bomb, "unpacks"),
    "4.html": (lambda: b"<html>" + b"<div>" * 5_000 + b"x", "without end"),
    "5.docx": (lambda: review_files.weak()[:3_000], "damaged"),
    "6.pdf": (lambda: review_files.pdf_prose()[:3_000], "damaged"),
    "7.txt": (lambda: b"", "empty"),
    "8.doc": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old Word"),
}


def test_each_takes_only_itself_with_it(tmp_path: Path) -> None:
    for number, (name, (build, _)) in enumerate(HOSTILE.items()):
        (tmp_path / name).write_bytes(build())
        (tmp_path / f"{number}0 good.txt").write_text(f"This is good {number}.")
    problems = {Path(one.file).name: one.problem for one in given_files([str(tmp_path)], workers=2)}
    assert sum(not problem for problem in problems.values()) == len(HOSTILE)
    for name, (_, words) in HOSTILE.items():
        assert words in problems[name]
        assert problems[name].endswith(".")
        assert "rapid review" not in problems[name]


@contextmanager
def reading(limits: Limits = OF_A_BATCH) -> Iterator[ReadingProcess]:
    process = ReadingProcess(limits)
    yield process
    process.close()


def number_of(process: ReadingProcess) -> int:
    held = process._process  # noqa: SLF001  the tests are the accident, and what another program could see
    assert held
    return held.pid


def test_a_file_that_kills_its_process_takes_no_other_with_it() -> None:
    with reading() as process:
        assert process.read(b"before", "a.txt").text == "before"
        os.kill(number_of(process), signal.SIGKILL)
        with pytest.raises(CannotRead, match="cannot be read"):
            process.read(b"during", "a.txt")
        assert process.read(b"after", "a.txt").text == "after"


SLOW = b"<html><table>" + b"<tr><td>a<td>b" * 60_000
LIMITS = {
    "took too long": (Limits(seconds=1, recognition_seconds=0), SLOW, "slow.html"),
    "took too long, and was": (Limits(seconds=0, recognition_seconds=0), SLOW, "slow.html"),
    "far more memory": (Limits(megabytes=160), b"<html>" + b"<p>word</p>" * 400_000, "large.html"),
}


@pytest.mark.parametrize("words", LIMITS)
def test_limits_hold_for_one_file_and_the_next_is_read(words: str) -> None:
    limits, data, name = LIMITS[words]
    with reading(limits) as process:
        with pytest.raises(CannotRead, match=words):
            process.read(data, name)
        if limits.waiting:
            assert process.read(b"after", "a.txt").text == "after"


def test_a_reading_process_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    with reading() as process:
        process.read(b"x", "a.txt")
        environment = Path(f"/proc/{number_of(process)}/environ")
        if not environment.exists():
            pytest.skip("this system does not show the environment of a process")
        assert b"secret" not in environment.read_bytes()


def test_an_analyst_reads_longer_documents_than_an_import() -> None:
    assert len(read(word_of(900), "a.docx", most_pages=OF_A_BATCH.most_pages).pages) == 900
    with pytest.raises(CannotRead, match="900 pages, and at most 200"):
        read(word_of(900), "a.docx")


WHOLE: dict[str, Callable[[], bytes]] = {
    "a.docx": review_files.weak,
    "b.docx": review_files.strong_with_tables,
    "a.pdf": review_files.pdf_with_tables,
    "a.html": lambda: (
        b"<!doctype html><h1>One</h1><table><tr><td>a<td>b</table><ul><li>x</ul><p style='display:none'>no</p>"
    ),
    "a.md": lambda: b"# One\n\n| a | b |\n|---|---|\n| c | d |\n\n- item\n\nTitle\n=====\n",
    "a.txt": lambda: "1. One\n\nA caf\xe9.\n\f2. TWO WORDS\n".encode("utf-16"),
}


@cache
def whole(name: str) -> bytes:
    return WHOLE[name]()


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """One of the files with bytes changed, left out, doubled or put in; in a Word file within one of its parts."""
    name = draw(st.sampled_from(sorted(WHOLE)))
    data = whole(name)
    if name.endswith(".docx") and draw(st.booleans()):
        return name, _with_damaged_part(data, draw)
    return name, _damaged(data, draw)


def _with_damaged_part(data: bytes, draw: st.DrawFn) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        chosen = draw(st.sampled_from(sorted(name for name in old.namelist() if name.endswith((".xml", ".rels")))))
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, _damaged(content, draw) if part == chosen else content)
    return file.getvalue()


def _damaged(data: bytes, draw: st.DrawFn) -> bytes:
    for _ in range(draw(st.integers(1, 5))):
        at, length = draw(st.integers(0, max(0, len(data) - 1))), draw(st.integers(0, 40))
        put_in = draw(
            st.binary(max_size=4) | st.sampled_from([b"<table>", b"&#x110000;", b"99999999999", b"\xff\xfe", b""])
        )
        data = data[:at] + put_in + data[at + length :]
    return data


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_whatever_the_bytes_there_is_a_document_with_exact_places_or_a_sentence(given: tuple[str, bytes]) -> None:
    name, data = given
    try:
        document = read(data, name)
    except CannotRead as reason:
        assert str(reason).endswith(".")  # noqa: PT017  the other outcome is as good
        return
    assert Document.from_json(document.to_json()) == document
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        end = block.end
        page = document.pages[block.page - 1]
        assert page.start <= block.start < max(page.end, page.start + 1)
        assert all(block.start <= cell.start <= cell.end <= block.end for row in block.rows for cell in row)
