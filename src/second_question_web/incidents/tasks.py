"""The task list of a draft: what is to do, how far each is, and where it is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from second_question.rules.completeness import FilledRecord, TaskStatus, missing_questions, task_status
from second_question.rules.questions import Form, Section
from second_question_web.answering.records import AnswerRecord
from second_question_web.incidents.answers import filled, form_of
from second_question_web.incidents.models import Adult, Child
from second_question_web.incidents.queries import CaseFile
from second_question_web.incidents.section_pages import address_of
from second_question_web.incidents.showing import heading_of

TONES = {TaskStatus.NOT_STARTED: "open", TaskStatus.IN_PROGRESS: "attention", TaskStatus.COMPLETED: ""}


@dataclass(frozen=True)
class Task:
    """One line of the task list. `needed` counts the questions without which the notification cannot be sent."""

    title: str
    href: str
    status: TaskStatus
    needed: int

    @property
    def tone(self) -> str:
        """The tone of the status tag; a finished task has plain words and no tag."""
        return TONES[self.status]


@dataclass(frozen=True)
class Group:
    """Tasks about one record. `record` is incident, child, adult or notifier; `place` that of the child or adult."""

    heading: str
    record: str
    place: int
    tasks: Sequence[Task]


def groups_of(found: CaseFile, page: str = "notification_section") -> list[Group]:
    """The groups of the task list in the order of the form: incident, children, adults, and the rest.

    `page` is the name of the page on which a task is done.
    """
    form = form_of(found.notification)
    groups = [_group(form, found, found.notification, "The incident", _leading(form), page)]
    groups += [_of_record(form, found, child, "child", page) for child in found.children]
    groups += [_of_record(form, found, adult, "adult", page) for adult in found.adults]
    return [*groups, _group(form, found, found.notification, "Around the incident, and you", _closing(form), page)]


def _leading(form: Form) -> list[Section]:
    """The incident's tasks before the first child's."""
    first = next(index for index, section in enumerate(form.sections) if section.record == "child")
    return list(form.sections[:first])


def _closing(form: Form) -> list[Section]:
    """The tasks after the last child's and adult's."""
    return [s for s in form.sections if s.record not in ("child", "adult") and s not in _leading(form)]


def _of_record(form: Form, found: CaseFile, record: Child | Adult, kind: str, page: str) -> Group:
    sections = [section for section in form.sections if section.record == kind]
    group = _group(form, found, record, heading_of(record, found.identity), sections, page)
    return Group(group.heading, kind, record.place, group.tasks)


def _group(
    form: Form, found: CaseFile, record: AnswerRecord, heading: str, sections: Sequence[Section], page: str
) -> Group:
    place = record.place if isinstance(record, (Child, Adult)) else 0
    said = {kind: filled(record, kind, form) for kind in {section.record for section in sections}}
    tasks = [
        _task(form, section, said[section.record], address_of(found.notification, section, place, page))
        for section in sections
    ]
    return Group(heading, "incident", 0, tasks)


def _task(form: Form, section: Section, said: FilledRecord, href: str) -> Task:
    status = task_status(form, section, said.answers, said.unanswered)
    missing = missing_questions(form, section, said.answers, said.unanswered)
    return Task(section.title, href, status, len(missing))
