"""How well the library finds: judged queries over the shared texts, beside plain BM25.

`library_queries/queries.csv` holds the queries, `judgements.csv` for each the passages that were looked at (file and offsets, a
row's number in a table of records) with a grade: 2 answers it, 1 has to do with it, 0 does not. They were read in November 2026
in the first ten of this search, of plain BM25, and of words with meaning or the first three of meaning alone, in no order; what
was in none was not read and counts as 0.
`findings.csv` holds findings written for this, `similar.csv` the files that were in the first five by words or by meaning, with a
grade. All of these are for development: how meaning counts in `similar` was tuned on them.
Queries whose id's CRC-32 is even are for development: weights may be tuned on them; the others are held out.
"""

import csv
import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from zlib import crc32

from second_question.library.access import OWNER
from second_question.library.collection import Library
from second_question.library.searching import Asked
from second_question.library.words import words_of

FOLDER = Path(__file__).with_name("library_queries")
FIRST, FIRST_SIMILAR = 10, 5
Place = tuple[str, int, int]
Finder = Callable[[str], list[Place]]


@dataclass(frozen=True)
class Judged:
    """A query with the grades of passages."""

    id: str
    kind: str
    query: str
    grades: dict[Place, int]

    @property
    def held_out(self) -> bool:
        """Whether nothing may be tuned on it. Fixed before anything was tuned."""
        return crc32(self.id.encode()) % 2 == 1


def judged() -> list[Judged]:
    """Every query."""
    grades: dict[str, dict[Place, int]] = defaultdict(dict)
    for row in _rows("judgements.csv"):
        grades[row["id"]][row["file"], int(row["start"]), int(row["end"])] = int(row["grade"])
    return [Judged(row["id"], row["kind"], row["query"], grades[row["id"]]) for row in _rows("queries.csv")]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def gain(finder: Finder, queries: list[Judged]) -> float:
    """The mean nDCG@10."""
    return mean(_gain_of(finder(one.query), one) for one in queries)


def _gain_of(found: list[Place], one: Judged) -> float:
    got = [_grade(place, one) for place in found[:FIRST]]
    return _discounted(got) / _discounted(sorted(one.grades.values(), reverse=True)[:FIRST])


def _grade(place: Place, one: Judged) -> int:
    """That of the judged passage that shares at least half of its text, so that passages may be cut otherwise one day."""
    if place in one.grades:
        return one.grades[place]
    file, start, end = place
    for (other, first, last), grade in one.grades.items():
        if other == file and 2 * (min(end, last) - max(start, first)) >= max(end - start, last - first) > 0:
            return grade
    return 0


def similar_gain(library: Library, *, meaning: bool) -> tuple[float, int]:
    """The mean nDCG@5 of the documents similar to the findings that have any, and how many these are."""
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for row in _rows("similar.csv"):
        grades[row["id"]][row["file"]] = int(row["grade"])
    files = dict(_files(library))
    asked = [row for row in _rows("findings.csv") if any(grades[row["id"]].values())]
    gains = []
    for row in asked:
        found = library.similar_to_text([row["said"]], access=OWNER, limit=FIRST_SIMILAR, meaning=meaning)
        got = [grades[row["id"]].get(files[one.document.id], 0) for one in found]
        best = sorted(grades[row["id"]].values(), reverse=True)[:FIRST_SIMILAR]
        gains.append(_discounted(got) / _discounted(best))
    return mean(gains), len(asked)


def _discounted(grades: list[int]) -> float:
    return sum((2**grade - 1) / math.log2(at + 2) for at, grade in enumerate(grades))


class Collection:
    """The shared texts in a library, and plain BM25 over the same passages."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._files = dict(_files(library))
        self._plain = self._plain_index()

    def ours(self, query: str, *, vocabulary: bool = True, spelling: bool = True, meaning: bool = False) -> list[Place]:
        """The first passages of our search, by words alone unless said otherwise."""
        asked = Asked(
            query, OWNER, limit=FIRST, counts=False, vocabulary=vocabulary, spelling=spelling, meaning=meaning
        )
        hits = self.library.search(asked).hits
        return [
            (self._files[hit.document.id], *((hit.passage.start, hit.passage.end) if hit.passage else (0, 0)))
            for hit in hits
        ]

    def plain(self, query: str) -> list[Place]:
        """The first passages of Tantivy's BM25 with its own way of cutting words, any of the words."""
        from tantivy import Occur, Query

        index, places = self._plain
        terms = [Query.term_query(index.schema, "text", word) for word in words_of(query)]
        found = index.searcher().search(Query.boolean_query([(Occur.Should, term) for term in terms]), FIRST).hits
        numbers = index.searcher().fast_field_values("at", [address for _, address in found])
        return [places[int(number or 0)] for number in numbers]

    def _plain_index(self):  # type: ignore[no-untyped-def]
        import tantivy

        schema = tantivy.SchemaBuilder().add_unsigned_field("at", fast=True).add_text_field("text").build()
        index, places = tantivy.Index(schema), []
        writer = index.writer()
        for place, said in self._passages():
            entry = tantivy.Document()
            entry.add_unsigned("at", len(places))
            entry.add_text("text", said)
            writer.add_document(entry)
            places.append(place)
        writer.commit()
        index.reload()
        return index, places

    def _passages(self) -> Iterator[tuple[Place, str]]:
        store = self.library.store
        for document in store.every():
            text, passages = store.text_of(document.id), store.passages_of(document.id)
            if not passages:
                yield (self._files[document.id], 0, 0), f"{document.title}\n{text}"
            for one in passages:
                yield (self._files[document.id], one.start, one.end), text[one.start : one.end]


def _files(library: Library) -> Iterator[tuple[int, str]]:
    for document, place in library.store.all_places():
        file, _, number = place.partition(", record ")
        yield document, Path(file).name + (f"#{number}" if number else "")
