"""Reviews that together answer every question of the template once, each answer unlike any other, for sweeps."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Form, Kind, Question, Unanswered
from second_question.rules.template.content import ContentRecord, ReviewContent
from second_question.rules.template.parts import OF_AN_AGENCY, RECORD_KINDS, THEMES, OwnQuestion, template_with

OWN = (
    OwnQuestion("own_1", "analysis", "What did the move change?"),
    OwnQuestion("own_2", "participants", "Independent of the case?", "", Kind.YES_NO),
    OwnQuestion("own_3", "child_care", "Since when at this address?", "", Kind.DATE),
)
FORM = template_with((theme.code for theme in THEMES), OWN)
START = date(1950, 1, 1)


@cache
def full_reviews() -> tuple[ReviewContent, ...]:
    """With a local review decided, with none, and with a reason wherever one is an answer."""
    return (_review("local_review"), _review("no_review"), _review("local_review", unanswered=True))


def told(content: ReviewContent) -> Iterator[tuple[ContentRecord, Question]]:
    """Every question of a review that applies and has an answer."""
    for record in content.records:
        for question in questions_that_apply(content.form, record.kind, record.answers, record.unanswered):
            if question.id in record.answers:
                yield record, question


def _review(outcome: str, *, unanswered: bool = False) -> ReviewContent:
    made = [_record(kind.id, number, outcome, unanswered) for number, kind in enumerate(RECORD_KINDS, start=1)]
    return ReviewContent(FORM, "SIN-2026-0001", "Wessenmere", tuple(made), fictional=True)


def _record(kind: str, number: int, outcome: str, unanswered: bool) -> ContentRecord:
    asked = FORM.questions_of(kind)
    reasons = {q.id: Unanswered.NOT_KNOWN for q in asked if unanswered and q.may_be_unanswered}
    answers = {
        q.id: _answer(FORM, kind, q, number * 100 + position) for position, q in enumerate(asked) if q.id not in reasons
    }
    if "outcome" in answers:
        answers["outcome"] = outcome
    return ContentRecord(
        kind, number, _applying(kind, answers, reasons), reasons, "Agency" if kind in OF_AN_AGENCY else ""
    )


def _applying(kind: str, answers: Mapping[str, object], reasons: Mapping[str, Unanswered]) -> dict[str, object]:
    shown = {question.id for question in questions_that_apply(FORM, kind, answers, reasons)}
    return {name: answer for name, answer in answers.items() if name in shown}


def _answer(form: Form, kind: str, question: Question, number: int) -> object:
    """An answer that no other question has; of a choice, one that makes the questions that hang on it apply."""
    wanted = [
        q.shown_when.answers for q in form.questions_of(kind) if q.shown_when and q.shown_when.question == question.id
    ]
    codes = [option.code for option in question.options]
    if question.kind is Kind.CHOICE:
        return next((code for answers in wanted for code in answers if code in codes), codes[0])
    if question.kind is Kind.CHOICES:
        return tuple(codes[:2])
    if question.kind is Kind.DATE:
        return START + timedelta(days=number)
    return True if question.kind is Kind.YES_NO else f"Words {number} about {question.id.replace('_', ' ')}."
