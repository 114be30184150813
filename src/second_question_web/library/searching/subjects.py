"""The four subjects by which a reader finds reviews (handbook 1, B4), as data in `data/subjects.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Subject:
    """A subject; `asked` is the search that finds what belongs to it."""

    id: str
    title: str
    about: str
    asked: str


@cache
def subjects() -> dict[str, Subject]:
    """By id, in the order of the file."""
    data = files("second_question_web.library.searching") / "data" / "subjects.toml"
    found = tomllib.loads(data.read_text(encoding="utf-8"))["subject"]
    return {one["id"]: Subject(**one) for one in found}
