"""What would become of each answer that was read, against what the review says now: nothing is ever replaced."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Form, Question
from second_question.rules.template.parts import OF_AN_AGENCY, record_kind
from second_question_web.answering.held import NOTHING, Held, as_value, held
from second_question_web.partnerships.models import Organisation
from second_question_web.rapid_reviews.importing.agencies import Agencies
from second_question_web.rapid_reviews.importing.matching import matched
from second_question_web.rapid_reviews.importing.reading import Proposal, Reading
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord


class Fate(StrEnum):
    """What becomes of an answer that was read."""

    PLACED = "placed"  # it fills a question that is open
    SAME = "same"  # the review says this already
    ANSWERED = "answered"  # the review says something else, which stays
    NOT_ASKED = "not_asked"  # the question hangs on another answer than the review has
    NO_AGENCY = "no_agency"  # from an agency that is unknown here, or was asked itself


@dataclass(frozen=True)
class Line:
    """One answer that was read, with what the review holds for the question now. `index` is its place in the reading."""

    index: int
    proposal: Proposal
    question: Question
    fate: Fate
    now: Held


@dataclass(frozen=True)
class PlannedRecord:
    """A record of the file: the record of the review that it goes into, or a new one. `agency` is whose it is to be."""

    kind: str
    number: int
    name: str
    record: ReviewRecord | None
    agency: Organisation | None
    lines: tuple[Line, ...]


def plan(review: RapidReview, form: Form, reading: Reading) -> list[PlannedRecord]:
    """Everything that was read, record by record in the order of the file."""
    agencies = Agencies(review)
    found = enumerate(reading.proposals)
    groups = [list(group) for _, group in groupby(found, key=lambda one: _of(one[1]))]
    same = _matched(review, [group[0][1] for group in groups], reading)
    return [_planned(form, group, same.get(_of(group[0][1])), agencies) for group in groups]


def _of(proposal: Proposal) -> tuple[str, str, int]:
    return proposal.kind, proposal.agency, proposal.number


def _matched(
    review: RapidReview, first: Sequence[Proposal], reading: Reading
) -> dict[tuple[str, str, int], ReviewRecord]:
    own = list(ReviewRecord.objects.filter(review=review, request=None, removed_at=None).order_by("kind", "place"))
    found: dict[tuple[str, str, int], ReviewRecord] = {}
    for kind in dict.fromkeys(one.kind for one in first if one.kind not in OF_AN_AGENCY):
        read = {one.number: _answers(reading, kind, one.number) for one in first if one.kind == kind}
        there = [record for record in own if record.kind == kind]
        found |= {(kind, "", number): record for number, record in matched(kind, there, read).items()}
    return found


def _answers(reading: Reading, kind: str, number: int) -> Mapping[str, object]:
    return {
        one.question: one.held.get("answer")
        for one in reading.proposals
        if (one.kind, one.agency, one.number) == (kind, "", number)
    }


def _planned(
    form: Form, group: Sequence[tuple[int, Proposal]], record: ReviewRecord | None, agencies: Agencies
) -> PlannedRecord:
    first = group[0][1]
    whose = agencies.free(first.agency) if first.kind in OF_AN_AGENCY else None
    homeless = first.kind in OF_AN_AGENCY and whose is None
    lines = tuple(_lines(form, group, record, homeless=homeless))
    return PlannedRecord(first.kind, first.number, _name(first, group, record), record, whose, lines)


def _lines(
    form: Form, group: Sequence[tuple[int, Proposal]], record: ReviewRecord | None, *, homeless: bool
) -> Iterator[Line]:
    asked = {question.id: question for question in form.questions_of(group[0][1].kind)}
    shown = asked_with(form, record, [proposal for _, proposal in group])
    for index, proposal in group:
        question = asked.get(proposal.question)
        if question is None:  # a question of the partnership's own that was taken away since
            continue
        now = held(record, question) if record else NOTHING
        fate = Fate.NO_AGENCY if homeless else _fate(proposal, now, is_asked=question.id in shown)
        yield Line(index, proposal, question, fate, now)


def _fate(proposal: Proposal, now: Held, *, is_asked: bool) -> Fate:
    if dict(now) == dict(proposal.held):
        return Fate.SAME
    if now:
        return Fate.ANSWERED
    return Fate.PLACED if is_asked else Fate.NOT_ASKED


def asked_with(form: Form, record: ReviewRecord | None, taken: Sequence[Proposal]) -> frozenset[str]:
    """The ids of the questions that are asked of a record once it has these answers beside its own."""
    kind = record.kind if record else taken[0].kind if taken else ""
    asked = {question.id: question for question in form.questions_of(kind)}
    said = {name: value for name, value in (record.all_answers() if record else {}).items() if name in asked}
    why = dict(record.reasons_unanswered()) if record else {}
    for one in taken:
        if one.question not in said and one.question not in why:
            said |= {one.question: one.held["answer"]} if "answer" in one.held else {}
            why |= {one.question: one.held["unanswered"]} if "unanswered" in one.held else {}
    values = {name: as_value(asked[name], value) for name, value in said.items() if name in asked}
    return frozenset(question.id for question in questions_that_apply(form, kind, values, why))


def _name(first: Proposal, group: Sequence[tuple[int, Proposal]], record: ReviewRecord | None) -> str:
    """What the record is called: by what the file says, or else as the review calls it, or "Child 2"."""
    kind = record_kind(first.kind)
    if not kind.repeated:
        return "The review"
    said = {proposal.question: proposal.held.get("answer") for _, proposal in group}
    known = record.all_answers() if record else {}
    names = [str(source.get(question) or "") for source in (said, known) for question in kind.named_by]
    one = f"{kind.one[0].upper()}{kind.one[1:]}"
    return f"{one}: {next(filter(None, [*names, first.agency]), str(first.number))}"
