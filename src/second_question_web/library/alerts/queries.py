"""What somebody keeps, and what is new in it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.http import QueryDict
from django.utils.timezone import localdate

from second_question.library.access import Access
from second_question.library.collection import Library
from second_question.library.filing import YEAR, years_in
from second_question.library.places import AGE_BANDS
from second_question.library.store import Kept
from second_question_web.library.access import access_of
from second_question_web.library.alerts.first_shown import since
from second_question_web.library.feeds.asked import asked_from
from second_question_web.library.models import SavedSearch
from second_question_web.library.names import KINDS, region_names, themes
from second_question_web.people.models import Person

MOST_NEW = 1_000
"""Documents that one search can have as news at a time."""


def searches_of(person: Person) -> list[SavedSearch]:
    """By name."""
    return list(SavedSearch.objects.filter(person=person))


def search_of(person: Person, number: int) -> SavedSearch | None:
    """One of this person's own."""
    return SavedSearch.objects.filter(person=person, pk=number).first()


def people_with_alerts() -> list[Person]:
    """Those with an account that holds and a search of which they want to hear."""
    wanting = SavedSearch.objects.exclude(rhythm=SavedSearch.Rhythm.NEVER).values("person")
    return list(Person.objects.filter(pk__in=wanting, state=Person.State.ACTIVE))


def is_due(search: SavedSearch, today: date) -> bool:
    """Whether it is to be looked at today: each day, or once a week from Monday on."""
    last = localdate(search.checked_at or search.created_at)
    if search.rhythm == SavedSearch.Rhythm.WEEKLY:
        return last.isocalendar()[:2] < today.isocalendar()[:2]
    return search.rhythm == SavedSearch.Rhythm.DAILY and (search.checked_at is None or last < today)


def new_in(library: Library, searches: Mapping[SavedSearch, int], person: Person) -> dict[SavedSearch, list[Kept]]:
    """For each search, given with a mark, the documents that this person may see now and could not before the mark."""
    access = access_of(person)
    shown = since(min(searches.values(), default=0), access) if searches else {}
    return {
        search: _found(library, search, [key for key, first in shown.items() if first > mark], access)
        for search, mark in searches.items()
    }


def _found(library: Library, search: SavedSearch, keys: Iterable[str], access: Access) -> list[Kept]:
    wanted = json.dumps(list(keys))
    among = frozenset(one.id for one in library.store.kept_where("key in (select value from json_each(?))", (wanted,)))
    if not among or problem_with(search.asked):
        return []
    asked = replace(asked_from(QueryDict(search.asked), access), among=among, relaxed=False, spelling=False)
    return library.matching(asked, MOST_NEW)


def unknown_words(library: Library, asked: str, person: Person) -> list[str]:
    """Words of a search that no text has which this person may see; the search page takes them for misspelt."""
    said = QueryDict(asked)
    if not said.get("q"):
        return []
    return list(library.search(replace(asked_from(said, access_of(person)), limit=1)).understood.corrected)


def problem_with(asked: str) -> str:
    """Why a search cannot be read any more, as a sentence; "" when it can."""
    said = QueryDict(asked)
    filters = asked_from(said, Access()).filters
    for name, known in _known().items():
        gone = [value for value in filters.get(name, ()) if value.casefold() not in known]
        if gone:
            return f"It asks for “{gone[0]}”, which the library does not know any more."
    if any(years_in(value) is None for value in filters.get(YEAR, ())):
        return f"It asks for the year “{filters[YEAR][0]}”, which is none."
    return "" if filters or said.get("q", "").strip() else "It asks for nothing."


def _known() -> dict[str, set[str]]:
    values = {"kind": KINDS, "theme": themes(), "region": region_names(), "age": AGE_BANDS}
    return {name: {one.casefold() for one in known} for name, known in values.items()}
