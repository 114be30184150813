"""What is known changes after sending: an amendment says what was, what is, and why. Nothing is overwritten unseen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question.rules.answers import Level
from second_question.rules.completeness import questions_that_apply
from second_question.rules.notification_codes import REASONS_WITHOUT_RAPID_REVIEW
from second_question.rules.questions import Form, Question, Unanswered
from second_question_web import pathway
from second_question_web.answering.errors import ChangedMeanwhile, Theirs
from second_question_web.answering.held import (
    NOTHING,
    Changed,
    Held,
    for_the_trail,
    held,
    held_from,
    question_of,
    values_of,
    write_all,
)
from second_question_web.answering.records import AnswerRecord
from second_question_web.incidents.actions import drafts
from second_question_web.incidents.actions.answer import findings_of, save_record
from second_question_web.incidents.actions.common import day_of, reason_given, record_of, refuse_unless, taken, touch
from second_question_web.incidents.actions.records import next_place
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.errors import NothingChanged, WrongAnswers
from second_question_web.incidents.models import Adult, Amendment, AmendmentLine, Child, Notification
from second_question_web.people.models import Person
from second_question_web.trail.actions import record as record_in_trail


@dataclass(frozen=True)
class Change:
    """One question and its new answer, or the reason why there is none; neither takes the answer away.

    `place` is that of the child or adult, 0 for the incident. The next free place adds a child or adult.
    """

    record_kind: str
    place: int
    question: str
    answer: object = None
    unanswered: Unanswered | None = None


@dataclass(frozen=True)
class _Touched:
    """A record with what an amendment changed in it."""

    kind: str
    place: int
    record: AnswerRecord
    changes: Sequence[Changed]


@transaction.atomic
def amend(
    *,
    by: Person,
    notification: Notification,
    changes: Sequence[Change],
    reason: str,
    version: int,
    now: datetime,
    page: str = "",
) -> Amendment:
    """Records later facts about a notification that was sent. The columns follow; the snapshot at sending stays.

    A question that no longer applies loses its answer in the same amendment. When the facts now call for a rapid review
    where none was due before, it opens.

    Args:
        version: of the notification when the page was opened; every amendment raises it.
        page: the page whose unsaved text this saves, see `drafts.page_of`.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it was not sent, or was withdrawn.
        NeedsReason: no reason is given.
        ChangedMeanwhile: somebody else amended it since.
        WrongAnswers: the answers cannot be right.
        NothingChanged: everything is recorded like that already.
    """
    sent = taken(by, Permission.NOTIFICATION_WRITE, notification)
    refuse_unless(Notification.State.SENT, sent)
    reason = reason_given(reason, "an amendment")
    form = form_of(sent)
    reviewable_before = sent.reason not in REASONS_WITHOUT_RAPID_REVIEW
    touched = [_write(sent, form, kind, place, some, version) for (kind, place), some in _by_record(changes)]
    touched = [one for one in touched if one.changes]
    if not touched:
        raise NothingChanged
    for one in touched:
        _refuse_wrong(form, one, sent, day_of(now))
        _save(one, sent, by, now)
    _finish(sent, by, now)
    drafts.forget_draft_text(by, page)
    made = _keep(sent, touched, reason, by, now)
    if not reviewable_before and sent.reason not in REASONS_WITHOUT_RAPID_REVIEW:
        pathway.follow("notification.needs_review", notification=sent, by=by, now=now)
    _note(sent, made, touched, by, now)
    return made


def _by_record(changes: Sequence[Change]) -> list[tuple[tuple[str, int], list[Change]]]:
    grouped: dict[tuple[str, int], list[Change]] = {}
    for change in changes:
        grouped.setdefault((change.record_kind, change.place), []).append(change)
    return list(grouped.items())


def _write(sent: Notification, form: Form, kind: str, place: int, changes: Sequence[Change], version: int) -> _Touched:
    record = _record(sent, kind, place)
    wanted = {change.question: _held(form, change) for change in changes}
    if sent.version != version:
        _refuse_overwriting(sent, form, kind, record, wanted)
    applied = _applying(form, kind, record)
    made = write_all(record, ((question_of(form, kind, name), what) for name, what in wanted.items()))
    applies = _applying(form, kind, record)
    gone = [(question, NOTHING) for question in applied if question not in applies]
    return _Touched(kind, place, record, [*made, *write_all(record, gone)])


def _record(sent: Notification, kind: str, place: int) -> AnswerRecord:
    """The record; a new child or adult at the next free place."""
    if kind == "child" and place == next_place(Child, sent):
        return Child(notification=sent, place=place)
    if kind == "adult" and place == next_place(Adult, sent):
        return Adult(notification=sent, place=place)
    return record_of(sent, kind, place)


def _held(form: Form, change: Change) -> Held:
    question = question_of(form, change.record_kind, change.question)
    reasons = {change.question: change.unanswered} if change.unanswered else {}
    return held_from({change.question: change.answer}, reasons, question)


def _applying(form: Form, kind: str, record: AnswerRecord) -> tuple[Question, ...]:
    answers = values_of(record, form.questions_of(kind))
    return questions_that_apply(form, kind, answers, record.reasons_unanswered())


def _refuse_overwriting(
    sent: Notification, form: Form, kind: str, record: AnswerRecord, wanted: dict[str, Held]
) -> None:
    current = {name: held(record, question_of(form, kind, name)) for name in wanted}
    if current != wanted:
        raise ChangedMeanwhile(Theirs(current, sent.version, "", sent.changed_by, sent.changed_at))


def _refuse_wrong(form: Form, one: _Touched, sent: Notification, today: date) -> None:
    changed = {change.question.id for change in one.changes}
    found = findings_of(form, one.record, sent, today)
    wrong = [finding for finding in found if finding.level is Level.ERROR and finding.question in changed]
    if wrong:
        raise WrongAnswers(wrong)


def _save(one: _Touched, sent: Notification, by: Person, now: datetime) -> None:
    if one.record is not sent:
        touch(one.record, by, now)
        if one.record.pk is None:
            one.record.save()
    save_record(one.record, sent)


def _finish(sent: Notification, by: Person, now: datetime) -> None:
    sent.number_of_children = sent.children.filter(removed_at=None).count()
    touch(sent, by, now)
    sent.save()


def _keep(sent: Notification, touched: Sequence[_Touched], reason: str, by: Person, now: datetime) -> Amendment:
    number = sent.amendments.count() + 1
    made = Amendment.objects.create(notification=sent, number=number, made_at=now, made_by=by.trail_name, reason=reason)
    AmendmentLine.objects.bulk_create(
        AmendmentLine(
            amendment=made,
            record_kind=one.kind,
            record_place=one.place,
            question=change.question.id,
            before=dict(change.before),
            after=dict(change.after),
        )
        for one in touched
        for change in one.changes
    )
    return made


def _note(sent: Notification, made: Amendment, touched: Sequence[_Touched], by: Person, now: datetime) -> None:
    def said(*, after: bool) -> dict[str, object]:
        return {f"{one.kind} {one.place}".strip(" 0"): for_the_trail(one.changes, after=after) for one in touched}

    record_in_trail(
        "notification.amend",
        by=by,
        subject=("notification", f"{sent.reference} {made}"),
        case=sent.reference,
        before=said(after=False),
        after=said(after=True),
        at=now,
    )
