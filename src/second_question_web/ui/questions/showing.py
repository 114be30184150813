"""From a value to what stands in a form, and to words that a person reads."""

from collections.abc import Iterable, Mapping
from datetime import date, time

from second_question.rules.questions import UNANSWERED_LABELS, Question, ShownWhen, Unanswered
from second_question_web.ui.components import Answer
from second_question_web.ui.filters import clock_time, full_date
from second_question_web.ui.given import Given

NO_NAMES: Mapping[str, str] = {}
_YES_NO = {True: "Yes", False: "No"}


def as_given(value: object, unanswered: Unanswered | None = None) -> Given:
    """A value as it would have been typed, to stand in a form."""
    if isinstance(value, bool):
        return Given(text="yes" if value else "no")
    if isinstance(value, date):
        return Given(parts=(str(value.day), str(value.month), str(value.year)))
    if isinstance(value, time):
        return Given(text=value.isoformat("minutes"))
    if isinstance(value, (tuple, list)):
        return Given(values=tuple(str(code) for code in value), unanswered=unanswered)
    return Given(text="" if value is None else str(value), unanswered=unanswered)


def in_words(question: Question, value: object, names: Mapping[str, str] = NO_NAMES) -> str:
    """A value in words; several on a line each. `names` are those of areas and organisations by code."""
    if isinstance(value, bool):
        return _YES_NO[value]
    if isinstance(value, date):
        return full_date(value)
    if isinstance(value, time):
        return clock_time(value)
    if isinstance(value, (tuple, list)):
        return "\n".join(_label(question, str(code), names) for code in value)
    return "" if value is None else _label(question, str(value), names)


def answer(
    question: Question,
    value: object,
    unanswered: Unanswered | None = None,
    *,
    names: Mapping[str, str] = NO_NAMES,
    change: str = "",
) -> Answer:
    """A row of a summary: the answer in words, or the reason for having none."""
    why_not = UNANSWERED_LABELS[unanswered] if unanswered else ""
    return Answer(question=question.label, text=in_words(question, value, names), unanswered=why_not, change=change)


def only_if(question: Question, questions: Iterable[Question]) -> str:
    """When a question is to be answered, for a page without scripts; empty when always or when it hangs on another page."""
    when = question.shown_when
    other = next((q for q in questions if when and q.id == when.question), None)
    if when is None or other is None:
        return ""
    return f"Only if your answer to “{other.label}” is {_answers_in_words(when, other)}."


def _answers_in_words(when: ShownWhen, other: Question) -> str:
    said = [f"“{_possible_answer(other, code)}”" for code in when.answers]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} or {said[-1]}"


def _possible_answer(question: Question, code: str) -> str:
    if code in set(Unanswered):
        return UNANSWERED_LABELS[Unanswered(code)]
    return {"yes": "Yes", "no": "No"}.get(code) or question.label_of(code)


def _label(question: Question, code: str, names: Mapping[str, str]) -> str:
    return names.get(code) or question.label_of(code)
