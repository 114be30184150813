"""Files and functions stay small enough to be read in one go. The limits are in DEVELOPERS.md."""

import ast
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_FUNCTION, LONGEST_FILE = 60, 400
NINE_IN_TEN_FUNCTIONS, NINE_IN_TEN_FILES, MEDIAN_FUNCTION = 30, 250, 8
# Pure data: tables of questions, codes or sentences without a function between them.
DATA_TABLES = ("demo/stories_*.py", "demo/reviews/*.py", "appraisal/topics.py")
Measure = Callable[[], dict[str, int]]


@cache
def files() -> list[Path]:
    found = [path for path in (ROOT / "src").rglob("*.py") if "migrations" not in path.parts]
    assert len(found) > 50, "the sweep must find the source files"
    return found


def is_data(path: Path) -> bool:
    return any(path.match(table) for table in DATA_TABLES)


@cache
def file_lengths() -> dict[str, int]:
    return {str(p.relative_to(ROOT)): p.read_text().count("\n") for p in files() if not is_data(p)}


@cache
def function_lengths() -> dict[str, int]:
    lengths = {}
    for path in files():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                lengths[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = length
    return lengths


def at(share: float, lengths: dict[str, int]) -> int:
    return sorted(lengths.values())[int(share * (len(lengths) - 1))]


@pytest.mark.parametrize(("measure", "limit"), [(file_lengths, LONGEST_FILE), (function_lengths, LONGEST_FUNCTION)])
def test_none_is_too_long(measure: Measure, limit: int) -> None:
    too_long = {name: length for name, length in measure().items() if length > limit}
    assert not too_long


@pytest.mark.parametrize(
    ("measure", "share", "limit"),
    [
        (file_lengths, 0.9, NINE_IN_TEN_FILES),
        (function_lengths, 0.9, NINE_IN_TEN_FUNCTIONS),
        (function_lengths, 0.5, MEDIAN_FUNCTION),
    ],
)
def test_most_are_short(measure: Measure, share: float, limit: int) -> None:
    assert at(share, measure()) <= limit
