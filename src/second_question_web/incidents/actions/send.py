"""A notification leaves for the Panel."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from second_question.rules.access import Permission
from second_question.rules.notification_codes import REASONS_WITHOUT_RAPID_REVIEW
from second_question.rules.rulesets import ruleset_on
from second_question_web import pathway
from second_question_web.incidents import duplicates, readiness, series
from second_question_web.incidents.actions import drafts
from second_question_web.incidents.actions.common import day_of, step, taken, touch
from second_question_web.incidents.errors import LikelyDuplicate, NotComplete
from second_question_web.incidents.models import Informed, Notification
from second_question_web.incidents.readiness import Readiness
from second_question_web.incidents.snapshot import snapshot_of
from second_question_web.partnerships.models import OrganisationKind
from second_question_web.people.models import Person
from second_question_web.trail.actions import record

MAY_SEND = (OrganisationKind.LOCAL_AUTHORITY, OrganisationKind.PARTNERSHIP_OFFICE)
TOLD = (Informed.Body.PANEL, Informed.Body.DEPARTMENT, Informed.Body.OFSTED)
_OPEN = (Notification.State.SENT, Notification.State.WITHDRAWN)


@transaction.atomic
def send(
    *, by: Person, notification: Notification, now: datetime, duplicate_acknowledged: bool = False
) -> Notification:
    """Sends a draft: number of receipt, snapshot of the characteristics, who has been told, and what follows from it.

    A second press finds it sent and changes nothing. The Panel passes every notification on to the department and to
    Ofsted (handbook 2, section 1.1), so all three count as told.

    Raises:
        PermissionDenied: not for this person, or not from a local authority (Children Act 2004 s.16C(1)).
        NotComplete: something required is missing, or something is wrong.
        LikelyDuplicate: nobody has judged the likely duplicates yet.
        NotNow: it was discarded.
    """
    draft = taken(by, Permission.NOTIFICATION_SEND, notification)
    if draft.state in _OPEN:
        return draft
    refuse_unless_local_authority(by)
    state = step("send", draft)
    ready = _ready(draft, now, duplicate_acknowledged)
    draft.state, draft.snapshot = state, snapshot_of(draft, ready.children, ready.adults)
    _mark_sent(draft, by, now)
    for body in TOLD:
        Informed.objects.create(notification=draft, body=body, how="here", at=now, recorded_by=by.trail_name)
    drafts.forget_all(draft)
    pathway.follow(event_of(draft), notification=draft, by=by, now=now)
    record(
        "notification.send",
        by=by,
        subject=("notification", draft.reference),
        case=draft.reference,
        before={"state": Notification.State.DRAFT},
        after={"state": draft.state, "receipt": draft.receipt_number, "ruleset": draft.ruleset},
        at=now,
    )
    return draft


def may_send_for_an_authority(person: Person) -> bool:
    """Whether the person's organisation is one that notifies: a local authority, or a partnership's office for it."""
    return person.organisation is not None and person.organisation.kind in MAY_SEND


def refuse_unless_local_authority(by: Person) -> None:
    """Refuses everybody whose organisation does not notify."""
    if not may_send_for_an_authority(by):
        raise PermissionDenied("only a local authority, or the partnership's office for it, sends a notification")


def event_of(notification: Notification) -> str:
    """What sending it is called in the pathway: no rapid review follows where no abuse or neglect is suspected."""
    without = notification.reason in REASONS_WITHOUT_RAPID_REVIEW
    return "notification.sent_without_review" if without else "notification.sent"


def _ready(draft: Notification, now: datetime, duplicate_acknowledged: bool) -> Readiness:
    ready = readiness.of(draft, day_of(now))
    if not ready.can_be_sent:
        raise NotComplete(ready.obstacles, ready.errors)
    likely = [] if duplicate_acknowledged else duplicates.found(draft, ready.children)
    if likely:
        raise LikelyDuplicate(len(likely))
    return ready


def _mark_sent(draft: Notification, by: Person, now: datetime) -> None:
    draft.sent_at, draft.sent_on, draft.sent_by = now, day_of(now), by.trail_name
    draft.ruleset = ruleset_on(draft.sent_on).id
    draft.receipt_number = series.next_of(series.locked("R", draft.sent_on))
    touch(draft, by, now)
    draft.save()
