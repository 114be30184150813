"""What a page of answers comes to when it is saved: what the record is to hold, and whether somebody else was there first."""

from collections.abc import Mapping

from second_question.rules.completeness import questions_that_apply
from second_question.rules.questions import Form, Question, Section, Unanswered
from second_question_web.answering.errors import ChangedMeanwhile, Theirs
from second_question_web.answering.held import NOTHING, Held, digest, held, held_from, values_of
from second_question_web.answering.records import AnswerRecord

Wanted = list[tuple[Question, Held]]


def wanted_of(
    form: Form,
    section: Section,
    record: AnswerRecord,
    answers: Mapping[str, object],
    unanswered: Mapping[str, Unanswered],
) -> Wanted:
    """What the record is to hold for each question of the section: nothing where the question does not apply."""
    own = {question.id for question in section.questions}
    others = values_of(record, form.questions_of(section.record))
    said = {**{k: v for k, v in others.items() if k not in own}, **answers}
    reasons = {**{k: v for k, v in record.reasons_unanswered().items() if k not in own}, **unanswered}
    applying = {question.id for question in questions_that_apply(form, section.record, said, reasons)}
    return [(q, held_from(answers, unanswered, q) if q.id in applying else NOTHING) for q in section.questions]


def refuse_overwriting(record: AnswerRecord, section: Section, wanted: Wanted, version: int, seen: str) -> None:
    """Refuses to replace what somebody else wrote since; the same words twice are no conflict."""
    if record.version == version or (seen and seen == digest(record, section.questions)):
        return
    if all(held(record, question) == what for question, what in wanted):
        return
    current = {question.id: held(record, question) for question in section.questions}
    raise ChangedMeanwhile(
        Theirs(current, record.version, digest(record, section.questions), record.changed_by, record.changed_at)
    )
