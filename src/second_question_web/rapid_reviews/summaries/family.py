"""What an agency needs to find the family in its records, and nothing else: no incident, no harm, no narrative."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.answering.held import held
from second_question_web.answering.showing import answer_of
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.ui.components import Answer

NEEDED = {
    "child": ("full_name", "known_as", "date_of_birth", "address"),
    "family_member": ("full_name", "relationship", "date_of_birth"),
}
"""The questions of the template whose answers an agency is given, by the kind of record."""
_SHORT = {"Date of birth, or the date on which the baby is expected": "Born or expected", "Date of birth": "Born"}
"""Shorter words for a small screen."""


@dataclass(frozen=True)
class Sought:
    """One person to look for: the name, and what else is known, each with what it is."""

    name: str
    answers: Sequence[Answer]


def family_of(review: RapidReview) -> list[Sought]:
    """The children and the family of a review whose agency was asked. One query."""
    found = ReviewRecord.objects.filter(review=review, request=None, kind__in=NEEDED, removed_at=None)
    return [_sought(record) for record in found.order_by("kind", "place")]


def _sought(record: ReviewRecord) -> Sought:
    """A child whose name is not known is still somebody to look for, by what else is known."""
    questions = [q for q in RAPID_REVIEW_2021.questions_of(record.kind) if q.id in NEEDED[record.kind]]
    answers = {question.id: answer_of(question, held(record, question)) for question in questions}
    name = answers.pop("full_name").text
    return Sought(name or f"{record.get_kind_display().capitalize()} {record.place}", _said(answers.values()))


def _said(answers: Iterable[Answer]) -> list[Answer]:
    return [replace(one, question=_SHORT.get(one.question, one.question)) for one in answers if one.text]
