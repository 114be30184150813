"""Which reader answers which item: each `auto` item of each checklist has exactly one."""

from collections.abc import Callable
from functools import cache
from importlib import import_module

from second_question.reading.appraisal.answers import Reader

MODULES = (
    "people",
    "attendance",
    "ethnic",
    "voices",
    "days",
    "reasons",
    "decisions",
    "lessons",
    "lengths",
    "phrasing",
    "identifying",
    "plans",
    "process",
)
"""The modules of `readers`, each about one matter."""

_READERS: dict[str, Reader] = {}


def reads(*ids: str) -> Callable[[Reader], Reader]:
    """Make a reader the one that answers these items.

    Raises:
        ValueError: one of them has a reader already.
    """

    def add(reader: Reader) -> Reader:
        for item_id in ids:
            if item_id in _READERS:
                raise ValueError(f"{item_id} has two readers.")
            _READERS[item_id] = reader
        return reader

    return add


@cache
def readers() -> dict[str, Reader]:
    """Every reader by the id of its item."""
    for module in MODULES:
        import_module(f"second_question.reading.appraisal.readers.{module}")
    return dict(_READERS)
