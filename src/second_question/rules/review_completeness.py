"""How far a rapid review is written, and what stands in the way of sending it (R2, R5; handbook 3, section 1).

Two measures, as for a notification: a section is completed when nothing in it is left open; sending is refused only for
what is starred in the template.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from second_question.rules.completeness import TaskStatus, is_answered, questions_that_apply
from second_question.rules.questions import Form, Question, Section
from second_question.rules.template.content import ContentRecord
from second_question.rules.template.parts import OF_AN_AGENCY, record_kind


@dataclass(frozen=True)
class Gap:
    """A starred question without an answer, or a kind of record of which there is none. `number` 0 stands for the kind."""

    section: Section
    kind: str
    number: int
    question: Question | None
    message: str


@dataclass(frozen=True)
class SectionProgress:
    """How far one section is: over all its records, how many questions are answered of those that wait for an answer."""

    section: Section
    status: TaskStatus
    answered: int
    open: int
    gaps: Sequence[Gap]


def progress(form: Form, records: Sequence[ContentRecord]) -> list[SectionProgress]:
    """Every section that the partnership writes, in the order of the template."""
    own = [section for section in form.sections if section.record not in OF_AN_AGENCY]
    asked = [_asked(form, record) for record in records]
    return [_progress(form, section, [one for one in asked if one.record.kind == section.record]) for section in own]


def what_prevents_sending(form: Form, records: Sequence[ContentRecord]) -> list[Gap]:
    """Everything that must be answered before the review can be sent, in the order of the template; empty when nothing."""
    return [gap for section in progress(form, records) for gap in section.gaps]


@dataclass(frozen=True)
class _Asked:
    """A record with the questions that apply to it, looked up once for all its sections."""

    record: ContentRecord
    applying: frozenset[str]

    def answered(self, section: Section) -> int:
        return sum(self._has(question) for question in self._of(section))

    def waiting(self, section: Section) -> list[Question]:
        return [q for q in self._of(section) if (q.required or q.may_be_unanswered) and not self._has(q)]

    def missing(self, section: Section) -> list[Question]:
        return [question for question in self._of(section) if question.required and not self._has(question)]

    def _of(self, section: Section) -> list[Question]:
        return [question for question in section.questions if question.id in self.applying]

    def _has(self, question: Question) -> bool:
        return is_answered(question, self.record.answers, self.record.unanswered)


def _asked(form: Form, record: ContentRecord) -> _Asked:
    applying = questions_that_apply(form, record.kind, record.answers, record.unanswered)
    return _Asked(record, frozenset(question.id for question in applying))


def _progress(form: Form, section: Section, about: Sequence[_Asked]) -> SectionProgress:
    answered = sum(one.answered(section) for one in about)
    left = sum(len(one.waiting(section)) for one in about)
    gaps = _gaps(form, section, about)
    return SectionProgress(section, _status(answered, left + len(gaps)), answered, left, gaps)


def _status(answered: int, open_still: int) -> TaskStatus:
    if not answered:
        return TaskStatus.NOT_STARTED
    return TaskStatus.IN_PROGRESS if open_still else TaskStatus.COMPLETED


def _gaps(form: Form, section: Section, about: Sequence[_Asked]) -> list[Gap]:
    kind = record_kind(section.record)
    if len(about) < kind.at_least and section is _first_section(form, kind.id):
        return [Gap(section, kind.id, 0, None, f"Add at least one {kind.one}")]
    if not about and not kind.repeated:
        about = [_asked(form, ContentRecord(kind.id, 1, {}))]
    return [
        Gap(section, kind.id, one.record.number, question, _ask(question, one.record))
        for one in about
        for question in one.missing(section)
    ]


def _first_section(form: Form, kind: str) -> Section:
    return next(section for section in form.sections if section.record == kind)


def _ask(question: Question, record: ContentRecord) -> str:
    about = f"{record.name}: answer" if record_kind(record.kind).repeated else "Answer"
    reason = ", or say why there is no answer" if question.may_be_unanswered else ""
    return f"{about} “{question.label}”{reason}"
