"""Which rapid reviews a person's grants reach: those of the person's own cases, and those that their area contributes to."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from second_question.rules.access import Permission, ScopeKind
from second_question_web.incidents.scope import notifications_for, reaches, through
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import ContributingPartnership, RapidReview
from second_question_web.trail.actions import Actor, System

OF_CONTRIBUTING_AREAS = frozenset(
    {
        Permission.RAPID_REVIEW_READ,
        Permission.RAPID_REVIEW_DRAFT,
        Permission.RAPID_REVIEW_COMMENT,
        Permission.RAPID_REVIEW_SIGN,
        Permission.SUMMARY_ASK,
    }
)
"""What people of a contributing partnership may do as in a review of their own; everything else is the lead's."""


def reviews_for(person: Person, permission: Permission) -> Q:
    """The reviews for which one of the person's grants gives this permission today."""
    reach = through("notification", notifications_for(person, permission))
    if permission not in OF_CONTRIBUTING_AREAS:
        return reach
    areas = _areas_of(person, permission)
    if not areas:
        return reach
    taking_part = ContributingPartnership.objects.filter(partnership__in=areas, ended_at__isnull=True)
    return reach | Q(pk__in=taking_part.values("review"))


def permissions_for(person: Person, permissions: Iterable[Permission], review: RapidReview) -> frozenset[Permission]:
    """Which of these the person has for that review, fetched with its notification: what `reviews_for` says, of one review.

    One query for somebody of a partnership that may contribute to it, otherwise none.
    """
    asked = tuple(permissions)
    own = {permission for permission in asked if reaches(person, permission, review.notification)}
    others = {p: _areas_of(person, p) for p in OF_CONTRIBUTING_AREAS.intersection(asked) - own}
    if not any(others.values()):
        return frozenset(own)
    taking_part = ContributingPartnership.objects.filter(review=review, ended_at__isnull=True)
    contributing = set(taking_part.values_list("partnership", flat=True))
    return frozenset(own | {p for p, areas in others.items() if not contributing.isdisjoint(areas)})


def is_lead(person: Person, permission: Permission, review: RapidReview) -> bool:
    """Whether the person has the permission as one of the lead partnership, and not only of a contributing one."""
    own = through("notification", notifications_for(person, permission))
    return RapidReview.objects.filter(own, pk=review.pk).exists()


def taken(by: Actor, permission: Permission, review: RapidReview) -> RapidReview:
    """The review as it is now with its notification and partnership, locked until the transaction ends.

    Raises:
        PermissionDenied: no grant gives the permission for this review. The system itself needs none.
    """
    found = RapidReview.objects.select_for_update(of=("self",)).select_related("notification__partnership")
    if not isinstance(by, System):
        if not isinstance(by, Person):
            raise PermissionDenied(f"needs {permission}")
        found = found.filter(reviews_for(by, permission))
    try:
        return found.get(pk=review.pk)
    except RapidReview.DoesNotExist:
        raise PermissionDenied(f"needs {permission} for {review.notification.reference}") from None


def _areas_of(person: Person, permission: Permission) -> list[int]:
    """The partnerships for which the person has the permission."""
    grants = person.grants_for(permission)
    return [g.partnership_id for g in grants if g.scope == ScopeKind.PARTNERSHIP and g.partnership_id is not None]
