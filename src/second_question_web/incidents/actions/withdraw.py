"""A notification that was sent is taken back."""

from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question_web import pathway
from second_question_web.incidents.actions.common import reason_given, step, taken, touch
from second_question_web.incidents.models import Notification
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


@transaction.atomic
def withdraw(*, by: Person, notification: Notification, reason: str, now: datetime) -> Notification:
    """Withdraws a notification with the reason, and ends what it started. One that is withdrawn stays as it is.

    The reason may name people, so it is sealed; the trail keeps that there is one.

    Raises:
        NeedsReason: no reason is given.
        NotNow: it was never sent.
    """
    sent = taken(by, Permission.NOTIFICATION_WITHDRAW, notification)
    if sent.state == Notification.State.WITHDRAWN:
        return sent
    sent.withdrawn_reason = reason_given(reason, "withdrawing a notification")
    before = {"state": sent.state}
    sent.state = step("withdraw", sent)
    sent.withdrawn_at = now
    sent.withdrawn_by = by.trail_name
    touch(sent, by, now)
    sent.save()
    pathway.follow("notification.withdrawn", notification=sent, by=by, now=now)
    after = {"state": sent.state, "reason": "given"}
    subject = ("notification", sent.reference)
    record("notification.withdraw", by=by, subject=subject, case=sent.reference, before=before, after=after, at=now)
    return sent
