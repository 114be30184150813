"""The appraisal as its pages show it: what to ask first, then what was found; and the text with every passage in place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from second_question.documents.marked import Mark, MarkedBlock, marked
from second_question.exchange.review.appraised import ReviewText
from second_question.rules.checklists import RAPID_REVIEW_CHECKLIST, Item
from second_question.rules.template.checklist_questions import KNOWN
from second_question.rules.template.content import AnswerKey, ReviewContent
from second_question.rules.template.parts import record_kind
from second_question_web.rapid_reviews.appraising.findings import Found, Stretch, findings_in
from second_question_web.rapid_reviews.appraising.naming import Names
from second_question_web.ui.components import Status

CATCHPHRASES = "phrase"
LENGTH = "RR22"
LONGEST = 180
"""Letters of a quotation in the list; its place in the text shows all of it."""
MOST, MOST_FOUND = 3, 2
"""Passages of an item in the list, and of one that was found; the text shows the others too."""
MOST_OPEN = 4
ANSWERS = {
    "no": ("Not found", Status(text="No", tone="late")),
    "partly": ("Found in part", Status(text="Partly", tone="attention")),
    "not clear": ("Not clear from the text", Status(text="Not clear", tone="attention")),
    "": ("For a person to answer", Status(text="For a person", tone="neutral")),
    "yes": ("Found", Status(text="Yes", tone="done")),
}
"""In the order in which a writer looks at them: what is missing first."""

_LINE_END = re.compile(r"(?<![.;:,!?])\s*\n\s*")


@dataclass(frozen=True)
class Quotation:
    """A passage, the name of its place in the text, and the question that it answers, with whom it is about."""

    name: str
    words: str
    under: str


@dataclass(frozen=True)
class Open:
    """A question that is still open, with whom it is about, and where the reason stands for there being no answer.

    One that is answered `in_part` says too little to settle the matter, or says that it is not so. `href` leads to the
    question, for those who write the review.
    """

    label: str
    href: str
    reason: Quotation | None
    in_part: bool


@dataclass(frozen=True)
class Shown:
    """One item of the checklist. `question` is empty where the answer is yes; `more` and `more_open` count what is not listed."""

    item: Item
    status: Status
    question: str
    note: str
    quotations: Sequence[Quotation]
    more: int
    open: Sequence[Open]
    more_open: int


@dataclass(frozen=True)
class Group:
    """The items with the same answer. `id` is that of its heading."""

    id: str
    title: str
    items: Sequence[Shown]


@dataclass(frozen=True)
class ShownAppraisal:
    """The list of what was found and of what to ask."""

    groups: Sequence[Group]
    phrases: Sequence[tuple[Quotation, str]]
    pages: int


@dataclass(frozen=True)
class ShownText:
    """The whole text."""

    pages: int
    blocks: Sequence[MarkedBlock]
    names: dict[str, str]
    """What stands beside a marked passage: the item's id, by the name of its place."""


def appraisal_of(content: ReviewContent, digest: str, *, is_written: bool = False) -> ShownAppraisal:
    """The appraisal of a review as it stands or as it was sent.

    Args:
        content: the review.
        digest: of that content.
        is_written: by the reader, who is led to questions without an answer.
    """
    text = ReviewText(content)
    found = findings_in(text, digest)
    listed = _Listed(text, is_written=is_written)
    phrases = listed.quotations(CATCHPHRASES, [stretch for stretch, _ in found.phrases])
    return ShownAppraisal(
        groups=list(_groups([listed.item(one) for one in found.items])),
        phrases=[(shown, question) for shown, (_, question) in zip(phrases, found.phrases, strict=True)],
        pages=len(text.document.pages),
    )


def text_of(content: ReviewContent, digest: str) -> ShownText:
    """The text of a review, with every passage in its place under the name that the appraisal gives it.

    Args:
        content: the review.
        digest: of that content.
    """
    text = ReviewText(content)
    found = findings_in(text, digest)
    places = [
        (CATCHPHRASES, [stretch for stretch, _ in found.phrases]),
        *((one.item, one.stretches) for one in found.items),
    ]
    marks = [mark for owner, stretches in places for mark in _marks(owner, stretches)]
    names = {mark.name: mark.name.rpartition("-")[0] for mark in marks}
    return ShownText(len(text.document.pages), marked(text.document, marks), names)


