"""From a finding, a paragraph or a whole review to what was said before: the passages that say the same, and what was
recommended then."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from second_question.library.access import Access
from second_question.library.entry import KeptPassage, KeptRecommendation
from second_question.library.index import Index, schema
from second_question.library.searching import places_of, seen_by
from second_question.library.store import Kept, Store
from second_question.library.words import COMMON, stems_of, words_of

if TYPE_CHECKING:
    from tantivy import Query

    from second_question.library.meaning.vectors import Vectors

MOST_TERMS = 14
"""Words of a passage that it is searched by: those that weigh most."""
FEWEST_TERMS = 3
NEEDED = 0.34
"""Of these words, so many must be in a passage that says the same."""
CANDIDATES = 12
MOST_PASSAGES = 120
"""Passages of one text that are searched by; of a longer one, those that weigh most."""
BEST = 5
"""Passages that a document's score is the mean of."""
REASONS = 3
THEME = 0.12
"""What a theme in common adds to likeness."""
FULL = 40
"""Words from which a passage of yours counts in full; where the heaviest is shorter, from its length."""
RECOMMENDATIONS = 3
LEAST_ALIKE = 0.12
"""Of the weight of the words in both, for a recommendation to be named."""
PLACES = 3
BY_MEANING = 5
"""Passages of one text, those that weigh most, whose meaning is asked for: each costs the model some tens of milliseconds."""
UNLIKE, STEEP = 0.4, 2.0
"""Likeness in meaning up to which passages have nothing in common, and how much a step above counts as likeness of words.
Tuned on the findings of `bench/library_queries/findings.csv`."""


@dataclass(frozen=True)
class Pair:
    """A passage of theirs beside the one of yours that it is like, from 0 to 1; `themes` are codes that both may bear."""

    theirs: str
    yours: str
    page: int | None
    start: int | None
    end: int | None
    likeness: float
    themes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        place = {"page": self.page, "start": self.start, "end": self.end}
        alike = {"likeness": round(self.likeness, PLACES), "themes": list(self.themes)}
        return {"theirs": self.theirs, "yours": self.yours, **place, **alike}


@dataclass(frozen=True)
class Similar:
    """A document that says the same, with the passages that show it and the nearest of its recommendations."""

    document: Kept
    score: float
    because: tuple[Pair, ...]
    recommendations: tuple[tuple[KeptRecommendation, str], ...]

    def to_json(self) -> dict[str, Any]:
        """As the command line prints it."""
        document = self.document
        return {
            "document": document.key,
            "title": document.title,
            "score": round(self.score, PLACES),
            "because": [pair.to_json() for pair in self.because],
            "kind": document.kind,
            "area": document.area,
            "published": document.published,
            "recommendations": [
                {"text": words, "page": one.page, "start": one.start, "end": one.end, "number": one.number}
                for one, words in self.recommendations
            ],
        }


@dataclass(frozen=True)
class _Yours:
    said: str
    weights: dict[str, float]
    stems: frozenset[str]
    themes: tuple[str, ...] = ()

    @property
    def weight(self) -> float:
        return sum(self.weights.values())


def similar(
    store: Store,
    index: Index,
    passages: Sequence[str],
    *,
    access: Access,
    without: Sequence[int] = (),
    limit: int = 10,
    vectors: "Vectors | None" = None,
) -> list[Similar]:
    """The documents with passages that say the same as these, the nearest first.

    Args:
        store: the documents.
        index: of them.
        passages: the text, cut into passages.
        access: what the asker may see.
        without: documents to be left out, such as the text itself.
        limit: the most documents to give.
        vectors: of the passages, where meaning is asked for too.
    """
    weigh = _Weighing(index)
    yours = sorted(weigh.yours(passages, 0 if vectors else FEWEST_TERMS), key=lambda one: -one.weight)[:MOST_PASSAGES]
    weigh.full = min([FULL, *(max(1, len(one.said.split())) for one in yours[:1])])
    near: dict[int, list[tuple[float, int, _Yours]]] = {}
    for one in yours:
        found_by_words = _candidates(index, one, access, without) if len(one.weights) >= FEWEST_TERMS else ()
        for document, ordinal, share in found_by_words:
            near.setdefault(document, []).append((share, ordinal, one))
    for one, document, ordinal, share in _meant(vectors, yours[:BY_MEANING], access) if vectors else ():
        if document not in without:
            weigh.meant[one.said, document, ordinal] = share
            near.setdefault(document, []).append((share, ordinal, one))
    ranked = sorted(near.items(), key=lambda one: (-_score(one[1], len(yours)), one[0]))[: 2 * limit]
    documents = store.by_id([document for document, _ in ranked])
    found = [
        _similar(store, weigh, access, documents[one], pairs, len(yours)) for one, pairs in ranked if one in documents
    ]
    return sorted(found, key=lambda one: -one.score)[:limit]


