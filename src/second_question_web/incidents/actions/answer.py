"""A page of answers is saved."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from second_question.rules import answers as rules
from second_question.rules.access import Permission
from second_question.rules.answers import Finding, Level
from second_question.rules.questions import Form, Section, Unanswered
from second_question_web.answering.held import (
    for_the_trail,
    values_of,
    write_all,
)
from second_question_web.answering.records import AnswerRecord
from second_question_web.answering.saving import refuse_overwriting, wanted_of
from second_question_web.incidents import columns
from second_question_web.incidents.actions import drafts
from second_question_web.incidents.actions.common import day_of, record_of, refuse_unless, subject_of, taken, touch
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.errors import WrongAnswers
from second_question_web.incidents.models import Adult, Child, Notification
from second_question_web.people.models import Person
from second_question_web.trail.actions import record as record_in_trail


@transaction.atomic
def answer_section(
    *,
    by: Person,
    notification: Notification,
    section: str,
    answers: Mapping[str, object],
    unanswered: Mapping[str, Unanswered],
    version: int,
    now: datetime,
    place: int = 0,
    seen: str = "",
) -> AnswerRecord:
    """Saves one task of a draft: about the incident or the notifier, or about the child or adult at that place.

    Args:
        answers: values by question id; a question of the section that is not there loses its answer.
        version: of the record, when the page was opened.
        seen: digest of this section when the page was opened; with it, a change elsewhere in the record is no conflict.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it is no draft any more.
        ChangedMeanwhile: somebody else has answered the same questions since.
        WrongAnswers: the answers cannot be right.
    """
    draft = taken(by, Permission.NOTIFICATION_WRITE, notification)
    refuse_unless(Notification.State.DRAFT, draft)
    form = form_of(draft)
    asked = form.section(section)
    record = record_of(draft, asked.record, place)
    wanted = wanted_of(form, asked, record, answers, unanswered)
    refuse_overwriting(record, asked, wanted, version, seen)
    changes = write_all(record, wanted)
    refuse_wrong(form, asked, record, draft, day_of(now))
    drafts.forget_draft_text(by, drafts.page_of(draft, section, place))
    if changes:
        touch(record, by, now)
        save_record(record, draft)
        record_in_trail(
            "notification.answer",
            by=by,
            subject=subject_of(draft, record),
            case=draft.reference,
            before=for_the_trail(changes, after=False),
            after=for_the_trail(changes, after=True),
            at=now,
        )
    return record


def refuse_wrong(form: Form, section: Section, record: AnswerRecord, notification: Notification, today: date) -> None:
    """Refuses answers of the section that cannot be right; what is only odd is shown before sending."""
    own = {question.id for question in section.questions}
    wrong = [f for f in findings_of(form, record, notification, today) if f.level is Level.ERROR and f.question in own]
    if wrong:
        raise WrongAnswers(wrong)


def findings_of(form: Form, record: AnswerRecord, notification: Notification, today: date) -> list[Finding]:
    """Everything wrong or odd about one record."""
    incident = values_of(notification, form.questions_of("incident"))
    if isinstance(record, Child):
        return rules.check_child(form, values_of(record, form.questions_of("child")), incident, today=today)
    if isinstance(record, Adult):
        return rules.check_adult(form, values_of(record, form.questions_of("adult")), today=today)
    return rules.check_incident(form, incident, today=today)


def save_record(record: AnswerRecord, notification: Notification) -> None:
    """Saves the record with its columns and fingerprints."""
    if isinstance(record, Child):
        columns.follow_child(record, notification)
    elif isinstance(record, Adult):
        columns.follow_adult(record, notification)
    else:
        columns.follow_incident(notification)
