"""The facts of a document, each with what says so: a passage of its text, or the person who put it into the library."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from second_question.library.describing import Described
from second_question_web.library.documents.queries import Opened
from second_question_web.library.names import ages_in_words, kind_name
from second_question_web.library.searching.dates import in_words
from second_question_web.library.searching.results import place

LONGEST = 240
BY_PERSON = "Said by those who put it into the library."


@dataclass(frozen=True)
class Quoted:
    """The words that say a fact, and where they stand."""

    text: str
    page: int
    href: str


@dataclass(frozen=True)
class Fact:
    """A fact; `quoted` says it, or `note` tells who did."""

    label: str
    text: str
    quoted: Quoted | None = None
    note: str = ""


def facts_of(opened: Opened, described: Described) -> list[Fact]:
    """What is known, in the order of a catalogue card."""
    evidence = _evidence(opened)
    return [_fact(opened, evidence, *row) for row in _rows(opened, described) if row[1]]


def _rows(opened: Opened, described: Described) -> Iterator[tuple[str, str, str, object]]:
    """Label, words, and under which name and value the document's own words say it."""
    document = opened.document
    kept = opened.library.store.facts_of(document.id) if opened.may_read or opened.deposit else {}
    area_withheld = bool(opened.deposit and opened.deposit.area_withheld)
    yield "Kind", kind_name(document.kind), "kind", document.kind
    yield "Published", in_words(document.published), "published", document.published
    yield (
        "Area",
        place(document) or ("Withheld by those who published it" if area_withheld else ""),
        "area",
        document.area,
    )
    yield "Region", ", ".join(document.regions), "", None
    yield "Nation", document.nation or "", "", None
    yield "Name used", str(kept.get("pseudonym") or ""), "pseudonym", kept.get("pseudonym")
    yield "Children’s ages", ages_in_words(document.ages), "child_ages", list(document.ages)
    yield "Authors", ", ".join(described.authors), "authors", list(described.authors)
    yield "Pages", str(document.pages) if document.pages > 1 else "", "", None


def _fact(opened: Opened, evidence: Mapping[str, Any], label: str, text: str, name: str, value: object) -> Fact:
    read = evidence.get(name)
    proposed = opened.deposit.proposed.get(name) if opened.deposit else value
    if read and proposed == value:
        href = f"?from={read['start']}-{read['end']}#found"
        return Fact(label, text, Quoted(" ".join(read["text"].split())[:LONGEST], read["page"], href))
    return Fact(label, text, note=BY_PERSON if opened.deposit and name else "")


def _evidence(opened: Opened) -> Mapping[str, Any]:
    """The passages that say the facts, to those who may read them. Where the area is withheld they could tell it."""
    if not opened.may_read or opened.document.is_record or (opened.deposit and opened.deposit.area_withheld):
        return {}
    kept = opened.deposit.proposed if opened.deposit else opened.library.store.facts_of(opened.document.id)
    return dict(kept.get("evidence") or {})
