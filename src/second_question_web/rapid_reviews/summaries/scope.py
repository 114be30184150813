"""Who reaches which requests: those who asked, the people of the agency that was asked, and guests by their link."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from second_question.rules.access import Permission, ScopeKind
from second_question_web.incidents.scope import notifications_for, through
from second_question_web.partnerships.models import Partnership
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.summaries.guests import Contributor, Guest
from second_question_web.rapid_reviews.summaries.links import works
from second_question_web.rapid_reviews.summaries.loading import with_case
from second_question_web.trail.actions import Actor

NOTHING = Q(pk__in=())


def of_the_agency(person: Person, permission: Permission) -> Q:
    """The requests to the agencies for which one of the person's grants gives this permission today."""
    reach = NOTHING
    for grant in person.grants_for(permission):
        if grant.scope == ScopeKind.AGENCY:
            reach |= Q(partnership=grant.partnership_id, organisation=grant.organisation_id)
    return reach


def of_the_askers(person: Person, permission: Permission, review: RapidReview) -> Q:
    """The requests of a review that the person may see for whoever asked: the lead all, a contributing area its own."""
    lead = through("review__notification", notifications_for(person, permission))
    own = Q(partnership__in=[area.pk for area in own_areas(person, permission)])
    return Q(review=review) & (lead | own)


def own_areas(person: Person, permission: Permission) -> list[Partnership]:
    """The partnerships for which the person has this permission."""
    grants = person.grants_for(permission, with_places=True)
    return [g.partnership for g in grants if g.scope == ScopeKind.PARTNERSHIP and g.partnership]


def taken_by_askers(by: Actor, request: AgencyRequest) -> AgencyRequest:
    """The request as it is now with its review, both locked, for somebody who asks agencies.

    Raises:
        PermissionDenied: not for this person.
    """
    review = taken(by, Permission.SUMMARY_ASK, request.review)
    if not isinstance(by, Person):
        raise PermissionDenied(f"needs {Permission.SUMMARY_ASK}")
    return _locked(of_the_askers(by, Permission.SUMMARY_ASK, review), request, Permission.SUMMARY_ASK)


def taken_by_agency(by: Contributor, permission: Permission, request: AgencyRequest, now: datetime) -> AgencyRequest:
    """The request as it is now with its review, locked, for somebody of the agency who has this permission for it.

    Raises:
        PermissionDenied: not for this person, or not any more.
    """
    if isinstance(by, Person):
        return _locked(of_the_agency(by, permission), request, permission)
    found = _locked(Q(pk=by.link.request_id), request, permission)
    link = found.links.filter(pk=by.link.pk).first()
    if link is None or not by.may(permission) or not works(link, now):
        raise PermissionDenied(f"needs {permission}")
    return found


def guest_for(guests: Iterable[Guest], reference: str, number: int, permission: Permission) -> Guest | None:
    """The guest who came by a link for that request, and whom it gives this permission."""
    mine = (guest for guest in guests if guest.may(permission) and guest.link.request.number == number)
    return next((guest for guest in mine if guest.link.request.review.notification.reference == reference), None)


def _locked(reach: Q, request: AgencyRequest, permission: Permission) -> AgencyRequest:
    found = with_case(AgencyRequest.objects.select_for_update(of=("self",)).filter(reach, pk=request.pk)).first()
    if found is None:
        raise PermissionDenied(f"needs {permission} for request {request.pk}")
    return found
