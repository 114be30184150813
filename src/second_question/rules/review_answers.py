"""Do the answers of a rapid review make sense? Days in the future, a death before the birth, an end before a beginning."""

from collections.abc import Iterator
from datetime import date

from second_question.rules.answers import EARLIEST, PREGNANCY, Answers, Finding, Level
from second_question.rules.questions import Form, Question

MAY_LIE_AHEAD = frozenset({"by_when", "date_of_birth"})
"""A day by which something is to be done, and the day on which a baby is expected."""


def check_record(form: Form, kind: str, answers: Answers, *, today: date) -> list[Finding]:
    """What is wrong or odd about one record. Values are as in `completeness`; today is given."""
    days = [(q, answers[q.id]) for q in form.questions_of(kind) if isinstance(answers.get(q.id), date)]
    found = [finding for question, day in days for finding in _check_day(question, day, today)]
    return [*found, *_check_life(answers, today)]


def _check_day(question: Question, day: object, today: date) -> Iterator[Finding]:
    if not isinstance(day, date):
        return
    if day < EARLIEST:
        yield Finding(question.id, f"{question.label}: check the year, {day.year} is too long ago")
    if day > today and question.id not in MAY_LIE_AHEAD:
        yield Finding(question.id, f"{question.label}: this day is in the future. Check the date")


def _check_life(answers: Answers, today: date) -> Iterator[Finding]:
    born, died = answers.get("date_of_birth"), answers.get("date_of_death")
    if isinstance(born, date) and born > today + PREGNANCY:
        yield Finding("date_of_birth", "The date of birth is more than a pregnancy away. Check the date")
    if isinstance(born, date) and isinstance(died, date) and died < born:
        yield Finding("date_of_death", "The date of death is before the date of birth. Check both dates")
    begun, done = answers.get("by_when"), answers.get("done_on")
    if isinstance(begun, date) and isinstance(done, date) and done > begun:
        yield Finding("done_on", "This was done after the day that was set. That can be right", Level.WARNING)
