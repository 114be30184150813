"""A deposit as its pages show it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.urls import reverse

from second_question.exchange.review.words import full_date
from second_question_web.library.depositing.naming import Naming
from second_question_web.library.models import Deposit
from second_question_web.library.names import ages_in_words, kind_name
from second_question_web.library.searching.dates import in_words
from second_question_web.ui.components import Answer, Link, Status

AROUND = 70
"""Characters shown on each side of a place."""
TONES = {
    Deposit.State.READING: "open",
    Deposit.State.UNREADABLE: "late",
    Deposit.State.PROPOSED: "attention",
    Deposit.State.ENTERED: "done",
    Deposit.State.WITHDRAWN: "neutral",
}
_FACTS = {"local_authorities": "authorities", "child_ages": "ages"}
_PARAGRAPH = re.compile(r"\n\s*\n")


def status(deposit: Deposit) -> Status:
    """How it stands, as a tag."""
    return Status(text=deposit.get_state_display(), tone=TONES[Deposit.State(deposit.state)])


def who_may_see(deposit: Deposit) -> str:
    """Who may see it, in words."""
    if deposit.state != Deposit.State.ENTERED:
        return "Nobody but those who deposit"
    if deposit.audience == Deposit.Audience.OWNER:
        return "Only us"
    parts = ["Everybody"]
    parts += ["the record only"] if deposit.text_withheld else []
    parts += ["without the area"] if deposit.area_withheld else []
    return ", ".join(parts)


def row(deposit: Deposit) -> list[object]:
    """A deposit as a row of a table."""
    link = Link(text=deposit.title or "Without a title", href=reverse("library_deposit", args=[deposit.key]))
    return [
        link,
        kind_name(deposit.kind) if deposit.kind else "",
        status(deposit),
        who_may_see(deposit),
        deposit.deposited_by,
    ]


def answers(deposit: Deposit) -> list[Answer]:
    """The facts of a deposit as questions and answers."""
    said = {
        "Title": deposit.title,
        "Kind of document": kind_name(deposit.kind) if deposit.kind else "",
        "Published": in_words(deposit.published),
        "Name used for the child or family": deposit.pseudonym,
        "Ages of the children": ages_in_words(deposit.ages),
        "Authors": deposit.authors,
        "Area": deposit.area,
        "Local authorities": ", ".join(deposit.authorities),
        "Regions": ", ".join(deposit.regions),
        "Nation": deposit.nation,
        "Where it was first published": deposit.address,
        "Summary": deposit.summary,
    }
    return [Answer(question=question, text=text) for question, text in said.items() if text]


def audience(deposit: Deposit) -> list[Answer]:
    """Who may see a deposit, and why not more people."""
    said = {
        "Who may see it": who_may_see(deposit),
        "Why the file is withheld": deposit.withheld_reason,
        "Somebody looks again by": full_date(deposit.look_again_on) if deposit.look_again_on else "",
        "Looked at before it became public, by": str(deposit.confirmed.get("by", "")),
    }
    return [Answer(question=question, text=text) for question, text in said.items() if text]


@dataclass(frozen=True)
class Said:
    """A passage that says a fact, and where it stands in the text."""

    text: str
    page: int
    href: str


def evidence(deposit: Deposit) -> dict[str, Said]:
    """By the name of a field, the passage of the file that says what was proposed for it."""
    found = deposit.proposed.get("evidence") or {}
    return {_FACTS.get(name, name): _said(deposit, one) for name, one in found.items()}


def _said(deposit: Deposit, one: dict[str, Any]) -> Said:
    return Said(" ".join(one["text"].split()), one["page"], href_of(deposit, one["start"], one["end"]))


def href_of(deposit: Deposit, start: int, end: int) -> str:
    """Where a stretch of the text of a deposit is shown."""
    return f"{reverse('library_deposit_text', args=[deposit.key])}?from={start}&to={end}#here"


@dataclass(frozen=True)
class Place:
    """A place of a text in its sentence: what stands before it, itself, what follows."""

    before: str
    text: str
    after: str
    href: str


def places(deposit: Deposit, named: Iterable[Naming]) -> list[Place]:
    """Places of the text of a deposit with what stands around them."""
    text = deposit.text.entry["text"] if deposit.file_id else ""
    return [_place(deposit, text, one.start, one.end) for one in named]


def _place(deposit: Deposit, text: str, start: int, end: int) -> Place:
    before = text[max(0, start - AROUND) : start].partition(" ")[2] if start > AROUND else text[:start]
    after = text[end : end + AROUND].rpartition(" ")[0]
    return Place(_line(before), _line(text[start:end]), _line(after), href_of(deposit, start, end))


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@dataclass(frozen=True)
class Group:
    """What was found several times: the words, their kind, what to do, and where they stand first."""

    text: str
    kind: str
    suggestion: str
    times: int
    href: str


def grouped(deposit: Deposit, findings: Sequence[dict[str, Any]]) -> list[Group]:
    """Findings of the identities check, the same words once."""
    key = _by_words
    return [
        Group(_line(one["text"]), one["kind"].replace("-", " "), one["suggestion"], len(same) + 1, _at(deposit, one))
        for _, (one, *same) in groupby(sorted(findings, key=key), key=key)
    ]


def _by_words(one: dict[str, Any]) -> tuple[str, str]:
    return one["kind"], one["text"].casefold()


def _at(deposit: Deposit, one: dict[str, Any]) -> str:
    return href_of(deposit, one["start"], one["end"])


@dataclass(frozen=True)
class Piece:
    """A part of a paragraph. `mark` is "here" for what was asked for, "area" for what names the area, "" for the rest."""

    text: str
    mark: str = ""


def paragraphs(text: str, named: Sequence[Naming], here: tuple[int, int] | None) -> Iterator[list[Piece]]:
    """A text in paragraphs, with its marked places."""
    marks = [(one.start, one.end, "area") for one in named]
    if here:
        marks = [one for one in marks if one[1] <= here[0] or one[0] >= here[1]] + [(*here, "here")]
    marks.sort()
    start = 0
    for match in [*_PARAGRAPH.finditer(text), None]:
        end = match.start() if match else len(text)
        if text[start:end].strip():
            yield list(_pieces(text, start, end, marks))
        start = match.end() if match else end


def _pieces(text: str, start: int, end: int, marks: Sequence[tuple[int, int, str]]) -> Iterator[Piece]:
    done = start
    for first, last, mark in marks:
        if last <= done or first >= end:
            continue
        if first > done:
            yield Piece(text[done:first])
        yield Piece(text[max(first, done) : min(last, end)], mark)
        done = min(last, end)
    if done < end:
        yield Piece(text[done:end])
