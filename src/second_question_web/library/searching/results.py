"""What was found, as the page shows it: a document once, with its best passages and the words that were looked for marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from second_question.library.access import Access
from second_question.library.entry import PUBLIC
from second_question.library.searching import Found, Hit
from second_question.library.store import Kept
from second_question_web.library.names import kind_name, theme_name
from second_question_web.library.searching.dates import in_words

BEST = 2
"""Passages of a document that are shown at once."""
LONGEST, BEFORE = 420, 130
"""Characters of a passage that is shown, and of those before the first marked word."""
MOST_PLACES = 3
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Piece:
    """A stretch of a passage, marked or not."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class Passage:
    """A passage that was found; `href` opens the document there."""

    href: str
    page: int | None
    headings: tuple[str, ...]
    pieces: tuple[Piece, ...]
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A document in a list. `note` says why no passage is shown."""

    key: str
    title: str
    href: str
    kind: str
    place: str
    published: str
    is_restricted: bool
    note: str


@dataclass(frozen=True)
class Result:
    """A document with its passages, the best first; `within` searches in it alone."""

    line: Line
    best: tuple[Passage, ...]
    more: tuple[Passage, ...]
    within: str


def results(found: Found, said: QueryDict, access: Access) -> list[Result]:
    """The documents in the order of their best passages."""
    return _by_document(found.hits, said, access)


def in_other_words(found: Found, said: QueryDict, access: Access) -> list[Result]:
    """Documents that are taken to say it in other words; they are not counted."""
    return _by_document(found.also, said, access)


def _by_document(hits: Sequence[Hit], said: QueryDict, access: Access) -> list[Result]:
    by_document: dict[int, list[Hit]] = {}
    for hit in hits:
        by_document.setdefault(hit.document.id, []).append(hit)
    return [_result(one, said, access) for one in by_document.values()]


def line(document: Kept, access: Access) -> Line:
    """A document in a list, for whoever has that access."""
    return Line(
        document.key,
        document.title,
        reverse("library_document", args=[document.key]),
        kind_name(document.kind),
        place(document),
        in_words(document.published),
        document.visibility != PUBLIC,
        note(document, access),
    )


def place(document: Kept) -> str:
    """The areas of a document, of many the first few."""
    names = list(document.authorities) or ([document.area] if document.area else [])
    more = f" and {len(names) - MOST_PLACES} more" if len(names) > MOST_PLACES else ""
    return ", ".join(names[:MOST_PLACES]) + more


def note(document: Kept, access: Access) -> str:
    """Why a document has no text here."""
    if not access.allows(document.text_visibility):
        return "The record is open. The text is not open to you."
    return "A record only. The library does not hold the text." if document.is_record else ""


def _result(hits: Sequence[Hit], said: QueryDict, access: Access) -> Result:
    document = hits[0].document
    passages = [_passage(hit) for hit in hits if hit.passage or document.is_record]
    within = f"?{urlencode({'q': said.get('q', ''), 'within': document.key})}" if len(passages) > BEST else ""
    return Result(line(document, access), tuple(passages[:BEST]), tuple(passages[BEST:]), within)


def _passage(hit: Hit) -> Passage:
    passage, address = hit.passage, reverse("library_document", args=[hit.document.key])
    pieces = tuple(extract(hit.said, hit.highlights))
    if passage is None:
        return Passage(address, None, (), pieces, ())
    themes = tuple(map(theme_name, passage.themes))
    found = f"{address}?from={passage.start}-{passage.end}#found"
    page = passage.page if hit.document.pages > 1 else None
    title = hit.document.title.casefold()
    headings = tuple(one for one in passage.headings if one.casefold() != title)
    return Passage(found, page, headings, pieces, themes)


def extract(said: str, marks: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """The part of a passage around the first marked word, in one line."""
    marked = list(marks)
    start = _word_at(said, max(0, marked[0][0] - BEFORE)) if marked else 0
    end = min(len(said), start + LONGEST)
    yield from _piece("… " if start else "", is_marked=False)
    at = start
    for first, last in marked:
        if first < at or last > end:
            continue
        yield from _piece(said[at:first], is_marked=False)
        yield from _piece(said[first:last], is_marked=True)
        at = last
    yield from _piece(said[at:end].rstrip() + (" …" if end < len(said) else ""), is_marked=False)


def _word_at(said: str, at: int) -> int:
    """The beginning of the word that begins next."""
    if at == 0:
        return 0
    space = said.find(" ", at)
    return space + 1 if 0 <= space < at + BEFORE else at


def _piece(text: str, *, is_marked: bool) -> Iterator[Piece]:
    if text:
        yield Piece(_SPACE.sub(" ", text), is_marked)
