"""How far a form is filled in: which questions apply, what is missing, and what stands in the way of sending.

Two different measures, on purpose. A task is completed when nothing in it is left open: every question that is
required, or to which "not known" would be an answer, has an answer or a reason. Sending is refused only for what is
required, because a notification must be able to leave in the first hours (N1).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from second_question.rules.questions import Form, Question, Section, Unanswered

# Question id -> value: text, a number, True or False, a date, a time, a code or a sequence of codes.
# None, "" and an empty sequence are no answer.
Answers = Mapping[str, object]
Reasons = Mapping[str, Unanswered]


class TaskStatus(StrEnum):
    """The words of a task list."""

    NOT_STARTED = "Not started"
    IN_PROGRESS = "In progress"
    COMPLETED = "Completed"


@dataclass(frozen=True)
class FilledRecord:
    """What has been answered about one incident, child, adult or notifier.

    `name` is what the messages call it, such as "Child 2"; empty for a record of which there is only one.
    """

    record: str
    answers: Answers
    unanswered: Reasons = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True)
class Obstacle:
    """One thing that prevents sending.

    `position` counts the records of one kind from 0; None where there is no such record yet.
    """

    section: str
    question: str
    message: str
    record: str
    position: int | None = None


def has_value(answers: Answers, question_id: str) -> bool:
    """Whether there is an answer in words; `False` and 0 are answers."""
    value = answers.get(question_id)
    if isinstance(value, str):
        return bool(value.strip())
    return value is not None and value != () and value != []


def is_answered(question: Question, answers: Answers, unanswered: Reasons) -> bool:
    """Whether there is an answer, or a reason for none where the question allows one."""
    return has_value(answers, question.id) or (question.may_be_unanswered and question.id in unanswered)


def questions_that_apply(form: Form, record: str, answers: Answers, unanswered: Reasons) -> tuple[Question, ...]:
    """The questions to ask about this record, given what has been answered.

    A question whose condition hangs on a hidden question is hidden too, whatever was answered there before.
    """
    hidden: set[str] = set()
    for question in form.questions_of(record):
        shown_when = question.shown_when
        if shown_when is None:
            continue
        said = _as_codes(answers.get(shown_when.question)) | _as_codes(unanswered.get(shown_when.question))
        if shown_when.question in hidden or said.isdisjoint(shown_when.answers):
            hidden.add(question.id)
    return tuple(question for question in form.questions_of(record) if question.id not in hidden)


def section_questions(form: Form, section: Section, answers: Answers, unanswered: Reasons) -> tuple[Question, ...]:
    """The questions of one task that apply."""
    own = {question.id for question in section.questions}
    return tuple(q for q in questions_that_apply(form, section.record, answers, unanswered) if q.id in own)


def missing_questions(form: Form, section: Section, answers: Answers, unanswered: Reasons) -> tuple[Question, ...]:
    """The required questions of one task that have neither an answer nor a reason."""
    asked = section_questions(form, section, answers, unanswered)
    return tuple(q for q in asked if q.required and not is_answered(q, answers, unanswered))


def open_questions(form: Form, section: Section, answers: Answers, unanswered: Reasons) -> tuple[Question, ...]:
    """The questions of one task that still wait: required ones, and those to which "not known" would be an answer."""
    asked = section_questions(form, section, answers, unanswered)
    return tuple(q for q in asked if (q.required or q.may_be_unanswered) and not is_answered(q, answers, unanswered))


def task_status(form: Form, section: Section, answers: Answers, unanswered: Reasons) -> TaskStatus:
    """The status of one task for one record."""
    asked = section_questions(form, section, answers, unanswered)
    if not any(is_answered(question, answers, unanswered) for question in asked):
        return TaskStatus.NOT_STARTED
    return TaskStatus.IN_PROGRESS if open_questions(form, section, answers, unanswered) else TaskStatus.COMPLETED


def what_prevents_sending(form: Form, records: Sequence[FilledRecord]) -> list[Obstacle]:
    """Everything that must be answered first, in the order of the form; empty when it can be sent."""
    obstacles = [obstacle for section in form.sections for obstacle in _obstacles_of(form, section, records)]
    return obstacles + _focus_obstacles(records)


def _as_codes(value: object) -> set[str]:
    """A value as the codes that `ShownWhen` names."""
    if value is None:
        return set()
    if isinstance(value, bool):
        return {"yes" if value else "no"}
    if isinstance(value, (list, tuple, set, frozenset)):
        return {str(item) for item in value}
    return {str(value)}


def _obstacles_of(form: Form, section: Section, records: Sequence[FilledRecord]) -> list[Obstacle]:
    about = [record for record in records if record.record == section.record]
    if not about:
        return _absent(form, section)
    return [
        Obstacle(section.id, question.id, _ask(question, record.name), section.record, position)
        for position, record in enumerate(about)
        for question in missing_questions(form, section, record.answers, record.unanswered)
    ]


def _absent(form: Form, section: Section) -> list[Obstacle]:
    """A notification has an incident, a notifier and at least one child; an adult need not be known yet."""
    first = next(s for s in form.sections if s.record == section.record)
    if section.record == "adult" or section is not first:
        return []
    message = "Add at least one child" if section.record == "child" else f"Fill in “{section.title}”"
    return [Obstacle(section.id, section.questions[0].id, message, section.record)]


def _ask(question: Question, name: str) -> str:
    about = f"{name}: " if name else ""
    reason = ", or say why there is no answer" if question.may_be_unanswered else ""
    return f"{about}answer “{question.label}”{reason}" if about else f"Answer “{question.label}”{reason}"


def _focus_obstacles(records: Sequence[FilledRecord]) -> list[Obstacle]:
    """National figures describe one child of each notification (handbook 2, section 2.4)."""
    children = [record for record in records if record.record == "child"]
    focus = [position for position, child in enumerate(children) if child.answers.get("focus_child") is True]
    said = all(has_value(child.answers, "focus_child") for child in children)
    if len(focus) == 1 or not children or not said:
        return []
    if not focus:
        message = "Choose the child whom the incident is mostly about: no child is chosen"
        return [Obstacle("child_identity", "focus_child", message, "child", 0)]
    message = "Choose one child whom the incident is mostly about: several are chosen"
    return [Obstacle("child_identity", "focus_child", message, "child", focus[1])]
