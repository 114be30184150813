"""What is told of a document beside its record: its themes and authors, to those who may know them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from second_question.library.access import Access
from second_question.library.filing import THEME
from second_question.library.harvesting import stamps_of
from second_question.library.store import Kept, Store


@dataclass(frozen=True)
class Described:
    """A document with when it last changed (UTC, as 2026-11-26T08:30:00Z), who wrote it, and its themes as codes.

    Themes are those of passages, so they are empty for whoever may not see the text; a record has its `summary`.
    """

    document: Kept
    at: str
    authors: tuple[str, ...]
    themes: tuple[str, ...]
    summary: str


def described(store: Store, documents: Iterable[Kept], access: Access) -> list[Described]:
    """Documents that the asker may see, in their order, with what is known of each."""
    wanted = list(documents)
    told = json.dumps([one.id for one in wanted if access.allows(one.text_visibility)])
    every = json.dumps([one.id for one in wanted])
    themes = _themes(store, told)
    facts = dict(_pairs(store, "select id, facts from documents where id in (select value from json_each(?))", every))
    stamps = stamps_of(store, [one.id for one in wanted])
    summaries = "select id, text from documents where is_record and id in (select value from json_each(?))"
    summary = dict(_pairs(store, summaries, told))
    return [
        Described(one, stamps[one.id], _authors(facts[one.id]), tuple(themes.get(one.id, ())), summary.get(one.id, ""))
        for one in wanted
    ]


def _pairs(store: Store, statement: str, ids: str) -> list[tuple[Any, ...]]:
    return store.rows(statement, (ids,))


def _themes(store: Store, ids: str) -> dict[int, list[str]]:
    themes: dict[int, list[str]] = {}
    statement = "select document, value from filed where field = ? and document in (select value from json_each(?))"
    for document, code in sorted(store.rows(statement, (THEME, ids))):
        themes.setdefault(document, []).append(code)
    return themes


def _authors(facts: str) -> tuple[str, ...]:
    """Somebody who deposits a document writes them as one; a file that was read gives them one by one."""
    said = json.loads(facts).get("authors") or []
    return (said,) if isinstance(said, str) else tuple(said)
