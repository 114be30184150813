"""Do the answers of a rapid review make sense? Days in the future, a death before the birth, a decision before the incident."""

from collections.abc import Iterator
from datetime import date

from second_question.rules.answers import EARLIEST, PREGNANCY, Answers, Finding
from second_question.rules.notification_codes import ANSWERS_THAT_STAND_ALONE
from second_question.rules.questions import Form, Question

MAY_LIE_AHEAD = frozenset({("child", "date_of_birth"), ("immediate_action", "by_when")})
"""The day on which a baby is expected, and the day by which something is to be done."""

IN_ORDER = (
    ("date_of_birth", "date_of_death", "The date of death is before the date of birth. Check both dates"),
    ("incident_on", "decided_on", "The decision is before the date of the incident. Check both dates"),
)
"""Of one record: what comes first, what cannot come before it, and what to say if it does."""


def check_record(form: Form, kind: str, answers: Answers, *, today: date) -> list[Finding]:
    """What cannot be right about one record. Values are as in `completeness`; today is given."""
    found = [one for question in form.questions_of(kind) for one in _check_answer(kind, question, answers, today)]
    return [*found, *_check_expected_birth(kind, answers, today), *_check_order(answers)]


def _check_answer(kind: str, question: Question, answers: Answers, today: date) -> Iterator[Finding]:
    value = answers.get(question.id)
    if isinstance(value, date):
        yield from _check_day(question, value, None if (kind, question.id) in MAY_LIE_AHEAD else today)
    elif isinstance(value, (tuple, list)):
        yield from _check_alone(question, [str(code) for code in value])


def _check_day(question: Question, day: date, latest: date | None) -> Iterator[Finding]:
    if day < EARLIEST:
        yield Finding(question.id, f"{question.label}: check the year, {day.year} is too long ago")
    if latest and day > latest:
        yield Finding(question.id, f"{question.label}: this day is in the future. Check the date")


def _check_alone(question: Question, chosen: list[str]) -> Iterator[Finding]:
    alone = [code for code in chosen if code in ANSWERS_THAT_STAND_ALONE]
    if alone and len(chosen) > 1:
        label = question.label_of(alone[0])
        yield Finding(question.id, f"{question.label}: “{label}” cannot be chosen together with another answer")


def _check_expected_birth(kind: str, answers: Answers, today: date) -> Iterator[Finding]:
    born = answers.get("date_of_birth")
    if kind == "child" and isinstance(born, date) and born > today + PREGNANCY:
        yield Finding("date_of_birth", "The date of birth is more than a pregnancy away. Check the date")


def _check_order(answers: Answers) -> Iterator[Finding]:
    for first, later, message in IN_ORDER:
        before, after = answers.get(first), answers.get(later)
        if isinstance(before, date) and isinstance(after, date) and after < before:
            yield Finding(later, message)
