"""Reading for the search page: passages or documents, with the counts of every filter, of what the asker may see."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.cache import caches

from second_question.library.access import Access
from second_question.library.collection import Library
from second_question.library.filing import YEAR
from second_question.library.index import NoIndex
from second_question.library.listing import Filters, Listed
from second_question.library.searching import Asked, Found, counted_without, documents_in
from second_question.library.store import Kept
from second_question_web.library.names import region_names
from second_question_web.library.searching.periods import Period
from second_question_web.library.searching.results import Line, line
from second_question_web.library.searching.wanted import A_PAGE, MOST_PAGES, Wanted

Counts = Mapping[str, Mapping[str, int]]
NO_REGION = "No region of England named"


@dataclass(frozen=True)
class Answer:
    """What a search gave: passages, or documents where no words were asked for; None of both while the index is being made.

    `documents` is in about how many documents the passages are.
    """

    counts: Counts
    found: Found | None = None
    listed: Listed | None = None
    documents: int = 0

    @property
    def total(self) -> int:
        """Passages or documents."""
        return self.found.total if self.found else self.listed.total if self.listed else 0

    @property
    def pages(self) -> int:
        """Pages that it has."""
        return min(MOST_PAGES, -(-self.total // A_PAGE))


def answer(library: Library, wanted: Wanted) -> Answer:
    """The page that is wanted."""
    if wanted.is_listing:
        return _documents(library, wanted.asked)
    try:
        found = library.search(wanted.asked)
    except NoIndex:
        return Answer({})
    others = {
        name: counted_without(library.index, wanted.asked, name, relaxed=found.relaxed) for name in wanted.asked.filters
    }
    documents = documents_in(library.index, wanted.asked, relaxed=found.relaxed) if found.total else 0
    return Answer({**found.counts, **others}, found, documents=documents)


def _documents(library: Library, asked: Asked) -> Answer:
    listed = library.documents(asked.access, asked.filters, limit=asked.limit, offset=asked.offset)
    others = {}
    for name in asked.filters:
        less = {field: values for field, values in asked.filters.items() if field != name}
        others[name] = counts_of(library, asked.access, less)[name]
    return Answer({**counts_of(library, asked.access, asked.filters), **others}, listed=listed)


def counts_of(library: Library, access: Access, filters: Filters) -> dict[str, dict[str, int]]:
    """How many documents have each value; kept in this process until the library changes."""
    asked = json.dumps([sorted(access.visibilities), sorted((name, list(values)) for name, values in filters.items())])
    name = hashlib.sha256(f"{library.store.folder} {library.store.changed()} {asked}".encode()).hexdigest()
    kept: dict[str, dict[str, int]] | None = caches["process"].get(name)
    if kept is None:
        kept = library.facets(access, filters)
        caches["process"].set(name, kept)
    return kept


def years(library: Library, access: Access) -> list[int]:
    """The years in which something was published, the earliest first."""
    return [int(year) for year in counts_of(library, access, {})[YEAR]]


@dataclass(frozen=True)
class Published:
    """A document in the list of a period; `pseudonym` is the name that the child or family was given."""

    line: Line
    pseudonym: str


def published_in(library: Library, access: Access, period: Period, region: str) -> list[tuple[str, list[Published]]]:
    """What was published then, by region; under several where a document is of several."""
    filters = {YEAR: [str(period.year)], **({"region": [region]} if region else {})}
    listed = library.documents(access, filters, limit=None).documents
    found = [one for one in listed if period.has(one.published or "")]
    names = _pseudonyms(library, [one for one in found if access.allows(one.text_visibility)])
    by_region: dict[str, list[Published]] = {name: [] for name in (region,) if name} or {
        name: [] for name in (*region_names(), NO_REGION)
    }
    for one in found:
        shown = Published(line(one, access), names.get(one.id, ""))
        for name in [name for name in one.regions if name in by_region] or [NO_REGION]:
            by_region.setdefault(name, []).append(shown)
    return [(name, documents) for name, documents in by_region.items() if documents]


def _pseudonyms(library: Library, documents: Sequence[Kept]) -> dict[int, str]:
    ids = json.dumps([one.id for one in documents])
    statement = (
        "select id, json_extract(facts, '$.pseudonym') from documents where id in (select value from json_each(?))"
    )
    return {number: str(name) for number, name in library.store.rows(statement, (ids,)) if name}
