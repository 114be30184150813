"""Giving a role and taking it back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from second_question.rules.access import ScopeKind, role
from second_question_web.people import queries
from second_question_web.people.actions.keeping import subject_of
from second_question_web.people.errors import LastAdministrator, NotPossible
from second_question_web.people.models import Grant, Person
from second_question_web.people.reach import ADMINISTRATOR, Given, must_be_giveable, must_manage
from second_question_web.trail.actions import record


@transaction.atomic
def give(*, by: Person, to: Person, given: Given, now: datetime) -> Grant:
    """Gives a role.

    Raises:
        PermissionDenied: the person, the role or the place is out of reach.
        NotPossible: the person has this role for this place already.
    """
    must_manage(by, to)
    grant = add(by=by, to=to, given=given, now=now)
    record("grant.give", by=by, subject=subject_of(to), before={}, after=facts_of(grant))
    return grant


def add(*, by: Person, to: Person, given: Given, now: datetime) -> Grant:
    """The grant itself, without a row of the trail: for actions that give a role among other things."""
    today = timezone.localdate(now)
    must_be_giveable(by, to, given, today)
    grant = Grant(person=to, given_by=f"{by.name}, {by.trail_organisation}".rstrip(", "), **vars(given))
    same = {name: getattr(grant, name) for name in ("role", "scope", "partnership", "organisation", "region", "case")}
    if any(held.holds_on(given.starts_on) for held in to.grants.filter(**same)):
        raise NotPossible(f"{to.name} has this role there already: {grant}.")
    grant.save()
    return grant


@transaction.atomic
def end_grant(*, by: Person, grant: Grant, reason: str, now: datetime) -> None:
    """Takes a role back, at once.

    Raises:
        PermissionDenied: the person is out of reach.
        NotPossible: it has been taken back already.
        LastAdministrator: nobody would be left to look after the installation.
    """
    must_manage(by, grant.person)
    grant = Grant.objects.select_for_update().get(pk=grant.pk)
    if grant.ended_at:
        raise NotPossible("This role has been taken back already.")
    before = facts_of(grant)
    take_back(grant, by=by, now=now)
    after = before | {"ended_at": now}
    record("grant.end", by=by, subject=subject_of(grant.person), before=before, after=after, reason=reason)


def take_back(grant: Grant, *, by: Person, now: datetime) -> None:
    """The grant itself, without a row of the trail."""
    if grant.role == ADMINISTRATOR and grant.scope == ScopeKind.NATIONAL and grant.holds_on(timezone.localdate(now)):
        must_not_be_last(grant.person, now)
    grant.ended_at, grant.ended_by = now, by.name
    grant.save(update_fields=["ended_at", "ended_by"])


def must_not_be_last(person: Person, now: datetime) -> None:
    """Lets the end of an administrator go on when another active one is left.

    Raises:
        LastAdministrator: there is no other.
    """
    everyone = queries.national_administrators(timezone.localdate(now)).order_by("pk")
    list(everyone.select_for_update())  # two who take the role from each other at once: the second waits, then looks
    if not everyone.exclude(pk=person.pk).exists():
        raise LastAdministrator


def facts_of(grant: Grant) -> dict[str, object]:
    """What the trail keeps of a grant."""
    return {
        "role": role(grant.role).title,
        "where": grant.where,
        "starts_on": grant.starts_on,
        "ends_on": grant.ends_on,
    }
