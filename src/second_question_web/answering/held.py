"""Answers as a record stores them, and as the rules work with them.

Stored: text, a whole number, true or false, a code or a list of codes; dates and times as ISO text. An answer that
identifies somebody is sealed (decision record 0004). "Held" is what a record holds for one question:
{"answer": …}, {"unanswered": reason} or nothing.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from second_question.rules.completeness import has_value
from second_question.rules.questions import Form, Kind, Question, Unanswered
from second_question_web.answering.records import AnswerRecord
from second_question_web.sealed.keys import fingerprint

Held = Mapping[str, object]
NOTHING: Held = {}


@dataclass(frozen=True)
class Changed:
    """One answer that is no longer what it was."""

    question: Question
    before: Held
    after: Held


def question_of(form: Form, record_kind: str, question_id: str) -> Question:
    """One question of a form.

    Raises:
        KeyError: no such question about such a record.
    """
    for question in form.questions_of(record_kind):
        if question.id == question_id:
            return question
    raise KeyError(question_id)


def as_stored(value: object) -> object:
    """A value as it is kept."""
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, (tuple, list, set, frozenset)) else value


def as_value(question: Question, stored: object) -> object:
    """A kept answer as the rules expect it."""
    if question.kind is Kind.DATE and isinstance(stored, str):
        return date.fromisoformat(stored)
    if question.kind is Kind.TIME and isinstance(stored, str):
        return time.fromisoformat(stored)
    return tuple(stored) if isinstance(stored, list) else stored


def values_of(record: AnswerRecord, questions: Iterable[Question]) -> dict[str, object]:
    """Every answer of a record to these questions, as the rules expect them."""
    stored = record.all_answers()
    return {q.id: as_value(q, stored[q.id]) for q in questions if q.id in stored}


def held(record: AnswerRecord, question: Question) -> Held:
    """What the record holds for one question."""
    kept = record.sealed_answers if question.identifies else record.answers
    if question.id in kept:
        return {"answer": kept[question.id]}
    if question.id in record.unanswered:
        return {"unanswered": record.unanswered[question.id]}
    return NOTHING


def held_from(answers: Mapping[str, object], unanswered: Mapping[str, Unanswered], question: Question) -> Held:
    """What a record would hold for one question after answering it so."""
    if has_value(answers, question.id):
        return {"answer": as_stored(answers[question.id])}
    if question.may_be_unanswered and question.id in unanswered:
        return {"unanswered": str(unanswered[question.id])}
    return NOTHING


def write(record: AnswerRecord, question: Question, what: Held) -> None:
    """Puts the answer where it belongs, sealed or plain; does not save."""
    for kept in (record.answers, record.sealed_answers, record.unanswered):
        kept.pop(question.id, None)
    if "answer" in what:
        (record.sealed_answers if question.identifies else record.answers)[question.id] = what["answer"]
    elif "unanswered" in what:
        record.unanswered[question.id] = what["unanswered"]


def write_all(record: AnswerRecord, wanted: Iterable[tuple[Question, Held]]) -> list[Changed]:
    """Writes several answers and says which of them are different now; does not save."""
    changes = []
    for question, what in wanted:
        before = held(record, question)
        if before != what:
            write(record, question, what)
            changes.append(Changed(question, before, what))
    return changes


def digest(record: AnswerRecord, questions: Iterable[Question]) -> str:
    """A keyed digest of what the record holds for these questions: the same as long as nobody changes them."""
    return fingerprint(json.dumps([held(record, question) for question in questions], sort_keys=True))


def for_the_trail(changes: Sequence[Changed], *, after: bool) -> dict[str, object]:
    """The changed answers as the trail may keep them: of what identifies somebody only that it changed."""
    return {
        change.question.id: "changed" if change.question.identifies else dict(change.after if after else change.before)
        for change in changes
    }
