"""Who can sign in to the demo: every role at least once. Nobody here exists."""

from dataclasses import dataclass
from datetime import date

from second_question.rules.access import ScopeKind, role

PASSWORD = "a quiet harbour at first light"  # noqa: S105  shown on the demo's sign-in page; opens nothing real
SINCE = date(2018, 7, 1)


@dataclass(frozen=True)
class DemoPerson:
    """One person with one role. `place` is a partnership's key, a region's code or nothing."""

    name: str
    role: str
    scope: ScopeKind
    place: str
    organisation: str
    job_title: str

    @property
    def email(self) -> str:
        """The address to sign in with; the domain is reserved for examples."""
        return f"{self.name.split()[0].lower()}@example.org"


_P, _A, _R, _N, _O, _C = (
    ScopeKind.PARTNERSHIP,
    ScopeKind.AGENCY,
    ScopeKind.REGION,
    ScopeKind.NATIONAL,
    ScopeKind.ORGANISATION,
    ScopeKind.CASE,
)

PEOPLE = (
    DemoPerson(
        "Bea Okafor", "business_manager", _P, "wessenmere", "Wessenmere Council", "Partnership business manager"
    ),
    DemoPerson("Noor Bailey", "business_manager", _P, "norvale", "Norvale Council", "Partnership business manager"),
    DemoPerson("Tomas Reed", "business_manager", _P, "eastmarsh", "London Borough of Eastmarsh", "Business manager"),
    DemoPerson(
        "Dana Whitlock",
        "safeguarding_partner",
        _P,
        "wessenmere",
        "Wessenmere Council",
        "Director of children's services",
    ),
    DemoPerson(
        "Sam Pritchard", "safeguarding_partner", _P, "wessenmere", "Wessen Valley Police", "Detective superintendent"
    ),
    DemoPerson(
        "Joan Achebe", "safeguarding_partner", _P, "wessenmere", "NHS Wessenmere Integrated Care Board", "Chief nurse"
    ),
    DemoPerson(
        "Grace Orme", "safeguarding_partner", _P, "norvale", "Norvale Council", "Director of children's services"
    ),
    DemoPerson("Ravi Sethi", "safeguarding_partner", _P, "eastmarsh", "Riverside Police", "Chief superintendent"),
    DemoPerson("Chidi Marsh", "chair_or_scrutineer", _P, "wessenmere", "Wessenmere Council", "Independent scrutineer"),
    DemoPerson(
        "Colm Addy", "agency_contributor", _A, "wessenmere", "Alder Lane Academy", "Designated safeguarding lead"
    ),
    DemoPerson("Leila Frost", "agency_lead", _A, "wessenmere", "Wessenmere Hospitals NHS Trust", "Named nurse"),
    DemoPerson("Iris Vaughan", "independent_reviewer", _C, "", "Independent reviewers", "Independent reviewer"),
    DemoPerson("Petra Nyman", "panel_secretariat", _N, "", "Panel", "Panel secretariat"),
    DemoPerson("Max Oduya", "panel_member", _R, "E12000009", "Panel", "Panel member, South West"),
    DemoPerson("Rhea Lindqvist", "researcher", _N, "", "University of Elsewhere", "Senior lecturer in social work"),
    DemoPerson("Theo Grant", "practitioner", _N, "", "Wessenmere Council", "Social worker"),
    DemoPerson("Audra Quill", "auditor", _N, "", "Panel", "Information governance auditor"),
    DemoPerson("Adam Stone", "administrator", _N, "", "Panel", "Service administrator"),
    DemoPerson("Olga Reyes", "administrator", _O, "", "Wessenmere Council", "Service desk lead"),
)

WAITING = ("Farid Nazari", "farid@example.org", "Wessenmere Council", "Social work team manager")
"""Somebody who has asked for access and waits for approval."""


def sign_ins() -> str:
    """The people to sign in as, for the terminal."""
    lines = [f"  {p.email:<22} {role(p.role).title:<22} {p.organisation}" for p in PEOPLE]
    head = f"Everything in it is fictional. Sign in as any of these; the password of all is: {PASSWORD}\n"
    return "\n".join([head, *lines])
