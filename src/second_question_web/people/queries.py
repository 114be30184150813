"""Reading people and what they are given. An administrator sees the people in reach and nobody else."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, F, Prefetch, Q, QuerySet, Value, When

from second_question.rules.access import Permission, ScopeKind
from second_question_web.partnerships.models import Organisation, OrganisationKind, Partnership
from second_question_web.partnerships.queries import find_organisations, holding_on, organisations_of
from second_question_web.people.links import digest_of
from second_question_web.people.models import Grant, Invitation, Person, SetUpLink
from second_question_web.people.reach import ADMINISTRATOR, reach_of
from second_question_web.trail.refusals import Hidden

_PLACES = ("partnership", "organisation", "region")


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which people are wanted; what is empty does not narrow."""

    words: str = ""
    state: str = ""
    role: str = ""
    organisation: str = ""


def people(by: Person, wanted: Wanted, on: date) -> QuerySet[Person]:
    """The people in reach, those who wait for approval first, each with the grants that hold on that day."""
    found = _in_reach(by).select_related("organisation").prefetch_related(_live_grants(on))
    for word in wanted.words.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.organisation:
        found = found.filter(organisation__code=wanted.organisation)
    if wanted.role:
        found = found.filter(pk__in=_live(on).filter(role=wanted.role).values("person"))
    waits = Case(When(state=Person.State.WAITING, then=Value(0)), default=Value(1))
    return found.order_by(waits, F("name").asc(), "pk")


def person(by: Person, key: int) -> Person:
    """One person in reach.

    Raises:
        Hidden: there is none of that key, or not in reach.
    """
    found = _in_reach(by).select_related("organisation").filter(pk=key).first()
    if found is None:
        raise Hidden("person", str(key))
    return found


def grant(by: Person, person: Person, key: int) -> Grant:
    """One grant of a person in reach.

    Raises:
        Hidden: the person has none of that key.
    """
    found = person.grants.select_related(*_PLACES).filter(pk=key).first()
    if found is None:
        raise Hidden("grant", str(key))
    return found


def organisations_in_reach(by: Person, on: date) -> QuerySet[Organisation]:
    """The organisations whose people this administrator looks after, of those that exist on that day."""
    reach = reach_of(by)
    found = Organisation.objects.filter(holding_on(on))
    return found if reach.national else found.filter(pk__in=reach.organisations)


def organisations_with_people(by: Person) -> QuerySet[Organisation]:
    """The organisations of the people in reach, for a filter."""
    return Organisation.objects.filter(pk__in=_in_reach(by).values("organisation"))


def organisation_named(typed: str, on: date) -> Organisation | None:
    """The organisation of exactly that name or code on that day, whatever its capitals."""
    wanted = typed.strip().lower()
    alike = find_organisations(typed, on)
    return next((each for each in alike if wanted in (each.name.lower(), each.code.lower())), None)


def well_known(on: date) -> list[Organisation]:
    """The safeguarding partners of England on that day, to be suggested to whoever asks for access."""
    kinds = (OrganisationKind.LOCAL_AUTHORITY, OrganisationKind.POLICE, OrganisationKind.CARE_BOARD)
    return [organisation for kind in kinds for organisation in organisations_of(kind, on)]


def administrators_of(organisation: Organisation | None, on: date) -> QuerySet[Person]:
    """Who approves the people of an organisation: its own administrators, or the national ones where it has none."""
    own = _administrators(on, scope=ScopeKind.ORGANISATION, organisation=organisation)
    return own if organisation is not None and own.exists() else national_administrators(on)


def holders(role: str, partnership: Partnership, on: date, agency: Organisation | None = None) -> QuerySet[Person]:
    """The active people who hold a role in a partnership on that day; with an agency, in that agency's part of it."""
    grants = _live(on).filter(role=role, partnership=partnership, organisation=agency)
    return Person.objects.filter(pk__in=grants.values("person"), state=Person.State.ACTIVE).order_by("name")


def holders_in(role: str, partnerships: QuerySet[Partnership], on: date) -> QuerySet[Person]:
    """The active people who hold a role in any of these partnerships on that day, with their organisations, by name."""
    grants = _live(on).filter(role=role, partnership__in=partnerships.order_by().values("pk"), organisation=None)
    found = Person.objects.filter(pk__in=grants.values("person"), state=Person.State.ACTIVE)
    return found.select_related("organisation").order_by("name")


def agency_grants(partnership: Partnership, roles: Collection[str], on: date) -> QuerySet[Grant]:
    """Every grant of these roles that holds in an agency of the partnership on that day, with its active person, by name."""
    found = _live(on).filter(role__in=roles, partnership=partnership, organisation__isnull=False)
    return found.filter(person__state=Person.State.ACTIVE).select_related("person").order_by("person__name", "pk")


def national_administrators(on: date) -> QuerySet[Person]:
    """The active administrators of the whole installation."""
    return _administrators(on, scope=ScopeKind.NATIONAL)


def approves(by: Person, organisation: Organisation | None, on: date) -> bool:
    """Whether this person is one of those who approve the people of an organisation."""
    return administrators_of(organisation, on).filter(pk=by.pk).exists()


def open_invitation(secret: str, now: datetime) -> Invitation | None:
    """The invitation behind a link, when it still works."""
    found = Invitation.objects.select_related("person__organisation").filter(secret_digest=digest_of(secret)).first()
    invited = found is not None and found.person.state == Person.State.INVITED
    return found if found and invited and found.open_at(now) else None


def is_set_up_link(secret: str) -> bool:
    """Whether this is the secret of the set-up link."""
    return SetUpLink.objects.filter(secret_digest=digest_of(secret)).exists()


def demo_people() -> QuerySet[Person]:
    """The fictional people of a demonstration, by name, with their grants."""
    grants = Prefetch("grants", queryset=Grant.objects.filter(ended_at__isnull=True).select_related(*_PLACES))
    found = Person.objects.filter(fictional=True, state=Person.State.ACTIVE).select_related("organisation")
    return found.prefetch_related(grants).order_by("name")


def _in_reach(by: Person) -> QuerySet[Person]:
    if not by.may(Permission.PEOPLE_MANAGE):
        return Person.objects.none()
    reach = reach_of(by)
    return Person.objects.all() if reach.national else Person.objects.filter(organisation__in=reach.organisations)


def _live(on: date) -> QuerySet[Grant]:
    return Grant.objects.filter(holding_on(on), ended_at__isnull=True)


def _live_grants(on: date) -> Prefetch[str, QuerySet[Grant], str]:
    return Prefetch("grants", queryset=_live(on).select_related(*_PLACES), to_attr="live_grants")


def _administrators(on: date, **where: object) -> QuerySet[Person]:
    grants = _live(on).filter(role=ADMINISTRATOR, **where)
    return Person.objects.filter(pk__in=grants.values("person"), state=Person.State.ACTIVE)
