"""Saved searches as their pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from second_question.library.access import Access
from second_question.library.entry import PUBLIC
from second_question.library.store import Kept
from second_question_web.library.alerts.letters import facts_of
from second_question_web.library.alerts.queries import problem_with
from second_question_web.library.feeds.asked import FIELDS, asked_from
from second_question_web.library.models import SavedSearch
from second_question_web.library.names import kind_name, theme_name

WRITTEN = {"kind": kind_name, "theme": theme_name}
FIELD_NAMES = {
    "kind": "Kind",
    "nation": "Nation",
    "region": "Region",
    "area": "Area",
    "theme": "Theme",
    "age": "Child’s age",
    "year": "Year",
}


@dataclass(frozen=True)
class New:
    """A document that is new to the reader."""

    key: str
    title: str
    facts: str
    is_restricted: bool


@dataclass(frozen=True)
class Shown:
    """A search with what is new in it."""

    search: SavedSearch
    said: str
    problem: str
    new: tuple[New, ...]


def shown_searches(new: Mapping[SavedSearch, list[Kept]]) -> list[Shown]:
    """In their order."""
    return [shown_search(search, documents) for search, documents in new.items()]


def shown_search(search: SavedSearch, documents: list[Kept]) -> Shown:
    """One search."""
    fresh = tuple(map(_new, documents))
    return Shown(search, said_in(QueryDict(search.asked)), problem_with(search.asked), fresh)


def said_in(said: QueryDict) -> str:
    """What a search asks for, in words."""
    asked = asked_from(said, Access())
    parts = [f"“{asked.query}”"] if asked.query else []
    for name in FIELDS:
        values = " or ".join(WRITTEN.get(name, str)(value) for value in asked.filters.get(name, ()))
        parts += [f"{FIELD_NAMES[name]}: {values}"] if values else []
    return "; ".join(parts)


def _new(document: Kept) -> New:
    return New(document.key, document.title, facts_of(document), document.visibility != PUBLIC)
