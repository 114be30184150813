"""The appraisal as its page shows it: what to ask first, then what was found, and the text with every passage in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from second_question.documents.document import Document
from second_question.documents.marked import Mark, MarkedBlock, marked
from second_question.exchange.review import estimated_pages
from second_question.exchange.review.as_document import document_of
from second_question.exchange.review.composing import composed
from second_question.rules.checklists import RAPID_REVIEW_CHECKLIST, Item
from second_question.rules.template.content import ReviewContent
from second_question_web.rapid_reviews.appraising.findings import Found, Stretch, findings_in
from second_question_web.ui.components import Status

CATCHPHRASES = "phrase"
LONGEST = 220
"""Letters of a quotation in the list; its place in the text shows all of it."""
ANSWERS = {
    "no": ("Not found", Status(text="No", tone="late")),
    "partly": ("Found in part", Status(text="Partly", tone="attention")),
    "not clear": ("Not clear from the text", Status(text="Not clear", tone="attention")),
    "": ("For a person to answer", Status(text="For a person", tone="neutral")),
    "yes": ("Found", Status(text="Yes", tone="done")),
}
"""In the order in which a writer looks at them: what is missing first."""


@dataclass(frozen=True)
class Quotation:
    """A passage, and the name of its place in the text below."""

    name: str
    words: str
    page: int


@dataclass(frozen=True)
class Shown:
    """One item of the checklist. `question` is empty where the answer is yes."""

    item: Item
    status: Status
    question: str
    quotations: Sequence[Quotation]


@dataclass(frozen=True)
class Group:
    """The items with the same answer."""

    title: str
    items: Sequence[Shown]


@dataclass(frozen=True)
class ShownAppraisal:
    """The whole page."""

    groups: Sequence[Group]
    phrases: Sequence[tuple[Quotation, str]]
    text: Sequence[MarkedBlock]
    names: dict[str, str]
    """What stands beside a marked passage: the item's id, by the name of its place."""


def appraisal_of(content: ReviewContent, digest: str) -> ShownAppraisal:
    """The appraisal of a review as it stands or as it was sent."""
    document = document_of(composed(content), ceil(estimated_pages(content)))
    found = findings_in(document, digest)
    quoted = {one.item: _quotations(document, one.item, one.stretches) for one in found.items}
    phrases = _quotations(document, CATCHPHRASES, [stretch for stretch, _ in found.phrases])
    places = [(CATCHPHRASES, stretch) for stretch, _ in found.phrases]
    places += [(one.item, stretch) for one in found.items for stretch in one.stretches]
    marks = _marks(places)
    return ShownAppraisal(
        groups=_groups(found.items, quoted),
        phrases=[(shown, question) for shown, (_, question) in zip(phrases, found.phrases, strict=True)],
        text=marked(document, marks),
        names={mark.name: _owner(mark.name) for mark in marks},
    )


def _groups(found: Sequence[Found], quoted: dict[str, list[Quotation]]) -> list[Group]:
    groups = []
    for answer, (title, status) in ANSWERS.items():
        items = [_shown(one, status, quoted[one.item]) for one in found if one.answer == answer]
        if items:
            groups.append(Group(title, items))
    return groups


def _shown(found: Found, status: Status, quotations: Sequence[Quotation]) -> Shown:
    item = RAPID_REVIEW_CHECKLIST.item(found.item)
    return Shown(item, status, "" if found.answer == "yes" else item.question, quotations)


def _quotations(document: Document, owner: str, stretches: Sequence[Stretch]) -> list[Quotation]:
    return [_quotation(document, f"{owner}-{number}", stretch) for number, stretch in enumerate(stretches, 1)]


def _quotation(document: Document, name: str, stretch: Stretch) -> Quotation:
    start, end = stretch
    words = " ".join(document.text[start:end].split())
    page = next((n for n, page in enumerate(document.pages, 1) if start < page.end), len(document.pages))
    return Quotation(name, words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…", page)


def _marks(places: Sequence[tuple[str, Stretch]]) -> list[Mark]:
    numbers: dict[str, int] = {}
    marks = []
    for owner, (start, end) in places:
        numbers[owner] = numbers.get(owner, 0) + 1
        marks.append(Mark(f"{owner}-{numbers[owner]}", start, end))
    return marks


def _owner(name: str) -> str:
    return name.rpartition("-")[0]
