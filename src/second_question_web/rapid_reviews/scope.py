"""Which rapid reviews a person's grants reach: those of the person's own cases, and those that their area contributes to."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from second_question.rules.access import Permission, ScopeKind
from second_question_web.incidents.scope import notifications_for, through
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
    areas = [g.partnership_id for g in person.grants_for(permission) if g.scope == ScopeKind.PARTNERSHIP]
    if not areas:
        return reach
    taking_part = ContributingPartnership.objects.filter(partnership__in=areas, ended_at__isnull=True)
    return reach | Q(pk__in=taking_part.values("review"))


def reach_key(person: Person, permission: Permission) -> tuple[object, ...]:
    """The same for two permissions that reach the same reviews, as far as one can tell without asking the database."""
    return (permission in OF_CONTRIBUTING_AREAS, *(grant.pk for grant in person.grants_for(permission)))


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
