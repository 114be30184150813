"""Which notifications and referrals a person's grants reach. Every read of a case goes through here."""

from typing import TYPE_CHECKING, cast

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from second_question.rules.access import Permission, ScopeKind
from second_question_web.people.models import Grant, Person
from second_question_web.trail.actions import Actor, System

if TYPE_CHECKING:
    from second_question_web.incidents.models import Notification

_NOTHING = Q(pk__in=())
_WITH_THE_PANEL = ("sent", "withdrawn")
_REACHED_THE_PANEL = Q(state__in=_WITH_THE_PANEL)


def notifications_for(person: Person, permission: Permission) -> Q:
    """The notifications for which one of the person's grants gives this permission today.

    A grant for a region or for England reaches what was sent; a partnership's grant reaches its drafts too.
    """
    reach = _NOTHING
    for grant in person.grants_for(permission):
        reach |= _notifications_of(grant)
    return reach


def reaches(person: Person, permission: Permission, notification: "Notification") -> bool:
    """Whether `notifications_for` finds this notification, told from the row that is at hand instead of asking again."""
    return any(_reaches(grant, notification) for grant in person.grants_for(permission))


def referrals_for(person: Person, permission: Permission) -> Q:
    """The referrals for which one of the person's grants gives this permission today."""
    reach = _NOTHING
    for grant in person.grants_for(permission):
        if grant.scope == ScopeKind.PARTNERSHIP:
            reach |= Q(partnership=grant.partnership_id)
        elif grant.scope == ScopeKind.AGENCY:
            reach |= Q(partnership=grant.partnership_id, organisation=grant.organisation_id)
    return reach


def through(relation: str, reach: Q) -> Q:
    """The same reach for rows that point at a notification: `through("notification", notifications_for(…))`."""
    parts = cast("list[Q | tuple[str, object]]", reach.children)
    moved = [through(relation, part) if isinstance(part, Q) else (f"{relation}__{part[0]}", part[1]) for part in parts]
    return Q(*moved, _connector=reach.connector, _negated=reach.negated)


def must_reach(by: Actor, permission: Permission, notification: "Notification") -> None:
    """Lets an action go on. The system may; a person needs a grant that gives the permission for this notification.

    Raises:
        PermissionDenied: no grant does.
    """
    if isinstance(by, System):
        return
    same = type(notification).objects.filter(pk=notification.pk)
    if not isinstance(by, Person) or not same.filter(notifications_for(by, permission)).exists():
        raise PermissionDenied(f"needs {permission} for {notification.reference}")


def _notifications_of(grant: Grant) -> Q:
    match grant.scope:
        case ScopeKind.NATIONAL:
            return _REACHED_THE_PANEL
        case ScopeKind.REGION:
            return _REACHED_THE_PANEL & Q(region=grant.region_id)
        case ScopeKind.PARTNERSHIP:
            return Q(partnership=grant.partnership_id)
        case ScopeKind.CASE:
            return Q(reference=grant.case)
    return _NOTHING


def _reaches(grant: Grant, notification: "Notification") -> bool:
    """The same as `_notifications_of`, of one row; tests/web/rapid_reviews/test_scope.py holds the two together."""
    match grant.scope:
        case ScopeKind.NATIONAL:
            return notification.state in _WITH_THE_PANEL
        case ScopeKind.REGION:
            return notification.state in _WITH_THE_PANEL and notification.region_id == grant.region_id
        case ScopeKind.PARTNERSHIP:
            return notification.partnership_id == grant.partnership_id
        case ScopeKind.CASE:
            return notification.reference == grant.case
    return False
