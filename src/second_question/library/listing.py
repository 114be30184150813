"""Lists of documents and their counts, straight from the store. Who asks is part of every statement, as in the index."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from second_question.library.access import Access
from second_question.library.filing import FACETS, THEME, YEAR, shown, years_in
from second_question.library.store import CURRENT, Kept, Store

Filters = Mapping[str, Sequence[str]]
EVERY = -1
"""The limit of SQLite that is none."""


class Order(StrEnum):
    """How documents are listed: newly published first (undated ones last), by title, or as they changed, for harvesting."""

    PUBLISHED = "published"
    TITLE = "title"
    CHANGED = "changed"


ORDERS = {
    Order.PUBLISHED: "published is null, published desc, title, id",
    Order.TITLE: "title collate nocase, id",
    Order.CHANGED: "changed, id",
}


@dataclass(frozen=True)
class Listed:
    """A part of a list; `total` counts all of it."""

    total: int
    documents: tuple[Kept, ...]


@dataclass
class _Where:
    """Conditions with their values."""

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values += values

    def __str__(self) -> str:
        return " and ".join(self.conditions)


def documents(
    store: Store,
    access: Access,
    filters: Filters,
    *,
    limit: int | None = 20,
    offset: int = 0,
    order: Order = Order.PUBLISHED,
    changed_since: int | None = None,
) -> Listed:
    """Current documents that the asker may see.

    Args:
        store: the documents.
        access: what the asker may see.
        filters: values by field, any of which is enough; each field must be met.
        limit: the most to give; None for all.
        offset: so many are passed over.
        order: of the list.
        changed_since: only what has changed after the change of that number (`Kept.changed`).
    """
    where = _where(access, filters, changed_since)
    total = int(store.rows(f"select count(*) from documents where {where}", where.values)[0][0])  # noqa: S608  # our own words
    most = EVERY if limit is None else limit
    found = store.kept_where(f"{where} order by {ORDERS[order]} limit ? offset ?", [*where.values, most, offset])
    return Listed(total, tuple(found))


def facets(store: Store, access: Access, filters: Filters) -> dict[str, dict[str, int]]:
    """How many documents that the asker may see have each value, by field; the most first, years in their order."""
    where = _where(access, filters, None)
    seen, values = _seen("text_visibility", access)
    rows = store.rows(
        f"with seen as materialized (select id, {seen} as reads from documents where {where}) "  # noqa: S608  # our own words
        "select field, value, count(*) from filed join seen on seen.id = document "
        "where field <> ? or reads group by field, value order by count(*) desc, value",
        [*values, *where.values, THEME],
    )
    counts: dict[str, dict[str, int]] = {name: {} for name in (*FACETS, YEAR)}
    for name, value, number in rows:
        counts[name][shown(name, value)] = number
    return {**counts, YEAR: dict(sorted(counts[YEAR].items()))}


def readable(store: Store, access: Access, filters: Filters) -> list[tuple[int, ...]]:
    """Every current document that the asker may see, for what is compared outside of SQL: its id and its last change, whether
    its text may be read (0 or 1), and whether fewer may read that than see its record."""
    where = _where(access, filters, None)
    reads, values = _seen("text_visibility", access)
    return store.rows(
        f"select id, changed, {reads}, visibility <> text_visibility from documents where {where}",  # noqa: S608
        [*values, *where.values],
    )


def _where(access: Access, filters: Filters, changed_since: int | None) -> _Where:
    where = _Where()
    where.add("status = ?", CURRENT)
    seen, values = _seen("visibility", access)
    where.add(seen, *values)
    for name, wanted in filters.items():
        if wanted:
            _filter(where, name, wanted, access)
    if changed_since is not None:
        where.add("changed > ?", changed_since)
    return where


def _seen(column: str, access: Access) -> tuple[str, list[object]]:
    if access.everything:
        return "true", []
    return f"{column} in (select value from json_each(?))", [json.dumps(sorted(access.visibilities))]  # noqa: S608


def _filter(where: _Where, name: str, wanted: Sequence[str], access: Access) -> None:
    """A field that there is not finds nothing. Themes are those of the text, so only who may see the text finds by them."""
    if name == YEAR:
        _years(where, wanted)
        return
    statement = "id in (select document from filed where field = ? and value in (select value from json_each(?)))"
    where.add(statement, name, json.dumps([value.lower() for value in wanted]))
    if name == THEME:
        seen, values = _seen("text_visibility", access)
        where.add(seen, *values)


def _years(where: _Where, wanted: Sequence[str]) -> None:
    asked = [years for value in wanted if (years := years_in(value)) is not None]
    if not asked:
        where.add("false")
        return
    ranges = " or ".join(["cast(value as integer) between ? and ?"] * len(asked))
    values = [bound for first, last in asked for bound in (first or 0, last or 9999)]
    where.add(f"id in (select document from filed where field = ? and ({ranges}))", YEAR, *values)  # noqa: S608
