"""The appraisal of a review on our template: what its answers settle is taken from them, and only prose is read."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from math import ceil

from second_question.documents.document import Block, BlockKind, Document, Span
from second_question.documents.evidence import Evidence, Quoting
from second_question.exchange.review.as_document import LEVEL_OF_QUESTIONS, document_of
from second_question.exchange.review.composing import composed
from second_question.exchange.review.length import estimated_pages
from second_question.reading.appraisal.answers import Answer, Finding
from second_question.reading.appraisal.appraising import Appraisal, Appraised, Given, appraise
from second_question.reading.appraisal.review import Called
from second_question.reading.patterns import folded
from second_question.rules.template.checklist_answers import Settled, asked_outright, settled, to_read
from second_question.rules.template.checklist_questions import ASKED_OUTRIGHT, OF_NOTHING, UNDER_THEIR_QUESTION
from second_question.rules.template.content import AnswerKey, ReviewContent

KIND = "rapid-review"
PART = 15
"""Words of an answer from which on it is a part of its own, under its question."""
MEN = ("father", "partner_of_parent")
"""Relationships of those whose names are read as men's. A parent's partner is mostly meant where men are forgotten (A6)."""


class ReviewText:
    """A review as text, with the place of every answer and what the answers settle of the checklist."""

    def __init__(self, content: ReviewContent) -> None:
        self.content = content
        made = document_of(composed(content), ceil(estimated_pages(content)))
        self.document: Document = made.document
        self.places: Mapping[AnswerKey, Span] = made.places

    @cached_property
    def settled(self) -> dict[str, Settled]:
        """What the answers settle, by the id of the item, and what they say of items whose prose must be read."""
        return settled(self.content) | asked_outright(self.content)

    def appraised(self) -> Appraisal:
        """The appraisal; every quotation points into `document`, and none is of the template's own words."""
        done = appraise(self.document, KIND, Given(self._findings, self._blocks, _called(self.content)))
        return replace(done, items=tuple(map(self._reconciled, done.items)))

    def _reconciled(self, one: Appraised) -> Appraised:
        """What was read in prose, beside what was answered where the template asks for just this."""
        if one.finding is None or one.item.id not in ASKED_OUTRIGHT:
            return one
        asked = self.settled[one.item.id]
        headings = {block.start for block in self.document.blocks if block.kind is BlockKind.HEADING}
        read = [said for said in one.finding.evidence if said.start not in headings]
        inside = [said for said in read if self.key_at(said.start) in asked.told]
        quoted = self._quoted((*asked.told[: not inside], *asked.missing))
        answer = one.finding.answer
        if answer is (Answer.NO if asked.told else Answer.YES):
            answer = Answer.PARTLY
        evidence = (*inside, *(said for said in read if said not in inside))
        return replace(one, finding=Finding(answer, (*quoted, *evidence) if asked.told else (*evidence, *quoted)))

    def key_at(self, start: int) -> AnswerKey | None:
        """The answer in which that character of the text stands."""
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return None
        key, span = self._in_order[at]
        return key if start < span.end else None

    @cached_property
    def _in_order(self) -> list[tuple[AnswerKey, Span]]:
        """The answers from the beginning of the text on; none stands within another."""
        return sorted(self.places.items(), key=lambda place: place[1].start)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for _, span in self._in_order]

    @cached_property
    def _findings(self) -> dict[str, Finding]:
        known = {item: one for item, one in self.settled.items() if item not in ASKED_OUTRIGHT}
        # Why an answer is missing stands in the text too, and is shown after what is there.
        found = {i: Finding(Answer(one.answer), self._quoted((*one.told, *one.missing))) for i, one in known.items()}
        return found | {item: Finding(Answer.NOT_CLEAR) for item in OF_NOTHING if not self._read["RR09"]}

    def _quoted(self, keys: Iterable[AnswerKey]) -> tuple[Evidence, ...]:
        return tuple(map(Quoting(self.document).of, self._rows(dict.fromkeys(keys))))

    def _rows(self, keys: Iterable[AnswerKey]) -> Iterator[Span]:
        """Where these answers stand; those in cells side by side are one passage."""
        whole: Span | None = None
        for span in (self.places[key] for key in keys if key in self.places):
            if whole and span.start == whole.end + 1 and self.document.text[whole.end] == "\t":
                whole = Span(whole.start, span.end)
                continue
            if whole:
                yield whole
            whole = span
        if whole:
            yield whole

    @cached_property
    def _read(self) -> dict[str, tuple[AnswerKey, ...]]:
        return to_read(self.content)

    @cached_property
    def _blocks(self) -> dict[str, Sequence[Block]]:
        return {item: self._blocks_of(keys, item in UNDER_THEIR_QUESTION) for item, keys in self._read.items()}

    def _blocks_of(self, keys: Sequence[AnswerKey], with_questions: bool) -> list[Block]:
        """Each answer as a paragraph, in its place below the headings of the review."""
        answers = {self.places[key].start: self.places[key] for key in keys if key in self.places}
        paragraphs = [Block(BlockKind.PARAGRAPH, span.start, span.end, 1) for span in answers.values()]
        place = partial(self._heading, answers, PART if with_questions else None)
        headings = [one for one in map(place, self.document.blocks) if one]
        return sorted((*headings, *paragraphs), key=lambda block: block.start)

    def _heading(self, answers: Mapping[int, Span], fewest: int | None, block: Block) -> Block | None:
        """The heading as it is; a question only where one of the answers stands under it.

        A question says what its answer is about only where enough is answered: with fewer words under it, it is no part
        of the review, and its place alone is kept.
        """
        if block.kind is not BlockKind.HEADING or block.level < LEVEL_OF_QUESTIONS:
            return block if block.kind is BlockKind.HEADING else None
        under = answers.get(block.end + 1)
        if under is None:
            return None
        is_part = fewest is not None and len(self.document.said(under).split()) >= fewest
        return block if is_part else replace(block, start=under.start, end=under.start)


def _called(content: ReviewContent) -> Called:
    children = {name for record in content.of("child") for name in _names(record.answers)}
    members = content.of("family_member")
    men = {name for one in members if one.answers.get("relationship") in MEN for name in _names(one.answers)}
    return Called(frozenset(children), frozenset(men - children))


def _names(answers: Mapping[str, object]) -> Iterator[str]:
    """First names, and what else somebody is called."""
    for question in ("full_name", "known_as"):
        words = folded(str(answers.get(question) or "")).split()
        if words and len(words[0]) > 2:
            yield words[0].strip(",.")
