"""What the actions on a notification share: taking it for a change, and stepping from state to state."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from second_question.rules.access import Permission
from second_question.rules.workflow import NOTIFICATION, StepError
from second_question_web.answering.records import AnswerRecord
from second_question_web.incidents import scope
from second_question_web.incidents.errors import NeedsReason, NotNow
from second_question_web.incidents.models import Adult, Child, Notification
from second_question_web.people.models import Person


def taken(by: Person, permission: Permission, notification: Notification) -> Notification:
    """The notification as it is now, locked until the transaction ends.

    Raises:
        PermissionDenied: it is not for this person.
    """
    reach = scope.notifications_for(by, permission)
    found = Notification.objects.select_for_update().filter(reach, pk=notification.pk).first()
    if found is None:
        raise PermissionDenied(f"needs {permission} for {notification.reference}")
    return found


def step(name: str, notification: Notification) -> str:
    """The state after a step of the workflow.

    Raises:
        NotNow: the step is not possible in the state that the notification is in.
    """
    try:
        return NOTIFICATION.take(name, notification.state)
    except StepError as refused:
        raise NotNow(str(refused)) from None


def refuse_unless(state: Notification.State, notification: Notification) -> None:
    """Refuses a change that is only for drafts, or only for what was sent."""
    if notification.state != state:
        label = notification.get_state_display().lower()
        raise NotNow(
            f"{notification.reference} is {label}, so this cannot be done any more. Open it to see where it is."
        )


def reason_given(reason: str, step_in_words: str) -> str:
    """The reason without blanks around it.

    Raises:
        NeedsReason: there is none.
    """
    if not reason.strip():
        raise NeedsReason(step_in_words)
    return reason.strip()


def record_of(notification: Notification, record_kind: str, place: int) -> AnswerRecord:
    """The record that a section is about: the notification itself, or one of its children or adults.

    Raises:
        Child.DoesNotExist, Adult.DoesNotExist: no such child or adult, or no longer.
    """
    if record_kind == "child":
        return Child.objects.select_for_update().get(notification=notification, place=place, removed_at=None)
    if record_kind == "adult":
        return Adult.objects.select_for_update().get(notification=notification, place=place, removed_at=None)
    return notification


def touch(record: AnswerRecord, by: Person, now: datetime) -> None:
    """Notes who changed a record and when; does not save."""
    record.version += 1
    record.changed_at = now
    record.changed_by = by.trail_name


def day_of(now: datetime) -> date:
    """The calendar day in England."""
    return timezone.localdate(now)


def subject_of(notification: Notification, record: AnswerRecord) -> tuple[str, str]:
    """What a trail row names as its thing."""
    if isinstance(record, Notification):
        return ("notification", notification.reference)
    return (type(record).__name__.lower(), f"{notification.reference} {record}")
