"""What later documents of the library say of an earlier one: where a report tells what became of its recommendations."""

from collections.abc import Iterable
from dataclasses import dataclass

from second_question.library.access import Access
from second_question.library.collection import Library
from second_question.library.index import NoIndex
from second_question.library.searching import Asked, Hit
from second_question.library.store import Kept
from second_question_web.library.searching.results import Line, extract, line
from second_question_web.rapid_reviews.learned_before.likenesses import Said, at

LOOKED_AT = 40
DOCUMENTS, PASSAGES = 3, 3
SHORTEST_NAME = 4
"""Letters of a pseudonym that tells its review apart by itself; “M” does so only as “Child M”."""

BEFORE_NAMES = frozenset({"baby", "child", "family"})


@dataclass(frozen=True)
class Later:
    """A later document that names the earlier one, with the passages that do."""

    line: Line
    said: tuple[Said, ...]


def named_since(held: Library, access: Access, document: Kept) -> list[Later]:
    """The later documents of the same area that name this one by its pseudonym, as far as the person may see them."""
    name = _name(held, document)
    if not name or not document.published:
        return []
    asked = Asked(
        f'"{name}"',
        access=access,
        filters={"area": document.authorities} if document.authorities else {},
        limit=LOOKED_AT,
        vocabulary=False,
        spelling=False,
        counts=False,
        relaxed=False,
        meaning=False,
    )
    try:
        hits = held.search(asked).hits
    except NoIndex:
        return []
    return _grouped((hit for hit in hits if _is_later(hit.document, document)), access)


def _grouped(hits: Iterable[Hit], access: Access) -> list[Later]:
    by_document: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.passage:
            by_document.setdefault(hit.document.id, []).append(hit)
    newest = sorted(by_document.values(), key=lambda one: one[0].document.published or "", reverse=True)
    return [_later(one[:PASSAGES], access) for one in newest[:DOCUMENTS]]


def _later(hits: list[Hit], access: Access) -> Later:
    document = line(hits[0].document, access)
    several = hits[0].document.pages > 1
    said = [
        Said(
            at(document.href, hit.passage.start, hit.passage.end),
            hit.passage.page if several else None,
            tuple(extract(hit.said, hit.highlights)),
        )
        for hit in hits
        if hit.passage
    ]
    return Later(document, tuple(said))


def _is_later(one: Kept, than: Kept) -> bool:
    same_area = bool(set(one.authorities).intersection(than.authorities)) or one.area == than.area
    return one.id != than.id and same_area and (one.published or "") > (than.published or "")


def _name(held: Library, document: Kept) -> str:
    """The pseudonym; of a short one the part of the title that has it."""
    known = held.store.facts_of(document.id).get("pseudonym")
    whole = known.replace('"', "") if isinstance(known, str) else ""
    first, _, rest = whole.partition(" ")
    name = rest if first.casefold() in BEFORE_NAMES and len(rest) >= SHORTEST_NAME else whole
    if not name or len(name) >= SHORTEST_NAME:
        return name
    parts = (part.strip() for part in document.title.replace('"', "").split(":"))
    return next((part for part in parts if name in part.split()), "")
