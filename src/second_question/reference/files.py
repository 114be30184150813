"""Reading the data files that ship with the package."""

import csv
from datetime import date
from importlib.resources import files


def text(name: str) -> str:
    """The whole of a data file."""
    return (files("second_question.reference") / "data" / name).read_text(encoding="utf-8")


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV data file, each by column name."""
    return list(csv.DictReader(text(name).splitlines()))


def day_or_none(value: str) -> date | None:
    """An ISO date, or None for an empty field."""
    return date.fromisoformat(value) if value else None
