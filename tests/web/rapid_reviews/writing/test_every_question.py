"""Every question of the template, saved and looked at in the database: sealed or not, with who wrote it, once in the trail."""

from collections.abc import Mapping
from datetime import date

import pytest

from second_question.rules.questions import Kind, Question, Section, Unanswered
from second_question_web.answering.held import as_stored
from second_question_web.rapid_reviews.models import AnswerChange
from second_question_web.trail.models import Entry
from tests.reviews import begun_review, record_of
from tests.web.rapid_reviews.writing.asking import OWN, place_for
from tests.web.rapid_reviews.writing.saving import saved

pytestmark = pytest.mark.django_db
REASONS = {str(reason) for reason in Unanswered}
ANSWER: Mapping[Kind, object] = {
    Kind.TEXT: "A line about Wren",
    Kind.LONG_TEXT: "Two lines\nabout Wren",
    Kind.DATE: date(2026, 11, 20),
    Kind.YES_NO: True,
}


def example(question: Question) -> object:
    """An answer that the question allows."""
    if question.kind is Kind.CHOICE:
        return question.options[0].code
    return (question.options[-1].code,) if question.kind is Kind.CHOICES else ANSWER[question.kind]


def answers_with(section: Section, question: Question) -> tuple[dict[str, object], dict[str, Unanswered]]:
    """An answer to that question, and what has to be said for it to be asked."""
    when = question.shown_when
    if when is None:
        return {question.id: example(question)}, {}
    other = next(one for one in section.questions if one.id == when.question)
    answers, reasons = answers_with(section, other)
    if when.answers[0] in REASONS:
        answers.pop(other.id)
        reasons = {other.id: Unanswered(when.answers[0])}
    elif other.kind is Kind.CHOICE:
        answers[other.id] = when.answers[0]
    return {**answers, question.id: example(question)}, reasons


@pytest.mark.parametrize("section", OWN, ids=lambda section: section.id)
def test_every_answer_is_kept_sealed_if_it_identifies_with_one_row_of_history_and_trail(section: Section) -> None:
    review = begun_review()
    place = place_for(review, section)
    for question in section.questions:
        answers, reasons = answers_with(section, question)
        saved(review, section.id, {}, kind=section.record, place=place)
        rows, changes = Entry.objects.count(), AnswerChange.objects.count()
        saved(review, section.id, answers, kind=section.record, place=place, unanswered=reasons)
        record = record_of(review, section.record, place or 1)
        kept, other = (record.sealed_answers, record.answers)[:: 1 if question.identifies else -1]
        assert kept[question.id] == as_stored(example(question))
        assert question.id not in other
        assert AnswerChange.objects.count() == changes + len(answers) + len(reasons)
        assert Entry.objects.count() == rows + 1


@pytest.mark.parametrize("section", OWN, ids=lambda section: section.id)
def test_a_question_without_an_answer_has_a_reason_where_it_allows_one(section: Section) -> None:
    review = begun_review()
    place = place_for(review, section)
    reasons = {question.id: Unanswered.NOT_ASKED for question in section.questions if question.shown_when is None}
    saved(review, section.id, {}, kind=section.record, place=place, unanswered=reasons)
    kept = record_of(review, section.record, place or 1).unanswered
    allowed = {q.id for q in section.questions if q.may_be_unanswered and q.shown_when is None}
    assert {name for name in kept if name in reasons} == allowed


def test_the_examples_cover_every_kind_of_question_that_the_template_asks() -> None:
    asked = {question.kind for section in OWN for question in section.questions}
    assert asked <= {*ANSWER, Kind.CHOICE, Kind.CHOICES}
