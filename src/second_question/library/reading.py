"""A file becomes an entry of the library: its text, facts, passages with themes, and recommendations."""

import re
from collections.abc import Iterator
from functools import cache

from second_question.documents import BlockKind, Document
from second_question.library.entry import KEY, Entry, KeptPassage, KeptRecommendation
from second_question.library.places import areas_for
from second_question.library.sketch import sketch_of
from second_question.reading.appraisal.report import Report
from second_question.reading.facts import Facts, Kind, facts_of
from second_question.reading.recommendations.found import recommendations_in
from second_question.reading.themes import Suggesting, shipped_model
from second_question.reading.themes.passages import Passage, passages_of
from second_question.rules.codebooks import codebook

LONGEST_HEADING = 160
_SIGNS = re.compile(r"\*\*|__|^\s*#+\s|(?<!\w)[*_](?=\w)|(?<=[\w.:!?)])[*_](?!\w)", re.MULTILINE)
WITHOUT_RECOMMENDATIONS = frozenset({Kind.GUIDANCE, Kind.OTHER})
"""Kinds of documents whose "should" is advice for everybody, not what a review recommended."""


def entry_of(document: Document, digest: str, name: str) -> Entry:
    """What the library keeps of a document."""
    facts = facts_of(document)
    areas = areas_for(facts.local_authorities)
    return Entry(
        key=digest[:KEY],
        digest=digest,
        name=name,
        text=document.text,
        title=unmarked(facts.title.value) or name if facts.title else name,
        kind=str(facts.kind),
        area=facts.area.value.written if facts.area else None,
        authorities=areas.names,
        regions=areas.regions,
        nation=facts.nation,
        published=facts.published.value if facts.published else None,
        ages=facts.child_ages.value if facts.child_ages else (),
        pages=facts.pages,
        facts=facts.to_json(name),
        passages=tuple(_passages(document)),
        recommendations=tuple(_recommendations(document, facts)),
        sketch=sketch_of(document.text),
    )


def unmarked(said: str) -> str:
    """A title or heading without the signs by which a plain text sets it in bold or marks it as a heading."""
    return " ".join(_SIGNS.sub("", said).split())


@cache
def _suggesting() -> Suggesting:
    book = codebook()
    return Suggesting(book, shipped_model(book.id))


def themes_of(said: str, heading: str = "") -> tuple[str, ...]:
    """The codes suggested for a passage."""
    return _suggesting().codes_for(said, heading)


def _passages(document: Document) -> Iterator[KeptPassage]:
    above = _headings(document)
    for one in passages_of(document):
        themes = themes_of(document.text[one.start : one.end], one.heading)
        yield KeptPassage(one.page, one.start, one.end, _path(one, above), themes)


def _headings(document: Document) -> list[tuple[int, tuple[str, ...]]]:
    """Where each heading ends, and the path down to it."""
    path: list[tuple[int, str]] = []
    found = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            path = [(level, said) for level, said in path if level < block.level]
            path.append((block.level, unmarked(document.said(block))[:LONGEST_HEADING]))
            found.append((block.end, tuple(said for _, said in path)))
    return found


def _path(passage: Passage, above: list[tuple[int, tuple[str, ...]]]) -> tuple[str, ...]:
    """The headings above a passage; its own can be a line that was not set as one."""
    from bisect import bisect_right

    at = bisect_right(above, passage.start, key=lambda one: one[0])
    path = above[at - 1][1] if at else ()
    own = unmarked(passage.heading)[:LONGEST_HEADING]
    return path if not own or own in path else (*path, own)


def _recommendations(document: Document, facts: Facts) -> Iterator[KeptRecommendation]:
    if facts.kind in WITHOUT_RECOMMENDATIONS:
        return
    for one in recommendations_in(Report(document)):
        yield KeptRecommendation(one.said.page, one.said.start, one.said.end, one.number)
