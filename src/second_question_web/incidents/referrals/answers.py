"""Between the answers to the referral form and the record that keeps them, sealed but for date and kind of incident."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from second_question.rules.completeness import missing_questions, questions_that_apply
from second_question.rules.questions import Question, Section, Unanswered
from second_question.rules.referral import NOT_SURE, REFERRAL_FORM
from second_question_web.incidents.models import Referral
from second_question_web.ui.components import Answer
from second_question_web.ui.questions.showing import answer

QUESTIONS = REFERRAL_FORM.questions_of("referral")
WHOLE = Section("referral", REFERRAL_FORM.title, "referral", QUESTIONS)
"""The form on one page: it is short."""

EARLIEST = date(1900, 1, 1)
_COLUMNS = ("what_happened", "why_serious", "safe_now", "children")
_REASONS = "unanswered"


@dataclass(frozen=True)
class Answers:
    """Answers by question id, and the reasons for having none."""

    values: Mapping[str, object]
    unanswered: Mapping[str, Unanswered]


def errors_in(answers: Answers, today: date) -> dict[str, str]:
    """What is missing or cannot be right, by question id."""
    missing = missing_questions(REFERRAL_FORM, WHOLE, answers.values, answers.unanswered)
    errors = {question.id: f"Answer “{question.label}”" for question in missing}
    happened = answers.values.get("incident_on")
    if isinstance(happened, date) and happened > today:
        errors["incident_on"] = "When did it happen? This day is in the future. Check the date"
    if isinstance(happened, date) and happened < EARLIEST:
        errors["incident_on"] = f"When did it happen? {happened.year} is too long ago. Check the year"
    return errors


def write(referral: Referral, answers: Answers) -> None:
    """Puts the answers into the record; does not save. Answers to questions that do not apply are left out."""
    asked = questions_that_apply(REFERRAL_FORM, "referral", answers.values, answers.unanswered)
    said = {question.id: answers.values[question.id] for question in asked if question.id in answers.values}
    happened, nature = said.pop("incident_on", None), str(said.pop("nature", ""))
    referral.form = REFERRAL_FORM.id
    referral.incident_on = happened if isinstance(happened, date) else None
    referral.nature = "" if nature == NOT_SURE.code else nature
    for column in _COLUMNS:
        setattr(referral, column, str(said.pop(column, "")))
    reasons = {name: str(reason) for name, reason in answers.unanswered.items()}
    referral.further_answers = {**said, _REASONS: reasons} if reasons else said


def read(referral: Referral) -> Answers:
    """The answers that the record keeps."""
    further = dict(referral.further_answers)
    reasons = {name: Unanswered(reason) for name, reason in further.pop(_REASONS, {}).items()}
    columns = {column: getattr(referral, column) for column in _COLUMNS}
    values = {"incident_on": referral.incident_on, "nature": referral.nature or NOT_SURE.code, **columns, **further}
    return Answers({name: value for name, value in values.items() if value not in ("", None)}, reasons)


def in_words(referral: Referral) -> list[tuple[str, list[Answer]]]:
    """The referral as it was sent, section by section."""
    said = read(referral)
    asked = questions_that_apply(REFERRAL_FORM, "referral", said.values, said.unanswered)
    return [
        (
            section.title,
            [_in_words(question, said) for question in section.questions if question in asked],
        )
        for section in REFERRAL_FORM.sections
    ]


def _in_words(question: Question, said: Answers) -> Answer:
    """One answer; the referral was sent, so what has none will get none."""
    row = answer(question, said.values.get(question.id), said.unanswered.get(question.id))
    return row if row.text or row.unanswered else replace(row, unanswered="Not answered")
