"""How far an administrator's reach goes: whose accounts, and which roles for where.

An administrator of the installation looks after everybody; one of an organisation after its people, with roles in the
partnerships that it belongs to, and never with a role for the whole country. Nobody changes their own account or grants.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet

from second_question.rules.access import ROLES, Permission, ScopeKind, role
from second_question_web.partnerships.models import Member, Organisation, Partnership, Region
from second_question_web.partnerships.queries import holding_on, partnerships
from second_question_web.people.models import Person

ADMINISTRATOR = "administrator"
_OF_AN_ORGANISATION = (ScopeKind.PARTNERSHIP, ScopeKind.AGENCY, ScopeKind.ORGANISATION)


@dataclass(frozen=True, kw_only=True)
class Given:
    """A role as it is to be given: in which scope, for where, from when and until when."""

    role: str
    scope: ScopeKind
    starts_on: date
    ends_on: date | None = None
    partnership: Partnership | None = None
    organisation: Organisation | None = None
    region: Region | None = None
    case: str = ""


@dataclass(frozen=True)
class Reach:
    """Whom somebody administers: everybody, or the people of these organisations."""

    national: bool
    organisations: frozenset[int]

    @property
    def scopes(self) -> tuple[ScopeKind, ...]:
        """The scopes in which roles can be given."""
        return tuple(ScopeKind) if self.national else _OF_AN_ORGANISATION

    def roles(self) -> Iterator[tuple[str, ScopeKind]]:
        """Every role with each scope in which it can be given."""
        for possible in ROLES:
            yield from ((possible.id, scope) for scope in possible.scopes if scope in self.scopes)


def reach_of(person: Person) -> Reach:
    """How far this person's reach goes today; nowhere for whoever is no administrator."""
    grants = person.grants_for(Permission.PEOPLE_MANAGE)
    organisations = {g.organisation_id for g in grants if g.scope == ScopeKind.ORGANISATION}
    return Reach(any(g.scope == ScopeKind.NATIONAL for g in grants), frozenset(filter(None, organisations)))


def reaches(by: Person, organisation: Organisation | None) -> bool:
    """Whether the people of this organisation are in reach; people without one are the national administrators'."""
    reach = reach_of(by)
    return reach.national or (organisation is not None and organisation.pk in reach.organisations)


def must_reach(by: Person, organisation: Organisation | None) -> None:
    """Lets an action go on.

    Raises:
        PermissionDenied: the people of that organisation are out of reach.
    """
    if not reaches(by, organisation):
        raise PermissionDenied(f"needs {Permission.PEOPLE_MANAGE} for {organisation or 'the whole of England'}")


def must_manage(by: Person, person: Person) -> None:
    """Lets an action on an account go on.

    Raises:
        PermissionDenied: it is one's own account, out of reach, or that of an administrator with a wider reach.
    """
    if by.pk == person.pk:
        raise PermissionDenied("nobody changes their own account or grants")
    must_reach(by, person.organisation)
    if reach_of(person).national and not reach_of(by).national:
        raise PermissionDenied("the account of an administrator of the whole installation")


def must_be_giveable(by: Person, to: Person, given: Given, on: date) -> None:
    """Lets a role be given.

    Raises:
        PermissionDenied: the role, its scope or its place lies beyond the giver's reach.
    """
    reach = reach_of(by)
    if (given.role, given.scope) not in set(reach.roles()):
        raise PermissionDenied(f"{role(given.role).title} for {given.scope} is beyond reach")
    if not reach.national and not _within(to, given, on):
        raise PermissionDenied("the partnership or organisation is not that of the person's own organisation")


def _within(to: Person, given: Given, on: date) -> bool:
    """Whether the place is one of the person's own organisation."""
    if given.scope in (ScopeKind.AGENCY, ScopeKind.ORGANISATION) and given.organisation != to.organisation:
        return False
    if given.scope == ScopeKind.ORGANISATION:
        return True
    if given.partnership is None or to.organisation is None:
        return False
    return partnerships_of(to.organisation, on).filter(pk=given.partnership.pk).exists()


def partnerships_of(organisation: Organisation, on: date) -> QuerySet[Partnership]:
    """The partnerships that the organisation is a member of on that day."""
    return _with_members({organisation.pk}, on)


def partnerships_within(reach: Reach, on: date) -> QuerySet[Partnership]:
    """The partnerships that the organisations of a reach are members of on that day."""
    return _with_members(reach.organisations, on)


def _with_members(organisations: Collection[int], on: date) -> QuerySet[Partnership]:
    memberships = Member.objects.filter(holding_on(on), organisation__in=organisations)
    return partnerships().filter(pk__in=memberships.values("partnership"))
