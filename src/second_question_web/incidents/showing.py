"""A notification in words, task by task, for check-your-answers, the case's pages and the printed copy."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from second_question.rules.completeness import section_questions
from second_question.rules.questions import Form, Question, Section
from second_question_web.answering.held import Held, held, question_of, values_of
from second_question_web.answering.records import AnswerRecord
from second_question_web.answering.showing import WITHHELD, answer_of, held_in_words
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.models import Adult, AmendmentLine, Child, Notification
from second_question_web.ui.components import Answer

Key = tuple[str, int, str]  # kind of record, place, question id


@dataclass(frozen=True)
class Card:
    """The answers of one task about one record. `about` names the child or adult; empty for the incident."""

    section: Section
    place: int
    about: str
    answers: Sequence[Answer]


Change = Callable[[Section, int, Question], str]


def no_change(_section: Section, _place: int, _question: Question) -> str:
    """Nothing can be changed here."""
    return ""


@dataclass(frozen=True)
class Words:
    """How to put answers into words for one reader.

    `names` are those of areas and agencies by code, `before` what was said at sending where it differs, `change` gives
    the address where an answer can be changed, or nothing.
    """

    names: Mapping[str, str]
    identity: bool
    before: Mapping[Key, Held]
    change: Change = no_change


def cards(notification: Notification, children: Sequence[Child], adults: Sequence[Adult], words: Words) -> list[Card]:
    """Every task of the notification with its answers, each child's and adult's tasks together."""
    form = form_of(notification)
    return [
        _card(form, section, record, place, words)
        for section, record, place in _tasks(form, notification, children, adults)
    ]


def heading_of(record: Child | Adult, identity: bool) -> str:
    """What pages call a child or adult: "Child 2: Rowan Thistlewood", or only "Child 2"."""
    name = record.sealed_answers.get("full_name") or record.sealed_answers.get("known_as") if identity else ""
    return f"{record}: {name}" if name else str(record)


def as_notified(lines: Sequence[AmendmentLine]) -> dict[Key, Held]:
    """What was said at sending, for every answer that an amendment changed: the oldest change knows."""
    said: dict[Key, Held] = {}
    for line in lines:
        said.setdefault((line.record_kind, line.record_place, line.question), line.before)
    return said


def _tasks(
    form: Form, notification: Notification, children: Sequence[Child], adults: Sequence[Adult]
) -> Iterator[tuple[Section, AnswerRecord, int]]:
    grouped: dict[str, Sequence[Child] | Sequence[Adult]] = {"child": children, "adult": adults}
    for section in form.sections:
        if section.record not in grouped:
            yield section, notification, 0
            continue
        of_record = [s for s in form.sections if s.record == section.record]
        if section is of_record[0]:
            yield from ((task, record, record.place) for record in grouped[section.record] for task in of_record)


def _card(form: Form, section: Section, record: AnswerRecord, place: int, words: Words) -> Card:
    about = heading_of(record, words.identity) if isinstance(record, (Child, Adult)) else ""
    rows = [_row(q, record, section, place, words) for q in _shown(form, section, record)]
    return Card(section, place, about, rows)


def _shown(form: Form, section: Section, record: AnswerRecord) -> list[Question]:
    """The questions that apply, and those with an answer of which nobody can say: a file may give an age and no name."""
    said = values_of(record, form.questions_of(section.record))
    applying = section_questions(form, section, said, record.reasons_unanswered())
    return [
        q for q in section.questions if q in applying or (held(record, q) and not _decided(form, section, record, q))
    ]


def _decided(form: Form, section: Section, record: AnswerRecord, question: Question) -> bool:
    """Whether the question on which this one hangs has an answer or a reason for none."""
    when = question.shown_when
    return when is None or bool(held(record, question_of(form, section.record, when.question)))


def _row(question: Question, record: AnswerRecord, section: Section, place: int, words: Words) -> Answer:
    if question.identifies and not words.identity:
        return Answer(question=question.label, unanswered=WITHHELD)
    now = held(record, question)
    row = answer_of(question, now, words.names)
    before = words.before.get((section.record, place, question.id), now)
    if before != now:
        was = held_in_words(question, before, words.names)
        row = Answer(question=row.question, text=f"{row.text or row.unanswered or 'No answer'}\nAs notified: {was}")
    return replace(row, change=words.change(section, place, question))
