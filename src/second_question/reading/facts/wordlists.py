"""The words and forms of words kept as data."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def data(name: str) -> dict[str, Any]:
    """One of the data files."""
    return tomllib.loads((files("second_question.reading.facts") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def one_of(file: str, *lists: str) -> str:
    """The forms of those lists as one alternative of a pattern."""
    return as_alternatives([form for each in lists for form in data(file)[each]])


def as_alternatives(forms: list[str], space: str = r"\s") -> str:
    """Forms as one alternative: their groups are not counted, and a space in them stands for what `space` says, once or more."""
    uncounted = (re.sub(r"(?<!\\)\((?!\?)", "(?:", form) for form in forms)
    spaced = (form.replace(" ?", f"{space}?").replace(" ", f"{space}+") for form in uncounted)
    return "(?:" + "|".join(spaced) + ")"


@cache
def called() -> tuple[str, ...]:
    """What a report calls a child or a family before a letter, a number or a name."""
    return tuple(data("words")["called"])


@cache
def not_names() -> frozenset[str]:
    """Words in small letters that are no name, wherever they stand."""
    return frozenset(data("words")["not_names"].split())


@cache
def no_person() -> frozenset[str]:
    """Words in small letters that stand in no name of a person."""
    return frozenset(data("people")["no_person"].split())
