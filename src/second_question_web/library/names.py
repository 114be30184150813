"""How the values that documents are filed under are written for people, and in which order they stand."""

from collections.abc import Iterable
from functools import cache

from second_question.reference.areas import regions
from second_question.rules.codebooks import Code, codebook

KINDS = {
    "rapid-review": "Rapid review",
    "local-review": "Local child safeguarding practice review",
    "serious-case-review": "Serious case review",
    "national-review": "National review",
    "thematic": "Thematic review or study",
    "annual-review": "Annual review",
    "briefing": "Briefing",
    "yearly-report": "Yearly report of a partnership",
    "prevention-of-future-deaths": "Prevention of future deaths report",
    "guidance": "Guidance",
    "other": "Other document",
}
"""The kinds of the public interface."""


def kind_name(kind: str) -> str:
    """A kind as it is written; of one that is not known, what is kept."""
    return KINDS.get(kind) or kind.replace("-", " ").capitalize()


@cache
def themes() -> dict[str, str]:
    """The titles of the themes and of the groups that they belong to, by code, in the order of the codebook."""
    return {one.code: one.title or one.code for one in _codes()}


def theme_name(code: str) -> str:
    """The title of a theme; of one that is not known, its code."""
    return themes().get(code) or code.replace(".", ": ").replace("-", " ").capitalize()


def ages_in_words(ages: Iterable[int]) -> str:
    """Whole years of children as they are written: under 1, 4."""
    return ", ".join("under 1" if age == 0 else str(age) for age in ages)


@cache
def region_names() -> tuple[str, ...]:
    """The nine regions."""
    return tuple(sorted(one.name for one in regions()))


def _codes() -> tuple[Code, ...]:
    return tuple(codebook().codes)