def _groups(items: Sequence[Shown]) -> Iterator[Group]:
    for title, status in ANSWERS.values():
        own = [one for one in items if one.status is status]
        if own:
            yield Group(title.lower().replace(" ", "-"), title, own)


def _marks(owner: str, stretches: Sequence[Stretch]) -> Iterator[Mark]:
    return (Mark(f"{owner}-{number}", *stretch) for number, stretch in enumerate(stretches, 1))


class _Listed:
    """Puts the items of one review into the list."""

    def __init__(self, text: ReviewText, *, is_written: bool) -> None:
        self._text, self._names, self._is_written = text, Names(text.content), is_written

    def item(self, found: Found) -> Shown:
        item = RAPID_REVIEW_CHECKLIST.item(found.item)
        _, status = ANSWERS[found.answer]
        told, reasons = self._parted(found)
        waiting = list(self._open(found.item, reasons))
        most = MOST_FOUND if found.answer == "yes" else MOST
        chosen = [one for one in told if not self._only_names(one, told)]
        return Shown(
            item,
            status,
            question="" if found.answer == "yes" else item.question,
            note=self._note(item.id),
            quotations=[self._quotation(*one) for one in chosen[:most]],
            more=len(told) - min(most, len(chosen)),
            open=waiting[:MOST_OPEN],
            more_open=len(waiting[MOST_OPEN:]),
        )

    def quotations(self, owner: str, stretches: Sequence[Stretch]) -> list[Quotation]:
        """Each passage with its place."""
        return [self._quotation(f"{owner}-{number}", stretch) for number, stretch in enumerate(stretches, 1)]

    def _parted(self, found: Found) -> tuple[list[tuple[str, Stretch]], list[tuple[str, Stretch]]]:
        """The passages that answer, and those that say why there is no answer, each with the name of its place."""
        missing = self._unanswered(found.item)
        told: list[tuple[str, Stretch]] = []
        reasons: list[tuple[str, Stretch]] = []
        for number, stretch in enumerate(found.stretches, 1):
            is_reason = self._text.key_at(stretch[0]) in missing
            (reasons if is_reason else told).append((f"{found.item}-{number}", stretch))
        return told, reasons

    def _only_names(self, one: tuple[str, Stretch], others: Sequence[tuple[str, Stretch]]) -> bool:
        """Whether it says no more than whom another passage is about, which is told beside that one."""
        key = self._text.key_at(one[1][0])
        if key is None or not self._names.is_name(key) or self._text.places[key].end < one[1][1]:
            return False
        near = (self._text.key_at(stretch[0]) for _, stretch in others)
        return any(other and other != key and self._names.same_record(other, key) for other in near)

    def _open(self, item: str, reasons: Sequence[tuple[str, Stretch]]) -> Iterator[Open]:
        why = {self._text.key_at(stretch[0]): self._quotation(name, stretch) for name, stretch in reasons}
        settled = self._text.settled.get(item)
        for key in settled.missing if settled else ():
            href = self._names.address(key) if self._is_written else ""
            yield Open(self._names.question(key), href, why.get(key), in_part=key not in self._unanswered(item))

    def _unanswered(self, item: str) -> Sequence[AnswerKey]:
        return self._text.settled[item].unanswered if item in self._text.settled else ()

    def _note(self, item: str) -> str:
        """What there is to say of an item besides answers."""
        if item == LENGTH:
            count = len(self._text.document.pages)
            return f"About {count} page{'' if count == 1 else 's'}."
        kind = KNOWN[item].needed[0].kind if item in KNOWN else "review"
        none_yet = kind != "review" and not self._text.content.of(kind)
        return f"No {record_kind(kind).one} has been entered." if none_yet else ""

    def _quotation(self, name: str, stretch: Stretch) -> Quotation:
        start, end = stretch
        said = self._text.document.text[start:end].replace("\t", "; ")
        words = " ".join(_LINE_END.sub("; ", said).split())
        key = self._text.key_at(start)
        under = self._names.question(key) if key else ""
        return Quotation(name, words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…", under)