class _Weighing:
    """How much words weigh: the rarer in the passages that may be found, the more."""

    def __init__(self, index: Index) -> None:
        self._searcher = index.searcher
        self._passages = max(1, index.searcher.num_docs)
        self._known: dict[str, float] = {}
        self.full = FULL
        self.meant: dict[tuple[str, int, int], float] = {}
        """Likeness in meaning of a passage of yours to an entry of the index, where it is known."""

    def of(self, stem: str) -> float:
        """The weight of a word; 0 where it is in no passage."""
        if stem not in self._known:
            there = self._searcher.doc_freq("text", stem)
            rarity = math.log1p((self._passages - there + 0.5) / (there + 0.5)) if there else 0.0
            self._known[stem] = rarity
        return self._known[stem]

    def yours(self, passages: Sequence[str], fewest: int) -> Iterator[_Yours]:
        """The passages with their heaviest words; those with fewer that are in any passage are left out."""
        from second_question.library.reading import themes_of

        for said in passages:
            counted = Counter(_stems(said))
            weights = {
                stem: self.of(stem) * (1 + math.log(number)) for stem, number in counted.items() if self.of(stem)
            }
            heaviest = sorted(weights.items(), key=lambda one: -one[1])[:MOST_TERMS]
            if len(heaviest) >= fewest:
                yield _Yours(said, dict(heaviest), frozenset(counted), themes_of(said))

    def worth(self, pair: Pair) -> float:
        """How much a pair shows: a passage of few words, such as a heading or a line of boilerplate, shows less."""
        return pair.likeness * min(1.0, len(pair.yours.split()) / self.full)

    def likeness(self, one: _Yours, theirs: str) -> float:
        """The weight of the words in both, beside the mean weight of both; from 0 to 1."""
        there = frozenset(_stems(theirs))
        own, other = sum(map(self.of, one.stems)), sum(map(self.of, there))
        return sum(map(self.of, one.stems & there)) / math.sqrt(own * max(own, other)) if own and other else 0.0


def _stems(said: str) -> list[str]:
    return [stem for word in words_of(said) if word not in COMMON and len(word) > 1 for stem in stems_of(word)]


def _candidates(index: Index, one: _Yours, access: Access, without: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    found = index.searcher.search(_query(one, access, without), CANDIDATES, count=False).hits
    for (score, _), (document, ordinal) in zip(found, places_of(index, [at for _, at in found]), strict=True):
        yield document, ordinal, min(1.0, score / (2.2 * one.weight))


def _meant(vectors: "Vectors", yours: Sequence[_Yours], access: Access) -> Iterator[tuple[_Yours, int, int, float]]:
    """What says the same in other words: for each of yours the entries nearest in meaning, with a likeness as of words."""
    found = vectors.nearest([one.said for one in yours], access, {}, limit=CANDIDATES)
    for one, near in zip(yours, found, strict=True):
        for each in near:
            if each.likeness > UNLIKE:
                yield one, each.document, each.ordinal, min(1.0, (each.likeness - UNLIKE) * STEEP)


def _query(one: _Yours, access: Access, without: Sequence[int]) -> "Query":
    from tantivy import Occur, Query

    terms = [(Occur.Should, Query.term_query(schema(), "text", stem, "freq")) for stem in one.weights]
    clauses = [(Occur.Must, Query.boolean_query(terms, max(2, round(NEEDED * len(terms)))))]
    clauses += [
        (Occur.Should, Query.const_score_query(Query.term_query(schema(), "theme", theme), 2.2 * THEME * one.weight))
        for theme in one.themes
    ]
    seen = seen_by(access)
    clauses += [(Occur.Must, seen)] if seen is not None else []
    clauses += [(Occur.MustNot, Query.term_query(schema(), "document", document)) for document in without]
    return Query.boolean_query(clauses)


def _score(pairs: Sequence[tuple[float, int, _Yours]], yours: int) -> float:
    """The mean of the best passages, each of yours counted once."""
    best: dict[int, float] = {}
    for share, _, one in pairs:
        best[id(one)] = max(share, best.get(id(one), 0.0))
    return sum(sorted(best.values(), reverse=True)[:BEST]) / min(BEST, max(1, yours))


def _similar(
    store: Store,
    weigh: "_Weighing",
    access: Access,
    document: Kept,
    pairs: Sequence[tuple[float, int, _Yours]],
    yours: int,
) -> Similar:
    """The nearest passages looked at word for word; each of yours counts once, by the passage of theirs that is nearest."""
    nearest = sorted(pairs, key=lambda one: -one[0] * one[2].weight)[: 2 * BEST]
    shown = sorted((_pair(store, weigh, document, *pair) for pair in nearest), key=weigh.worth, reverse=True)
    best: dict[str, float] = {}
    for pair in shown:
        best.setdefault(pair.yours, weigh.worth(pair))
    score = sum(sorted(best.values(), reverse=True)[:BEST]) / min(BEST, max(1, yours))
    distinct = list({pair.theirs: pair for pair in reversed(shown)}.values())
    distinct.sort(key=weigh.worth, reverse=True)
    ours = list({id(one): one for _, _, one in nearest}.values())
    may_read = access.allows(document.text_visibility)
    recommended = _recommended(store, weigh, document, ours) if may_read else []
    return Similar(document, score, tuple(distinct[:REASONS]), tuple(recommended))


def _pair(store: Store, weigh: "_Weighing", document: Kept, _share: float, ordinal: int, one: _Yours) -> Pair:
    passage: KeptPassage | None = None
    if ordinal:
        passage, theirs = store.passage(document.id, ordinal - 1)
    else:
        theirs = store.text_of(document.id) if document.is_record else document.title
    alike = max(weigh.likeness(one, theirs), weigh.meant.get((one.said, document.id, ordinal), 0.0))
    if passage is None:
        return Pair(theirs, one.said, None, None, None, alike)
    both = tuple(theme for theme in one.themes if theme in passage.themes)
    alike = min(1.0, alike + THEME * len(both))
    return Pair(theirs, one.said, passage.page, passage.start, passage.end, alike, both)


def _recommended(
    store: Store, weigh: "_Weighing", document: Kept, ours: Sequence[_Yours]
) -> list[tuple[KeptRecommendation, str]]:
    """The recommendations nearest to the passages that are alike, in the order of the document."""
    told = store.recommendations_of(document.id)
    near = sorted(
        ((max(weigh.likeness(one, words) for one in ours), at) for at, (_, words) in enumerate(told)), reverse=True
    )
    return [told[at] for at in sorted(at for alike, at in near[:RECOMMENDATIONS] if alike >= LEAST_ALIKE)]
