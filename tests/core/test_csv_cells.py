"""What we write into a CSV file: no cell that runs, and nothing lost."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.exchange.csv_guard import guarded, restored
from second_question.exchange.csv_out import Cell, csv_bytes


@pytest.mark.parametrize(
    ("what", "text", "written"),
    [
        ("a formula", "=1+1", "'=1+1"),
        ("a call", "@SUM(A1)", "'@SUM(A1)"),
        ("a telephone number", "+44 1632 960123", "'+44 1632 960123"),
        ("behind a space", " =1", "' =1"),
        ("behind a tab", "\t=1", "'\t=1"),
        ("in full width", "＝1", "'＝1"),
        ("guarded already", "'=1", "''=1"),
        ("a negative number", "-3.5", "-3.5"),
        ("an apostrophe of the language", "'twas", "'twas"),
        ("plain words", "a - b", "a - b"),
    ],
)
def test_a_formula_is_made_harmless(what: str, text: str, written: str) -> None:
    assert guarded(text) == written
    assert restored(written) == text


@given(st.text())
def test_guarding_loses_nothing(text: str) -> None:
    assert restored(guarded(text)) == text


@given(st.text(alphabet="=+-@' \t\r\nA1＝", min_size=1))
def test_no_written_cell_begins_as_a_formula(text: str) -> None:
    beginning = guarded(text).lstrip()[:1]
    assert beginning not in ("=", "+", "@", "＝")


def test_a_file_for_excel_begins_with_the_byte_order_mark_and_speaks_plainly() -> None:
    row: list[Cell] = [True, None, date(2026, 1, 31), 3, 'a "word", and more', "=1"]
    written = csv_bytes(["yes", "nothing", "day", "number", "text", "=heading"], [row])
    assert written.startswith(b"\xef\xbb\xbfyes,nothing,day,number,text,'=heading\r\n")
    assert written.endswith(b'yes,,2026-01-31,3,"a ""word"", and more",\'=1\r\n')


@given(st.lists(st.lists(st.text().filter(lambda t: "\0" not in t), min_size=2, max_size=2)))
def test_any_text_comes_back(rows: list[list[str]]) -> None:
    text = csv_bytes(["first", "second"], rows, byte_order_mark=False).decode("utf-8", "surrogatepass")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [[restored(cell) for cell in row] for row in read[1:]] == rows
