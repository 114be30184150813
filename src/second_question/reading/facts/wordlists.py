"""The words of `data/words.toml`."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def called() -> tuple[str, ...]:
    """What a report calls a child or a family before a letter, a number or a name."""
    return tuple(_data()["called"])


@cache
def not_names() -> frozenset[str]:
    """Words in small letters that are no name, wherever they stand."""
    return frozenset(_data()["not_names"].split())


@cache
def _data() -> dict[str, str]:
    return tomllib.loads((files("second_question.reading.facts") / "data" / "words.toml").read_text(encoding="utf-8"))
