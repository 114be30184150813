"""A notification of the register as rows of the Notifications CSV, and what differs between two."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from second_question.exchange.notification_rows import (
    CAUSE_CODES,
    FEATURE_CODES,
    UNKNOWN_AGE,
    ChildRow,
    NotificationRow,
)
from second_question_web.incidents.models import Child, Notification

_NOT_COMPARED = {"extra", "row", "children"}


def as_row(notification: Notification, children: Iterable[Child]) -> NotificationRow:
    """The notification as it is now, without anything that identifies anybody; `notified_on` is unset in a draft."""
    return NotificationRow(
        notification_id=notification.external_reference or notification.reference,
        incident_on=notification.incident_on,
        aware_on=notification.aware_on,
        notified_on=notification.sent_on or date.max,
        local_authority=notification.local_authority.code if notification.local_authority else "",
        nature=notification.nature,
        likely_cause=notification.likely_cause if notification.likely_cause in CAUSE_CODES else "",
        features=tuple(code for code in FEATURE_CODES if notification.answers.get(code) is True),
        children=tuple(_child(child, notification) for child in children),
    )


def differences(here: NotificationRow, there: NotificationRow) -> list[str]:
    """The names of the columns in which two notifications differ; the order of their children does not matter."""
    names = [name for name in _compared(NotificationRow) if getattr(here, name) != getattr(there, name)]
    ours, theirs = ({child.child_id: child for child in row.children} for row in (here, there))
    if ours.keys() != theirs.keys():
        return [*names, "child_id"]
    different = {
        name for key in ours for name in _compared(ChildRow) if getattr(ours[key], name) != getattr(theirs[key], name)
    }
    return [*names, *(name for name in _compared(ChildRow) if name in different)]


def _compared(of: type[NotificationRow] | type[ChildRow]) -> list[str]:
    return [field.name for field in fields(of) if field.name not in _NOT_COMPARED]


def _child(child: Child, notification: Notification) -> ChildRow:
    return ChildRow(
        child_id=child.external_reference or f"{notification.reference}-{child.place}",
        focus_child=child.focus,
        age_years=child.age_years,
        age_group=child.age_group or UNKNOWN_AGE,
        sex=child.sex or "not_known",
        ethnicity=child.ethnicity or "NOBT",
    )
