"""The named people of the tests, each with one role. Nobody here exists.

Wessenmere and Norvale are partnerships that do not exist, in regions that do. `person("Bea")` makes Bea with her grant and
everything that the grant needs; asking twice gives the same person.
"""

from dataclasses import dataclass
from datetime import date

from second_question.rules.access import ScopeKind
from second_question_web.partnerships.models import (
    Member,
    MemberPart,
    Organisation,
    OrganisationKind,
    Partnership,
    Region,
)
from second_question_web.people.models import Grant, Person

PASSWORD = "a long walk by the fictional river"
LONG_AGO = date(2018, 1, 1)


@dataclass(frozen=True)
class Character:
    """Who somebody is in the tests."""

    name: str
    role: str
    scope: ScopeKind
    place: str  # the partnership's name, the region's code, or nothing
    organisation: str


CHARACTERS = {
    character.name.split()[0]: character
    for character in (
        Character("Bea Okafor", "business_manager", ScopeKind.PARTNERSHIP, "Wessenmere", "Wessenmere Council"),
        Character("Noor Bailey", "business_manager", ScopeKind.PARTNERSHIP, "Norvale", "Norvale Council"),
        Character("Colm Addy", "agency_contributor", ScopeKind.AGENCY, "Wessenmere", "Alder Lane Academy"),
        Character("Leila Frost", "agency_lead", ScopeKind.AGENCY, "Wessenmere", "Wessenmere Hospitals NHS Trust"),
        Character("Sam Pritchard", "safeguarding_partner", ScopeKind.PARTNERSHIP, "Wessenmere", "Wessenmere Police"),
        Character("Dana Whitlock", "safeguarding_partner", ScopeKind.PARTNERSHIP, "Wessenmere", "Wessenmere Council"),
        Character("Chidi Marsh", "chair_or_scrutineer", ScopeKind.PARTNERSHIP, "Wessenmere", "Wessenmere Council"),
        Character("Iris Vaughan", "independent_reviewer", ScopeKind.CASE, "", "Independent"),
        Character("Petra Nyman", "panel_secretariat", ScopeKind.NATIONAL, "", "National Panel"),
        Character("Max Oduya", "panel_member", ScopeKind.REGION, "E12000009", "National Panel"),
        Character("Rhea Lindqvist", "researcher", ScopeKind.NATIONAL, "", "University of Elsewhere"),
        Character("Theo Grant", "practitioner", ScopeKind.NATIONAL, "", "Wessenmere Council"),
        Character("Audra Quill", "auditor", ScopeKind.NATIONAL, "", "National Panel"),
        Character("Adam Stone", "administrator", ScopeKind.NATIONAL, "", "National Panel"),
        Character("Olga Reyes", "administrator", ScopeKind.ORGANISATION, "", "Wessenmere Council"),
    )
}

_KINDS = {
    "Council": OrganisationKind.LOCAL_AUTHORITY,
    "Police": OrganisationKind.POLICE,
    "Academy": OrganisationKind.SCHOOL,
    "Trust": OrganisationKind.NHS_TRUST,
    "Panel": OrganisationKind.NATIONAL_BODY,
    "Board": OrganisationKind.CARE_BOARD,
}
_REGIONS = {"Wessenmere": ("E12000009", "South West"), "Norvale": ("E12000001", "North East")}


def region(code: str) -> Region:
    """A region by its code."""
    names = dict(_REGIONS.values())
    return Region.objects.get_or_create(code=code, defaults={"name": names.get(code, code)})[0]


def partnership(name: str = "Wessenmere") -> Partnership:
    """The partnership with its council, police and care board as safeguarding partners."""
    slug = name.lower()
    found = Partnership.objects.filter(slug=slug).first()
    if found:
        return found
    title = f"{name} Safeguarding Children Partnership"
    made = Partnership.objects.create(slug=slug, name=title, region=region(_REGIONS[name][0]), fictional=True)
    for body in ("Council", "Police", "Care Board"):
        _join(made, organisation(f"{name} {body}"), MemberPart.SAFEGUARDING_PARTNER)
    return made


def organisation(name: str) -> Organisation:
    """An organisation; its kind follows from its name, its region from the partnership that its name begins with."""
    code, _ = _REGIONS.get(name.split(maxsplit=1)[0], ("", ""))
    kind = _KINDS.get(name.rsplit(maxsplit=1)[-1], OrganisationKind.OTHER)
    defaults = {"name": name, "kind": kind, "fictional": True, "region": region(code) if code else None}
    return Organisation.objects.get_or_create(code=_code(name, kind), defaults=defaults)[0]


def person(first_name: str) -> Person:
    """One of the characters, ready to sign in with `PASSWORD`."""
    who = CHARACTERS[first_name]
    email = f"{first_name.lower()}@example.org"
    found = Person.objects.filter(email=email).first()
    if found:
        return found
    made = Person(email=email, name=who.name, organisation=organisation(who.organisation), state=Person.State.ACTIVE)
    made.set_password(PASSWORD)
    made.save()
    if who.scope is not ScopeKind.CASE:  # a reviewer is given a case by `grant_case`
        _grant(made, who)
    return made


def grant_case(to: Person, reference: str) -> Grant:
    """Gives an independent reviewer one case."""
    return Grant.objects.create(
        person=to,
        role="independent_reviewer",
        scope=ScopeKind.CASE,
        case=reference,
        starts_on=LONG_AGO,
        given_by="tests",
    )


def _grant(to: Person, who: Character) -> Grant:
    own = partnership(who.place) if who.scope in (ScopeKind.PARTNERSHIP, ScopeKind.AGENCY) else None
    if who.scope is ScopeKind.AGENCY and own and to.organisation:
        _join(own, to.organisation, MemberPart.AGENCY)
    return Grant.objects.create(
        person=to,
        role=who.role,
        scope=who.scope,
        partnership=own,
        organisation=to.organisation if who.scope in (ScopeKind.AGENCY, ScopeKind.ORGANISATION) else None,
        region=region(who.place) if who.scope is ScopeKind.REGION else None,
        starts_on=LONG_AGO,
        given_by="tests",
    )


def _join(to: Partnership, who: Organisation, part: MemberPart) -> None:
    Member.objects.get_or_create(partnership=to, organisation=who, part=part, defaults={"starts_on": LONG_AGO})


def _code(name: str, kind: OrganisationKind) -> str:
    """Fictional authorities have codes of the official length that no real one has."""
    if kind is OrganisationKind.LOCAL_AUTHORITY:
        return {"Wessenmere Council": "Z06000001", "Norvale Council": "Z06000002"}.get(name, "Z06000099")
    return name.lower().replace(" ", "-")[:40]
