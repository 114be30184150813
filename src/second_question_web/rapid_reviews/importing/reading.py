"""What was read from a file: answers that it seems to give, and passages that fit no question. Kept sealed until it is used."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from second_question.documents import Document
from second_question.exchange.importing.imported import Imported, Placed
from second_question.rules.questions import Form, Question
from second_question.rules.template.content import ContentRecord, ReviewContent
from second_question_web.answering.held import held_from
from second_question_web.answering.showing import held_in_words
from second_question_web.rapid_reviews.importing.about import passage_of_unread, passages_about
from second_question_web.rapid_reviews.importing.passages import Passage, in_parts
from second_question_web.ui.questions.reading import LONGEST_TEXT

CERTAIN, GUESSED = 1.0, 0.6
RECOGNISED = 0.75
"""At most so sure is a reading of letters that a program recognised in a picture."""


@dataclass(frozen=True)
class Proposal:
    """An answer that the file seems to give. `number` counts the records of a kind in the file, not in the review.

    `text` are the words of the file, `held` what a record would hold (`answering.held`). `confidence` is 1 for the
    template's own words and less the more was guessed. `page` is 0 where the file has no pages.
    """

    kind: str
    number: int
    question: str
    held: Mapping[str, Any]
    text: str
    page: int
    confidence: float
    agency: str = ""


@dataclass(frozen=True)
class Reading:
    """Everything that a file says.

    `not_read` are the numbers of its pages that are pictures and were not read, `recognised` those of pages whose letters a
    program recognised.
    """

    proposals: tuple[Proposal, ...]
    passages: tuple[Passage, ...]
    not_read: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "proposals": list(map(asdict, self.proposals)),
            "passages": list(map(asdict, self.passages)),
            "not_read": list(self.not_read),
            "recognised": list(self.recognised),
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> "Reading":
        """The reading of those values."""
        proposals = tuple(Proposal(**one) for one in values.get("proposals", ()))
        passages = tuple(Passage(**one) for one in values.get("passages", ()))
        return cls(proposals, passages, tuple(values.get("not_read", ())), tuple(values.get("recognised", ())))


def reading_of(document: Document, imported: Imported, form: Form) -> Reading:
    """A Word or PDF file, read into the template."""
    found = list(_proposals(form, imported.content.records, _Source(document, imported.placed)))
    rest = [Passage(one.heading, one.text, one.page) for one in imported.unplaced]
    read = _fitted(form, found, [*passages_about(imported.content), *rest, *passage_of_unread(document.needs_ocr)])
    return replace(read, not_read=document.needs_ocr, recognised=document.recognised)


def reading_of_json(content: ReviewContent, form: Form) -> Reading:
    """A file in the published format. Questions of another partnership's own are not ours: their answers are passages."""
    found = list(_proposals(form, content.records, None))
    return _fitted(form, found, [*passages_about(content), *_answers_to_others(content, form)])


class _Source:
    """Where in the document an answer came from."""

    def __init__(self, document: Document, placed: Iterable[Placed]) -> None:
        self._document = document
        self._placed: dict[tuple[str, int, str], list[Placed]] = {}
        for one in placed:
            self._placed.setdefault((one.record_kind, one.number, one.question), []).append(one)

    def of(self, record: ContentRecord, question: str) -> tuple[str, int, float]:
        """The words, their page, and how sure the reading is; no words for what only follows from other answers."""
        spans = self._placed.get((record.kind, record.number, question), [])
        if not spans:
            return "", 0, GUESSED
        words = "\n".join(self._document.text[one.start : one.end].strip() for one in spans)
        pages = [self._page(one.start) for one in spans]
        surest = CERTAIN if set(pages).isdisjoint(self._document.recognised) else RECOGNISED
        return words, pages[0], min(surest, *(one.confidence for one in spans))

    def _page(self, at: int) -> int:
        return max(1, sum(page.start <= at for page in self._document.pages))


def _proposals(form: Form, records: Iterable[ContentRecord], source: _Source | None) -> Iterator[Proposal]:
    for record in records:
        for question in form.questions_of(record.kind):
            held = held_from(record.answers, record.unanswered, question)
            if held:
                words, page, confidence = source.of(record, question.id) if source else ("", 0, CERTAIN)
                text = words or held_in_words(question, held)
                yield Proposal(
                    record.kind, record.number, question.id, dict(held), text, page, confidence, record.agency
                )


def _answers_to_others(content: ReviewContent, form: Form) -> Iterator[Passage]:
    for record in content.records:
        ours = {question.id for question in form.questions_of(record.kind)}
        for question in content.form.questions_of(record.kind):
            held = held_from(record.answers, record.unanswered, question)
            if held and question.id not in ours:
                yield Passage(question.label, held_in_words(question, held), 0)


def _fitted(form: Form, found: Iterable[Proposal], passages: Iterable[Passage]) -> Reading:
    """An answer longer than any answer may be is cut into passages, for placing by hand."""
    fitting, rest = [], list(passages)
    for one in found:
        words = one.held.get("answer")
        if isinstance(words, str) and len(words) > LONGEST_TEXT:
            rest.append(Passage(_label(form, one), words, one.page))
        else:
            fitting.append(one)
    return Reading(tuple(fitting), tuple(part for passage in rest for part in in_parts(passage)))


def _label(form: Form, one: Proposal) -> str:
    asked: dict[str, Question] = {question.id: question for question in form.questions_of(one.kind)}
    return asked[one.question].label
