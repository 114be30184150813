"""Somebody was told of the incident."""

from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.incidents.actions.common import taken
from second_question_web.incidents.errors import NotNow
from second_question_web.incidents.models import Informed, Notification
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


@transaction.atomic
def tell(
    *, by: Person, notification: Notification, body: str, details: str, how: str, at: datetime, now: datetime
) -> Informed:
    """Keeps who was told, how and when. The same again (a page sent twice) is kept once.

    Raises:
        ValueError: nobody we know of, no way we know of, or a moment that lies ahead.
    """
    told = taken(by, Permission.NOTIFICATION_WRITE, notification)
    if told.state == Notification.State.DISCARDED:
        raise NotNow(f"{told.reference} was discarded.")
    if body not in Informed.Body.values or how not in Informed.How.values:
        raise ValueError("Choose who was told, and how, from the lists.")
    if at > now:
        raise ValueError("This is in the future. Say when they were told.")
    again = _same(told, body, details, how, at)
    if again:
        return again
    made = Informed.objects.create(
        notification=told, body=body, details=details.strip(), how=how, at=at, recorded_by=by.trail_name
    )
    after = {"body": body, "how": how, "at": at}
    subject = ("notification", told.reference)
    record("notification.tell", by=by, subject=subject, case=told.reference, before={}, after=after, at=now)
    return made


def _same(told: Notification, body: str, details: str, how: str, at: datetime) -> Informed | None:
    rows = Informed.objects.filter(notification=told, body=body, how=how, at=at)
    return next((row for row in rows if row.details == details.strip()), None)
