"""A likely duplicate is none: a person says so, and why."""

from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.incidents.actions.common import reason_given, refuse_unless, taken
from second_question_web.incidents.models import Notification, NotTheSame
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


@transaction.atomic
def judge_not_the_same(
    *, by: Person, notification: Notification, others: list[int], reason: str, now: datetime
) -> None:
    """Keeps for each of the other notifications (by key) that this draft is about another incident, and why.

    Raises:
        NeedsReason: no reason is given.
    """
    draft = taken(by, Permission.NOTIFICATION_WRITE, notification)
    refuse_unless(Notification.State.DRAFT, draft)
    reason = reason_given(reason, "saying that it is not the same incident")
    for other in Notification.objects.filter(pk__in=others).exclude(pk=draft.pk):
        NotTheSame.objects.get_or_create(
            notification=draft, other=other, defaults={"reason": reason, "made_at": now, "made_by": by.trail_name}
        )
    after = {"not_the_same": len(others), "reason": "given"}
    subject = ("notification", draft.reference)
    record("notification.not_the_same", by=by, subject=subject, case=draft.reference, before={}, after=after, at=now)
