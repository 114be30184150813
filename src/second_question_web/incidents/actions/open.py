"""Somebody looked at a case."""

from second_question_web.incidents.models import Notification
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


def note_opened(*, by: Person, notification: Notification, what: str) -> None:
    """Keeps that a person opened a page or document of a case; `what` is which, in words, such as "PDF copy"."""
    record("notification.open", by=by, subject=(what[:40], notification.reference), case=notification.reference)


def note_trail_read(*, by: Person, notification: Notification) -> None:
    """Keeps that a person looked at who opened a case."""
    reference = notification.reference
    record("trail.read_case", by=by, subject=("notification", reference), case=reference)
