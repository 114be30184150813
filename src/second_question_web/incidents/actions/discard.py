"""A draft that will not be sent."""

from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.incidents.actions import drafts
from second_question_web.incidents.actions.common import reason_given, step, taken, touch
from second_question_web.incidents.models import Notification
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


@transaction.atomic
def discard(*, by: Person, notification: Notification, reason: str, now: datetime) -> Notification:
    """Ends a draft with the reason; nothing is deleted. A draft that is discarded already stays as it is.

    Its referral is set free, so that another draft can notify it.

    Raises:
        NeedsReason: no reason is given.
        NotNow: it was sent already; then it can be withdrawn.
    """
    draft = taken(by, Permission.NOTIFICATION_WRITE, notification)
    if draft.state == Notification.State.DISCARDED:
        return draft
    reason = reason_given(reason, "discarding a draft")
    before = {"state": draft.state, "referral": draft.referral.reference if draft.referral else ""}
    draft.state, draft.referral = step("discard", draft), None
    touch(draft, by, now)
    draft.save()
    drafts.forget_all(draft)
    record(
        "notification.discard",
        by=by,
        subject=("notification", draft.reference),
        case=draft.reference,
        before=before,
        after={"state": draft.state},
        reason=reason,
        at=now,
    )
    return draft
