"""The text of a document as it is read on a page: by pages, lines that are headings, and what was found marked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from second_question.library.entry import KeptPassage
from second_question_web.library.searching.results import Piece

DEEPEST, MOST_ENTRIES = 3, 80
_LINE = re.compile(r"[^\n]+")
_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True)
class TextLine:
    """A line that begins at that offset; `id` is where links lead."""

    start: int
    pieces: tuple[Piece, ...]
    is_heading: bool
    holds_found: bool

    @property
    def id(self) -> str:
        """Its anchor."""
        return f"t-{self.start}"


@dataclass(frozen=True)
class TextPage:
    """A page of the text; its lines."""

    number: int
    lines: tuple[TextLine, ...]


@dataclass(frozen=True)
class ContentsEntry:
    """A heading; `depth` counts from 1."""

    text: str
    depth: int
    page: int
    href: str


def place_from(said: str, text: str) -> tuple[int, int] | None:
    """The stretch that an address asks to be marked."""
    found = _PLACE.fullmatch(said)
    if not found:
        return None
    start, end = int(found[1]), int(found[2])
    return (start, end) if start < end <= len(text) else None


def pages_of(text: str, passages: Sequence[KeptPassage], found: tuple[int, int] | None) -> list[TextPage]:
    """The text by pages. Where a page begins is known from its first passage; headings before it belong to it."""
    headings = {_plain(one) for passage in passages for one in passage.headings}
    starts = [(0, 1), *_page_starts(passages)]
    ends = [*(start for start, _ in starts[1:]), len(text)]
    return [
        TextPage(number, tuple(_lines(text, start, end, headings, found)))
        for (start, number), end in zip(starts, ends, strict=True)
        if text[start:end].strip() or number > 1
    ]


def contents_of(passages: Sequence[KeptPassage]) -> list[ContentsEntry]:
    """The headings above passages, each once, with where the first passage under it begins."""
    found: list[ContentsEntry] = []
    path: tuple[str, ...] = ()
    for passage in passages:
        here = passage.headings[:DEEPEST]
        new = next((at for at, (one, other) in enumerate(zip(here, path, strict=False)) if one != other), len(path))
        for depth, text in enumerate(here[new:], new + 1):
            found.append(ContentsEntry(text, depth, passage.page, f"#t-{passage.start}"))
        path = here
    return found[:MOST_ENTRIES]


def _page_starts(passages: Sequence[KeptPassage]) -> Iterator[tuple[int, int]]:
    last = passages[0].page if passages else 1
    if last > 1:
        yield 0, last
    for before, passage in pairwise(passages):
        if passage.page > last:
            last = passage.page
            yield before.end, last


def _lines(text: str, start: int, end: int, headings: set[str], found: tuple[int, int] | None) -> Iterator[TextLine]:
    for match in _LINE.finditer(text, start, end):
        said = match[0]
        if not said.strip():
            continue
        pieces = tuple(_pieces(text, match.start(), match.end(), found))
        holds = found is not None and match.start() <= found[0] < match.end() + 1
        yield TextLine(match.start(), pieces, _plain(said) in headings, holds)


def _pieces(text: str, start: int, end: int, found: tuple[int, int] | None) -> Iterator[Piece]:
    first, last = (max(start, found[0]), min(end, found[1])) if found else (end, end)
    if first >= last:
        yield Piece(text[start:end], is_marked=False)
        return
    for at, until, is_marked in ((start, first, False), (first, last, True), (last, end, False)):
        if at < until:
            yield Piece(text[at:until], is_marked)


def _plain(said: str) -> str:
    return " ".join(said.split()).casefold()
