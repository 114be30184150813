"""A notification arrives, and the secretariat acknowledges it (P1)."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.incidents.scope import must_reach
from second_question_web.panel.models import Arrival
from second_question_web.trail.actions import Actor, record

if TYPE_CHECKING:
    from second_question_web.incidents.models import Notification


@transaction.atomic
def receive(*, notification: "Notification", by: Actor, now: datetime) -> Arrival:
    """Puts a notification that was sent into the Panel's inbox. Receiving it again changes nothing."""
    must_reach(by, Permission.NOTIFICATION_SEND, notification)
    arrival, is_new = Arrival.objects.get_or_create(notification=notification, defaults={"arrived_at": now})
    if is_new:
        reference = notification.reference
        subject, after = ("notification", reference), {"arrived_at": now}
        record("panel.receive", by=by, subject=subject, case=reference, after=after, at=now)
    return arrival


@transaction.atomic
def acknowledge(*, arrival: Arrival, by: Actor, now: datetime) -> Arrival:
    """Says to the partnership that the Panel has the notification. The first acknowledgement stands."""
    must_reach(by, Permission.PANEL_RECEIVE, arrival.notification)
    locked = Arrival.objects.select_for_update().select_related("notification").get(pk=arrival.pk)
    if locked.acknowledged_at:
        return locked
    locked.acknowledged_at, locked.acknowledged_by = now, by.trail_name
    locked.save(update_fields=["acknowledged_at", "acknowledged_by"])
    reference = locked.notification.reference
    record(
        "panel.acknowledge",
        by=by,
        subject=("notification", reference),
        case=reference,
        before={"acknowledged_at": None},
        after={"acknowledged_at": now},
        at=now,
    )
    return locked
