"""Search: ranked passages, with the counts of each filter, and what was understood of the query."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from second_question.library.access import Access
from second_question.library.compiling import Compiling, Understood, any_of, filed
from second_question.library.entry import KeptPassage
from second_question.library.filing import FACETS, THEME, YEAR, shown
from second_question.library.highlighting import highlights
from second_question.library.index import Index, schema
from second_question.library.query import parsed
from second_question.library.spelling import Spelling
from second_question.library.store import Kept, Store
from second_question.library.vocabulary import vocabulary

if TYPE_CHECKING:
    from tantivy import Query, SearchResult

    from second_question.library.meaning.order import Placed
    from second_question.library.meaning.vectors import Vectors

LONGEST = 4_000
"""Characters of a query; what is longer is read up to there. For more there is `similar`."""
FEW = 10
"""With fewer passages than these, a first page, passages with some of the words are searched too, and follow."""
FULL = 3.0
"""How much more a passage counts then that has all that is needed."""
MOST_VALUES = 200
"""Values of a filter that are counted."""
PLACES = 3


@dataclass(frozen=True)
class Asked:
    """A search. `filters` are values by field, any of which is enough; each field must be met.

    `vocabulary` and `spelling` say whether other forms and corrected words are searched; `counts` whether filters are counted;
    `relaxed` whether passages with a part of it count where few have all of it. With `among`, ids of documents, others are not
    looked at. With `meaning`, what words find is put in order by meaning too, where the library has vectors.
    """

    query: str
    access: Access
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    limit: int = 20
    offset: int = 0
    vocabulary: bool = True
    spelling: bool = True
    counts: bool = True
    relaxed: bool = True
    among: frozenset[int] | None = None
    meaning: bool = True


@dataclass(frozen=True)
class Hit:
    """A passage that was found, with where its words are marked; `passage` is None where only a record is shown."""

    document: Kept
    passage: KeptPassage | None
    said: str
    highlights: tuple[tuple[int, int], ...]
    score: float

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        document, passage = self.document, self.passage
        return {
            "document": document.key,
            "title": document.title,
            "kind": document.kind,
            "area": document.area,
            "published": document.published,
            "page": passage.page if passage else None,
            "passage": self.said,
            "highlights": [list(one) for one in self.highlights],
            "score": round(self.score, PLACES),
            "start": passage.start if passage else None,
            "end": passage.end if passage else None,
            "headings": list(passage.headings) if passage else [],
            "themes": list(passage.themes) if passage else [],
        }


@dataclass(frozen=True)
class Found:
    """What a search gave. `total` counts passages; `counts` are passages by field and value, the most first.

    `relaxed` is true where few passages have what was asked for, so that those with a part of it were searched too.
    `by_meaning` says whether meaning had a part in the order; `also` are passages that say it in other words, and are not
    counted.
    """

    query: str
    total: int
    took_ms: float
    hits: tuple[Hit, ...]
    counts: Mapping[str, Mapping[str, int]]
    understood: Understood
    relaxed: bool
    by_meaning: bool = False
    also: tuple[Hit, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {
            "query": self.query,
            "total": self.total,
            "took_ms": round(self.took_ms, PLACES),
            "results": [hit.to_json() for hit in self.hits],
            "counts": {name: dict(values) for name, values in self.counts.items()},
            "also_searched": {said: list(others) for said, others in self.understood.others.items()},
            "corrected": {said: list(right) for said, right in self.understood.corrected.items()},
            "relaxed": self.relaxed,
            "by_meaning": self.by_meaning,
            "in_other_words": [hit.to_json() for hit in self.also],
        }


def search(store: Store, index: Index, asked: Asked, vectors: "Vectors | None" = None) -> Found:
    """Search the passages that the asker may see; with vectors, by meaning too."""
    from second_question.library.meaning.order import FIRST, in_full, in_order, is_plain

    began = time.perf_counter()
    if not asked.meaning or not is_plain(parsed(asked.query[:LONGEST])):
        vectors = None
    last = asked.offset + asked.limit
    query, understood, found, relaxed = best(
        index, replace(asked, limit=max(last, FIRST), offset=0) if vectors else asked
    )
    placed = _placed(index, found.hits)
    also: list[Placed] = []
    if vectors:
        said = in_full(asked.query, understood)
        placed = in_order(vectors, said, placed)
        also = _in_other_words(vectors, asked, said, placed)
        placed = placed[asked.offset : last]
    hits = _hits(store, placed, understood)
    total = _total(found)
    counts = counted(index, query) if asked.counts and total else {}
    others = _hits(store, also, understood)
    took = (time.perf_counter() - began) * 1000
    return Found(asked.query, total, took, hits, counts, understood, relaxed, vectors is not None, others)


def _in_other_words(vectors: "Vectors", asked: Asked, said: str, found: "Sequence[Placed]") -> "list[Placed]":
    """Under the first page only, and not among passages of a theme: it is documents that are told apart here."""
    from second_question.library.meaning.order import MOST, only_by_meaning

    if asked.offset or asked.filters.get(THEME):
        return []
    (near,) = vectors.nearest([said], asked.access, asked.filters, limit=len(found) + MOST)
    among = [one for one in near if asked.among is None or one.document in asked.among]
    return only_by_meaning(among, found)


def best(index: Index, asked: Asked) -> "tuple[Query, Understood, SearchResult, bool]":
    """What has all that is asked for; what has a part of it too, where that is little."""
    query, understood = compiled(index, asked, relaxed=False)
    found = _found(index, query, asked)
    if _total(found) >= FEW or not asked.relaxed:
        return query, understood, found, False
    wider, understood_wider = compiled(index, asked, relaxed=True)
    more = _found(index, wider, asked)
    if _total(more) > _total(found):
        return wider, understood_wider, more, True
    return query, understood, found, False


def _found(index: Index, query: "Query", asked: Asked) -> "SearchResult":
    return index.searcher.search(query, max(1, asked.limit), offset=asked.offset)


def _total(found: "SearchResult") -> int:
    return int(found.count)  # type: ignore[attr-defined]  # missing in its types


def compiled(index: Index, asked: Asked, *, relaxed: bool) -> "tuple[Query, Understood]":
    """The query of the index: what is asked for, of what may be seen and is filtered for."""
    from tantivy import Occur, Query

    seen = seen_by(asked.access)
    spelling = Spelling(index.searcher, seen, index.corrections(asked.access)) if asked.spelling else None
    compiling = Compiling(vocabulary() if asked.vocabulary else None, spelling, relaxed=relaxed)
    node = parsed(asked.query[:LONGEST])
    text = compiling.query(node) or Query.all_query()
    if relaxed:
        full = Compiling(vocabulary() if asked.vocabulary else None, spelling).query(node) or Query.all_query()
        text = Query.boolean_query([(Occur.Must, text), (Occur.Should, Query.boost_query(full, FULL))])
    must = [text, *filters_of(asked.filters), *([seen] if seen is not None else [])]
    if asked.among is not None:
        must.append(Query.const_score_query(Query.term_set_query(schema(), "document", sorted(asked.among)), 0.0))
    return Query.boolean_query([(Occur.Must, one) for one in must]), compiling.understood


def seen_by(access: Access) -> "Query | None":
    """What somebody may see, None for everything; it is part of every query, count and correction."""
    from tantivy import Query

    if access.everything:
        return None
    return Query.const_score_query(Query.term_set_query(schema(), "visibility", sorted(access.visibilities)), 0.0)


def filters_of(filters: Mapping[str, Sequence[str]]) -> "list[Query]":
    """One query for each field that is filtered by; a field that there is not finds nothing."""
    from tantivy import Query

    known = (*FACETS, YEAR)
    return [
        any_of([filed(name, value) for value in values]) if name in known else Query.empty_query()
        for name, values in filters.items()
        if values
    ]


def counted(index: Index, query: "Query", fields: Sequence[str] = (*FACETS, YEAR)) -> dict[str, dict[str, int]]:
    """For each filter how many of the passages found have each value, the most first; years in their order."""
    asked = {name: {"terms": {"field": name, "size": MOST_VALUES}} for name in fields}
    answer = index.searcher.aggregate(query, asked)
    counts = {name: {shown(name, one["key"]): one["doc_count"] for one in answer[name]["buckets"]} for name in asked}
    return {name: dict(sorted(values.items())) if name == YEAR else values for name, values in counts.items()}


def documents_in(index: Index, asked: Asked, *, relaxed: bool) -> int:
    """In about how many documents the passages are that a search finds."""
    query, _ = compiled(index, asked, relaxed=relaxed)
    answer = index.searcher.aggregate(query, {"documents": {"cardinality": {"field": "document"}}})
    return int(answer["documents"]["value"])


def counted_without(index: Index, asked: Asked, name: str, *, relaxed: bool) -> dict[str, int]:
    """How many passages have each value of a filter if that filter were not set: what else could be chosen."""
    others = {field: values for field, values in asked.filters.items() if field != name}
    query, _ = compiled(index, replace(asked, filters=others), relaxed=relaxed)
    return counted(index, query, (name,))[name]


def _placed(index: Index, found: Sequence[tuple[Any, Any]]) -> "list[Placed]":
    entries = places_of(index, [address for _, address in found])
    return [(score or 0.0, entry) for (score, _), entry in zip(found, entries, strict=True)]


def _hits(store: Store, placed: "Sequence[Placed]", understood: Understood) -> tuple[Hit, ...]:
    documents = store.by_id({document for _, (document, _) in placed})
    return tuple(
        _hit(store, documents[document], ordinal, score, understood)
        for score, (document, ordinal) in placed
        if document in documents
    )


def places_of(index: Index, addresses: Sequence[Any]) -> list[tuple[int, int]]:
    """The document and the ordinal of each entry of the index."""
    at = list(addresses)
    documents = index.searcher.fast_field_values("document", at)
    ordinals = index.searcher.fast_field_values("ordinal", at)
    return [(int(document or 0), int(ordinal or 0)) for document, ordinal in zip(documents, ordinals, strict=True)]


def _hit(store: Store, document: Kept, ordinal: int, score: float, understood: Understood) -> Hit:
    if ordinal:
        passage, said = store.passage(document.id, ordinal - 1)
    else:
        passage, said = None, store.text_of(document.id) if document.is_record else document.title
    return Hit(document, passage, said, tuple(highlights(said, understood)), score)
