"""What the library holds that says the same as a point of a review: documents with passages, and what they recommended."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.core.cache import caches

from second_question.library.access import Access
from second_question.library.collection import Library
from second_question.library.similar import Pair, Similar
from second_question.library.words import COMMON, stems_of
from second_question_web.library.searching.results import LONGEST, Line, Piece, extract, line
from second_question_web.rapid_reviews.learned_before.models import EarlierLearning
from second_question_web.rapid_reviews.learned_before.points import MOST, Point
from second_question_web.sealed.keys import fingerprint

DOCUMENTS = 3
"""Documents that are shown for a point."""
PASSAGES = 2
SAYS_ITS_NUMBER = 25
"""Letters at the beginning of a recommendation, where its number stands if its words say it."""
KEPT_FOR = 3600  # seconds
LEAST = 0.8
"""Likeness times the number of words in both: with less, passages have words in common and do not say the same. Chosen by
reading what the demo's reviews find in 24 fictional reports: with three words in common a quarter of all their weight is
needed, with five a seventh."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Said:
    """A passage of a document, with the words marked that it shares with the point."""

    href: str
    page: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Recommended:
    """A recommendation made then; `number` is "" where its words say it. `start` is its place in the document.

    `href` opens it there, and `cited` is that the review cites it already.
    """

    start: int
    words: str
    number: str
    page: int | None
    href: str
    cited: bool


@dataclass(frozen=True)
class Alike:
    """A document that says the same. `passage` is the place of its nearest passage; `cited` that it is cited alone already."""

    line: Line
    said: tuple[Said, ...]
    passage: int | None
    recommendations: tuple[Recommended, ...]
    cited: bool


@dataclass(frozen=True)
class Answered:
    """A point with the documents that say the same, the nearest first."""

    point: Point
    alike: tuple[Alike, ...]


@dataclass(frozen=True)
class LookedUp:
    """The points that were looked up; `more` are those beyond the first so many."""

    answered: Sequence[Answered]
    more: int

    @property
    def documents(self) -> set[str]:
        """The keys of what was found."""
        return {one.line.key for answered in self.answered for one in answered.alike}


def looked_up(held: Library, access: Access, points: Sequence[Point], cited: Iterable[EarlierLearning]) -> LookedUp:
    """What the library says to each point.

    Args:
        held: the library.
        access: of the person; nothing else is looked at.
        points: of the review, or what somebody pasted.
        cited: what the review cites already.

    Raises:
        NoIndex: the index of the library is being made.
    """
    already = {(one.document, one.recommendation) for one in cited}
    answered = [Answered(point, _remembered(held, access, point, already)) for point in points[:MOST]]
    return LookedUp(answered, len(points[MOST:]))


_Cited = set[tuple[str, int | None]]


def _remembered(held: Library, access: Access, point: Point, already: _Cited) -> tuple[Alike, ...]:
    """What is alike, kept by this process until the library or the point changes: words of the library, none of the case."""
    seen = sorted(access.visibilities), access.everything
    asked = (str(held.store.folder), held.store.changed(), seen, point.passages, sorted(already, key=str))
    name = f"learned-before:{fingerprint(repr(asked))}"
    found: tuple[Alike, ...] | None = caches["process"].get(name)
    if found is None:
        found = tuple(_alike(held, access, point, already))
        caches["process"].set(name, found, KEPT_FOR)
    return found


def _alike(held: Library, access: Access, point: Point, already: _Cited) -> Iterator[Alike]:
    found = held.similar_to_text(point.passages, access=access, limit=2 * DOCUMENTS)
    near = ((one, list(filter(_says_the_same, one.because))) for one in found)
    for one, pairs in islice((pair for pair in near if pair[1]), DOCUMENTS):
        yield _shown(one, pairs, access, already)


def _says_the_same(pair: Pair) -> bool:
    return pair.likeness * len(_stems(pair.yours).keys() & _stems(pair.theirs).keys()) >= LEAST


def _shown(one: Similar, alike: Sequence[Pair], access: Access, already: _Cited) -> Alike:
    document = line(one.document, access)
    several = one.document.pages > 1
    pairs = [pair for pair in alike if pair.start is not None or one.document.is_record]
    told = [
        Recommended(
            kept.start,
            words,
            "" if kept.number in words[:SAYS_ITS_NUMBER] else kept.number,
            kept.page if several else None,
            at(document.href, kept.start, kept.end),
            (document.key, kept.start) in already,
        )
        for kept, words in one.recommendations
    ]
    return Alike(
        document,
        tuple(_said(document.href, pair, several=several) for pair in pairs[:PASSAGES]),
        pairs[0].start if pairs else None,
        tuple(told),
        (document.key, None) in already,
    )


def _said(href: str, pair: Pair, *, several: bool) -> Said:
    address = href if pair.start is None or pair.end is None else at(href, pair.start, pair.end)
    return Said(address, pair.page if several else None, tuple(extract(pair.theirs, _shared(pair))))


def at(href: str, start: int, end: int) -> str:
    """The address of a stretch of a document's text."""
    return f"{href}?from={start}-{end}#found"


def _shared(pair: Pair) -> list[tuple[int, int]]:
    """Where the words stand that both have, from where most of them stand close together."""
    yours = _stems(pair.yours)
    places = [(word.start(), word.end()) for word in _words(pair.theirs, yours)]
    best = max(range(len(places)), key=lambda at: _close(places, at), default=0)
    return places[best:]


def _close(places: Sequence[tuple[int, int]], at: int) -> int:
    return sum(start < places[at][0] + LONGEST // 2 for start, _ in places[at:])


def _words(said: str, stems: Mapping[str, None]) -> Iterator[re.Match[str]]:
    for word in _WORD.finditer(said):
        small = word[0].lower()
        if small not in COMMON and len(small) > 1 and any(stem in stems for stem in stems_of(small)):
            yield word


def _stems(said: str) -> dict[str, None]:
    words = (word[0].lower() for word in _WORD.finditer(said))
    return dict.fromkeys(stem for word in words if word not in COMMON and len(word) > 1 for stem in stems_of(word))
