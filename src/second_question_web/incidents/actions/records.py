"""Children and adults of a draft come and go; a place is never given again."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import Manager, Max, QuerySet

from second_question.rules.access import Permission
from second_question.rules.questions import Unanswered
from second_question_web.answering.held import write_all
from second_question_web.answering.saving import wanted_of
from second_question_web.incidents import columns
from second_question_web.incidents.actions import drafts
from second_question_web.incidents.actions.answer import refuse_wrong, save_record
from second_question_web.incidents.actions.common import day_of, refuse_unless, subject_of, taken, touch
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.models import Adult, Child, Notification
from second_question_web.people.models import Person
from second_question_web.trail.actions import record as record_in_trail

Answers = Mapping[str, object]
Reasons = Mapping[str, Unanswered]
RecordType = TypeVar("RecordType", Child, Adult)


@transaction.atomic
def add_child(
    *,
    by: Person,
    notification: Notification,
    now: datetime,
    place: int | None = None,
    answers: Answers | None = None,
    unanswered: Reasons | None = None,
) -> Child:
    """Adds a child to a draft, with the answers of its first page if given.

    With `place`, the child that is already there is given back, so that a page sent twice adds one child.
    """
    draft = _draft(by, notification)
    child = _add(Child, draft, place, "child_identity", answers or {}, unanswered or {}, by, now)
    _count_children(draft)
    return child


@transaction.atomic
def add_adult(
    *,
    by: Person,
    notification: Notification,
    now: datetime,
    place: int | None = None,
    answers: Answers | None = None,
    unanswered: Reasons | None = None,
) -> Adult:
    """Adds an adult or other person to a draft; as `add_child`."""
    draft = _draft(by, notification)
    return _add(Adult, draft, place, "adult_identity", answers or {}, unanswered or {}, by, now)


@transaction.atomic
def remove_child(*, by: Person, notification: Notification, place: int, now: datetime) -> None:
    """Takes a child out of a draft. What was written is kept and no longer shown; the second time does nothing."""
    draft = _draft(by, notification)
    _remove(Child.objects.filter(notification=draft, place=place, removed_at=None).first(), draft, by, now)
    _count_children(draft)


@transaction.atomic
def remove_adult(*, by: Person, notification: Notification, place: int, now: datetime) -> None:
    """Takes an adult out of a draft; as `remove_child`."""
    draft = _draft(by, notification)
    _remove(Adult.objects.filter(notification=draft, place=place, removed_at=None).first(), draft, by, now)


def next_place(kind: type[RecordType], notification: Notification) -> int:
    """The place of the next child or adult; those removed keep theirs."""
    last = _all(kind, notification).aggregate(last=Max("place"))["last"]
    return (last or 0) + 1


def _draft(by: Person, notification: Notification) -> Notification:
    draft = taken(by, Permission.NOTIFICATION_WRITE, notification)
    refuse_unless(Notification.State.DRAFT, draft)
    return draft


def _add(
    kind: type[RecordType],
    draft: Notification,
    place: int | None,
    section: str,
    answers: Answers,
    unanswered: Reasons,
    by: Person,
    now: datetime,
) -> RecordType:
    there = _all(kind, draft).filter(place=place).first() if place else None
    if there:
        return there
    made = kind(notification=draft, place=next_place(kind, draft))
    form = form_of(draft)
    asked = form.section(section)
    changes = write_all(made, wanted_of(form, asked, made, answers, unanswered))
    refuse_wrong(form, asked, made, draft, day_of(now))
    touch(made, by, now)
    made.save()
    save_record(made, draft)
    drafts.forget_draft_text(by, drafts.page_of(draft, section, made.place))
    after = {change.question.id: "changed" for change in changes}
    subject, action = subject_of(draft, made), f"{kind.__name__.lower()}.add"
    record_in_trail(action, by=by, subject=subject, case=draft.reference, before={}, after=after, at=now)
    return made


def _all(kind: type[RecordType], notification: Notification) -> QuerySet[RecordType]:
    """The children or adults of a notification, those removed included."""
    of: Manager[RecordType] = kind.objects
    return of.filter(notification=notification)


def _remove(record: Child | Adult | None, draft: Notification, by: Person, now: datetime) -> None:
    if record is None:
        return
    record.removed_at = now
    touch(record, by, now)
    record.save()
    columns.forget(record, draft)
    subject, action = subject_of(draft, record), f"{type(record).__name__.lower()}.remove"
    record_in_trail(action, by=by, subject=subject, case=draft.reference, before={}, after={}, at=now)


def _count_children(draft: Notification) -> None:
    children = Child.objects.filter(notification=draft, removed_at=None).count()
    Notification.objects.filter(pk=draft.pk).update(number_of_children=children)
