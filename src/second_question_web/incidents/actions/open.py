"""Somebody looked at a case."""

from second_question_web.incidents.models import Notification
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


def note_opened(*, by: Person, notification: Notification, what: str) -> None:
    """Keeps that a person opened a page or document of a case: `what` is "notification", "answers", "pdf" …"""
    record(f"{what}.open", by=by, subject=(what, notification.reference), case=notification.reference)
