"""What a document is filed under: what is filtered by and counted, in the index and in lists of documents alike."""

import re
from collections.abc import Iterable
from typing import Any, Protocol

from second_question.library.places import age_bands, as_written

FACETS = ("kind", "nation", "region", "area", "theme", "age")
"""What is filtered by and counted, beside the year."""
YEAR, THEME = "year", "theme"
NAMED = frozenset({"nation", "region", "area"})

_YEARS = re.compile(r"(?P<first>\d{4})?(?:(?P<to>\.\.|-)(?P<last>\d{4})?)?")


class Recorded(Protocol):
    """What is known of a document."""

    @property
    def kind(self) -> str:
        """Of the public interface."""

    @property
    def nation(self) -> str | None:
        """In which it was written."""

    @property
    def regions(self) -> tuple[str, ...]:
        """Of England."""

    @property
    def authorities(self) -> tuple[str, ...]:
        """Names of local authorities."""

    @property
    def area(self) -> str | None:
        """As the document says it."""

    @property
    def ages(self) -> tuple[int, ...]:
        """Of the children, in whole years."""

    @property
    def published(self) -> str | None:
        """The day, the month or the year."""


def filed_under(document: Recorded) -> dict[str, list[str]]:
    """Its values by field, as they are written; themes are those of its passages."""
    return {
        "kind": [document.kind],
        "nation": [document.nation] if document.nation else [],
        "region": list(document.regions),
        "area": list(document.authorities) or ([document.area] if document.area else []),
        "age": list(age_bands(document.ages)),
        YEAR: [document.published[:4]] if document.published else [],
    }


def with_groups(themes: Iterable[str]) -> list[str]:
    """Themes and the groups that they belong to, each once, so that a group is found and counted with all that is in it."""
    return list(dict.fromkeys(one for theme in themes for one in (theme.split(".")[0], theme)))


def years_in(value: str) -> tuple[int | None, int | None] | None:
    """The first and the last year of 2019, 2019..2021, 2019.. or ..2021; None for what is no year."""
    found = _YEARS.fullmatch(value)
    if not found or not value.strip(".-"):
        return None
    first, last = found["first"], found["last"] if found["to"] else found["first"]
    return int(first) if first else None, int(last) if last else None


def shown(name: str, value: Any) -> str:
    """A value, which is kept in small letters, as it is written."""
    if name == YEAR:
        return str(int(value))
    return as_written(value) if name in NAMED else str(value)
