"""What other libraries harvest: the records that everybody may see, and that others could be seen once, by when they changed.

Lists go by key and not by time, so that a list that is read in parts leaves nothing out when documents change meanwhile: what
changes has a later stamp, and is in the next list. Of a record that is not open any more nothing is given but key and stamp.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from second_question.library.access import EVERYBODY
from second_question.library.store import CURRENT, Kept, Store

LATEST = "9999"


@dataclass(frozen=True)
class Harvested:
    """A record with the time of its last change in UTC, as 2026-11-26T08:30:00Z; `document` is None where it is not open."""

    key: str
    at: str
    document: Kept | None


@dataclass(frozen=True)
class Window:
    """What is asked for: changed in a stretch of time, both ends with it, and filed under a value of a field.

    What is not open any more is in every window of its time: under what it was filed is not told.
    """

    since: str = ""
    until: str = ""
    field: str = ""
    value: str = ""


def harvest(store: Store, window: Window, *, after: str = "", limit: int = 100) -> list[Harvested]:
    """The records of a window in the order of their keys, beginning after a key."""
    where, values = _where(window)
    found = list(store.kept_where(f"key > ? and {where} order by key limit ?", (after, *values, limit)))
    stamps = stamps_of(store, [one.id for one in found])
    return [_harvested(one, stamps[one.id]) for one in found]


def count(store: Store, window: Window) -> int:
    """How many records a window has."""
    where, values = _where(window)
    return int(store.rows(f"select count(*) from documents where {where}", values)[0][0])  # noqa: S608  # our own words


def record(store: Store, key: str) -> Harvested | None:
    """The record of a key; None where there never was one that everybody could see."""
    where, values = _where(Window())
    found = next(store.kept_where(f"key = ? and {where}", (key, *values)), None)
    return _harvested(found, stamps_of(store, [found.id])[found.id]) if found else None


def earliest(store: Store) -> str | None:
    """The earliest stamp of a record; None where there is none."""
    at = store.rows("select min(at) from stamps where opened", ())[0][0]
    return str(at) if at else None


def latest(store: Store) -> str | None:
    """When something that everybody may see, or could see, last changed; None where there is nothing."""
    at = store.rows("select max(at) from stamps where opened", ())[0][0]
    return str(at) if at else None


def stamps_of(store: Store, documents: Iterable[int]) -> dict[int, str]:
    """When each document last changed, by its id."""
    wanted = json.dumps(list(documents))
    return dict(_pairs(store, wanted))


def _pairs(store: Store, wanted: str) -> Iterable[tuple[int, str]]:
    statement = "select document, at from stamps where document in (select value from json_each(?))"
    return ((document, at) for document, at in store.rows(statement, (wanted,)))


def _harvested(document: Kept, at: str) -> Harvested:
    is_open = document.status == CURRENT and EVERYBODY.allows(document.visibility)
    return Harvested(document.key, at, document if is_open else None)


def _where(window: Window) -> tuple[str, list[object]]:
    where = "id in (select document from stamps where opened and at between ? and ?)"
    values: list[object] = [window.since, window.until or LATEST]
    if not window.field:
        return where, values
    closed = "status <> ? or visibility not in (select value from json_each(?))"
    filed = "id in (select document from filed where field = ? and value = ?)"
    public = json.dumps(sorted(EVERYBODY.visibilities))
    return f"{where} and ({closed} or {filed})", [*values, CURRENT, public, window.field, window.value.lower()]
