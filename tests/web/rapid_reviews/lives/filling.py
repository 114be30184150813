"""Everything that sending needs written through the actions, section by section, as a person goes down the list."""

from itertools import groupby

from second_question.rules.questions import Kind, Question
from second_question.rules.review_completeness import Gap
from second_question.rules.template.parts import record_kind
from second_question_web.answering.held import values_of
from second_question_web.rapid_reviews.models import ReviewRecord
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.rapid_reviews.writing import actions as writing
from tests.reviews import NOW
from tests.web.rapid_reviews.deciding.decisions import gaps_of
from tests.web.rapid_reviews.lives.base import Life


def write_what_is_missing(life: Life, outcome: str) -> None:
    """Answers every gap, until there is none; what the answers make necessary too."""
    while is_writable(life.review) and (gaps := gaps_of(life.review)):
        for (section, number), about in groupby(gaps, lambda gap: (gap.section, gap.number)):
            _fill(life, section.id, number, list(about), outcome)


def _fill(life: Life, section: str, number: int, gaps: list[Gap], outcome: str) -> None:
    kind = gaps[0].kind
    if not number:
        assert life.act(writing.add_record, review=life.review, kind=kind, answers={}, unanswered={})
        return
    form = form_of(life.review)
    record = ReviewRecord.objects.get(kind=kind, place=number, request=None)
    own = form.section(section).questions
    answers = {
        **values_of(record, own),
        **{gap.question.id: _answer_to(gap.question, outcome) for gap in gaps if gap.question},
    }
    assert life.act(
        writing.answer_section,
        review=life.review,
        section=section,
        place=number if record_kind(kind).repeated else 0,
        answers=answers,
        unanswered={name: why for name, why in record.reasons_unanswered().items() if name in {q.id for q in own}},
        version=record.version,
    )


def _answer_to(question: Question, outcome: str) -> object:
    if question.id == "outcome":
        return outcome
    if question.kind in (Kind.CHOICE, Kind.CHOICES):
        code = question.options[-1].code
        return (code,) if question.kind is Kind.CHOICES else code
    return {Kind.DATE: NOW.date(), Kind.YES_NO: True}.get(question.kind, "Said in a sentence.")
