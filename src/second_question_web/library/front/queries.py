"""Reading for the front: what the library holds, what is new in it, and what it says about a theme, for whoever asks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from django.contrib.auth.models import AnonymousUser

from second_question.library.access import Access
from second_question.library.collection import Library
from second_question.library.entry import KeptPassage, KeptRecommendation
from second_question.library.filing import THEME
from second_question.library.index import NoIndex
from second_question.library.searching import Asked, Found, Hit
from second_question.library.store import Kept
from second_question.reading.themes.stems import words_of
from second_question.reading.themes.wording import Wordings
from second_question.rules.codebooks import codebook
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.library.front.studies import Study
from second_question_web.library.searching.queries import counts_of
from second_question_web.library.searching.results import Line, line
from second_question_web.people.models import Person

PASSAGES, OF_A_DOCUMENT = 6, 2
"""Passages of a case study, and the most of one document, so that several reviews speak."""
LOOKED_AT, SHORTEST = 80, 120
"""Hits that they are chosen from, and the characters that one needs to say something by itself."""
RECOMMENDATIONS, READ = 8, 60
"""Recommendations of a case study, and the documents that are looked through for them."""
MOST, NEWEST = 1_000, 10


@dataclass(frozen=True)
class Recommended:
    """A recommendation that was made about a theme, in a document."""

    line: Line
    number: str
    words: str
    start: int
    end: int

    @property
    def said(self) -> str:
        """Its words, in one line; one that was found within a sentence begins with dots."""
        words = " ".join(self.words.split())
        return f"… {words}" if words[:1].islower() else words


@dataclass(frozen=True)
class Told:
    """What the library says about a theme; `found` is None while the index is being made.

    `counts` are documents by field and value; of a subject their kinds alone.
    """

    total: int
    newest: Sequence[Line]
    counts: Mapping[str, Mapping[str, int]]
    recommended: Sequence[Recommended]
    found: Found | None


def newest(person: Person | AnonymousUser, number: int) -> list[Line]:
    """What was published last of what somebody may see."""
    access = access_of(person)
    return [line(one, access) for one in library().documents(access, limit=number).documents]


def told(opened: Library, access: Access, study: Study) -> Told:
    """What the documents that the asker may read say about a theme."""
    try:
        total, documents, counts = _belonging(opened, access, study)
        found = _passages(opened, access, study)
    except NoIndex:
        return Told(0, (), {}, (), None)
    recommended = tuple(islice(_recommended(opened, access, study, documents), RECOMMENDATIONS))
    return Told(total, [line(one, access) for one in documents[:NEWEST]], counts, recommended, found)


def _belonging(
    opened: Library, access: Access, study: Study
) -> tuple[int, Sequence[Kept], Mapping[str, Mapping[str, int]]]:
    """How many documents, the newest of them, and the counts of all."""
    if study.theme:
        filters = {THEME: [study.theme]}
        listed = opened.documents(access, filters, limit=READ)
        return listed.total, listed.documents, counts_of(opened, access, filters)
    documents = opened.matching(_asked(study, access, MOST), MOST)
    return len(documents), documents, {"kind": dict(Counter(one.kind for one in documents).most_common())}


def _asked(study: Study, access: Access, limit: int) -> Asked:
    """Just as it is written: neither other forms nor a part of it."""
    filters = {THEME: [study.theme]} if study.theme else {}
    return Asked(study.asked, access, filters, limit, vocabulary=False, spelling=False, counts=False, relaxed=False)


def _passages(opened: Library, access: Access, study: Study) -> Found:
    """Those that speak of it most, of several documents; where the words say too little any that bear the theme."""
    asked = _asked(study, access, LOOKED_AT)
    found = opened.search(asked)
    hits = list(_chosen(opened, found.hits))
    if len(hits) < PASSAGES and study.theme:
        there = {(hit.document.id, hit.passage) for hit in hits}
        others = _chosen(opened, opened.search(replace(asked, query="")).hits)
        hits += [hit for hit in others if (hit.document.id, hit.passage) not in there]
    return replace(found, hits=tuple(islice(_several(hits), PASSAGES)))


def _chosen(opened: Library, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Without what is too short to say something, and without recommendations, which are shown by themselves."""
    recommended: dict[int, list[KeptRecommendation]] = {}
    for hit in hits:
        if hit.passage is None or hit.passage.end - hit.passage.start < SHORTEST:
            continue
        if hit.document.id not in recommended:
            found = opened.store.recommendations_of(hit.document.id)
            recommended[hit.document.id] = [one for one, _ in found]
        if not any(_overlap(hit.passage, one) for one in recommended[hit.document.id]):
            yield hit


def _several(hits: Iterable[Hit]) -> Iterator[Hit]:
    seen: Counter[int] = Counter()
    for hit in hits:
        seen[hit.document.id] += 1
        if seen[hit.document.id] <= OF_A_DOCUMENT:
            yield hit


def _recommended(opened: Library, access: Access, study: Study, documents: Iterable[Kept]) -> Iterator[Recommended]:
    """Those that speak of the theme in a passage which bears it, the newest document first."""
    for document in islice(documents, READ):
        if not access.allows(document.text_visibility):
            continue
        about = [one for one in opened.store.passages_of(document.id) if study.covers(one.themes)]
        made = opened.store.recommendations_of(document.id) if about else []
        fitting = ((one, said) for one, said in made if any(_overlap(passage, one) for passage in about))
        speaking = ((one, said) for one, said in fitting if study.covers(_wordings().evidence_in(words_of(said))))
        for one, said in islice(speaking, OF_A_DOCUMENT):
            yield Recommended(line(document, access), one.number, said, one.start, one.end)


@cache
def _wordings() -> Wordings:
    """A passage often has several recommendations; by its own words one is told from the others."""
    return Wordings(codebook())


def _overlap(one: KeptPassage, other: KeptRecommendation) -> bool:
    return one.start < other.end and other.start < one.end
