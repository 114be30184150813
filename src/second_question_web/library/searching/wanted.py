"""What the search page is asked for, and the one address that says it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict

from second_question.library.access import Access
from second_question.library.collection import Library
from second_question.library.filing import YEAR, years_in
from second_question.library.searching import Asked
from second_question.library.store import Kept
from second_question_web.library.feeds.asked import as_address, asked_from

WITHIN, PAGE, FIRST, LAST = "within", "page", "from", "to"
A_PAGE = 20
"""Passages or documents of a page."""
MOST_PAGES = 50


@dataclass(frozen=True)
class Wanted:
    """A search as the page shows it. `within` is the one document that is searched; `first` and `last` are years."""

    asked: Asked
    page: int = 1
    within: Kept | None = None
    first: str = ""
    last: str = ""

    @property
    def is_listing(self) -> bool:
        """Whether no words are asked for, so that documents are listed and not passages."""
        return not self.asked.query and self.within is None

    def on_page(self, page: int) -> "Wanted":
        """The same search, another page of it."""
        return replace(self, page=page, asked=replace(self.asked, offset=(page - 1) * A_PAGE))

    @property
    def address(self) -> str:
        """What stands behind the question mark, without the page."""
        said = as_address(self.asked)
        within = f"{WITHIN}={self.within.key}" if self.within else ""
        return "&".join(filter(None, (said, within)))


def tidied(said: QueryDict) -> QueryDict:
    """The same without fields that were left empty, the two years of the form as one value."""
    tidy = QueryDict(mutable=True)
    for name, values in said.lists():
        kept = [value for value in dict.fromkeys(map(str.strip, map(str, values))) if value]
        if kept and name not in (FIRST, LAST):
            tidy.setlist(name, kept)
    first, last = (said.get(name, "").strip() for name in (FIRST, LAST))
    if first or last:
        tidy[YEAR] = first if first == last else f"{first}..{last}"
    return tidy


def problem_with(said: QueryDict) -> str:
    """What is wrong with the years that were typed."""
    typed = [value for name in (FIRST, LAST) if (value := said.get(name, "").strip())]
    wrong = next((value for value in typed if years_in(value) is None or len(value) != len("2019")), None)
    return f"“{wrong[:20]}” is not a year. Write it with four digits, like 2019." if wrong else ""


def wanted(said: QueryDict, access: Access, library: Library) -> Wanted:
    """The search for whoever has that access. `said` is tidy."""
    asked = replace(asked_from(said, access), limit=A_PAGE, counts=True)
    key = said.get(WITHIN, "")
    within = library.document(key, access) if key else None
    if key:
        asked = replace(asked, among=frozenset({within.id} if within else ()))
    first, last = _years(asked.filters.get(YEAR, ()))
    return Wanted(asked, within=within, first=first, last=last).on_page(_page(said.get(PAGE, "")))


def _page(said: str) -> int:
    return min(MOST_PAGES, max(1, int(said))) if said.isdecimal() and len(said) < len("1000") else 1


def _years(years: Sequence[str]) -> tuple[str, str]:
    """What stands in the two fields: only a single range can."""
    found = years_in(years[0]) if len(years) == 1 else None
    if found is None:
        return "", ""
    first, last = found
    return str(first or ""), str(last or "")


def without(said: QueryDict, name: str, value: str) -> str:
    """The address when one value is taken away."""
    less = said.copy()
    less.setlist(name, [one for one in less.getlist(name) if one != value])
    return _behind(less)


def with_value(said: QueryDict, name: str, value: str) -> str:
    """The address when a field has one value."""
    more = said.copy()
    more[name] = value
    return _behind(more)


def _behind(said: QueryDict) -> str:
    if PAGE in said:
        del said[PAGE]
    return f"?{said.urlencode()}"
