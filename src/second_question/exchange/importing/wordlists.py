"""The word lists beside this file, read once."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from second_question.reading.patterns import folded

_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBER = re.compile(
    r"^\W*(?:(?:(?:section|part|question|appendix|q)\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.):]?|\(?(?:[a-z]|[ivx]{1,4})[.)])"
    rf"|(?:section|part|appendix)\s+(?:{_COUNT})(?:\s[a-z])?(?:[.):]|\s-))\s+(?=\S)"
)
_APOSTROPHES = re.compile(r"'|(?<=\b[a-z])\.(?=[a-z]\b)")  # and the points in D.O.B.
_NO_WORD = re.compile(r"[^a-z0-9]+")
_ARTICLES = frozenset({"the", "a", "an", "this", "your", "our"})


def plain(text: str) -> str:
    """A label or answer as it is compared: small letters, no numbering, articles, apostrophes or punctuation."""
    small = _APOSTROPHES.sub("", _NUMBER.sub("", folded(text), count=1))
    return " ".join(word for word in _NO_WORD.split(small) if word and word not in _ARTICLES)


def without_number(text: str) -> str:
    """A heading without the number before it."""
    match = _NUMBER.match(folded(text))
    return text[match.end() :].strip() if match else text.strip()


@cache
def labels() -> Mapping[str, Any]:
    """`data/labels.toml`."""
    return _table("labels.toml")


@cache
def answers() -> Mapping[str, Any]:
    """`data/answers.toml`."""
    return _table("answers.toml")


@cache
def words(name: str) -> frozenset[str]:
    """A list of `said` in `data/answers.toml`."""
    return frozenset(map(plain, answers()["said"][name]))


@cache
def of_their_place() -> frozenset[str]:
    """Labels that mean something only where it is known of whom or what they speak."""
    return frozenset(map(plain, labels()["of_their_place"]["words"]))


def is_beside(text: str, name: str) -> bool:
    """Whether that is one of the words that stand beside the answers; `name` is "facts", "headings" or "heads"."""
    return plain(text) in labels()["beside_the_answers"][name]


def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads((files("second_question.exchange.importing") / "data" / name).read_text(encoding="utf-8"))
