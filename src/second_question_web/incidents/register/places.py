"""Where a row of a file belongs: local authority, region and partnership on a day; and whose rows a person may bring in."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date

from second_question.rules.access import Permission, ScopeKind
from second_question_web.partnerships.models import Member, MemberPart, Organisation, OrganisationKind
from second_question_web.people.models import Person
from second_question_web.trail.actions import System


@dataclass(frozen=True)
class Reach:
    """For which partnerships somebody may bring rows in; everywhere for the Panel's secretariat and the system."""

    everywhere: bool = False
    partnerships: frozenset[int] = frozenset()

    def covers(self, partnership_id: int | None) -> bool:
        """Whether rows of that partnership may be brought in."""
        return self.everywhere or partnership_id in self.partnerships


def reach_of(by: Person | System) -> Reach:
    """How far somebody's permission to import reaches today."""
    if isinstance(by, System):
        return Reach(everywhere=True)
    grants = by.grants_for(Permission.REGISTER_IMPORT)
    own = frozenset(g.partnership_id for g in grants if g.scope == ScopeKind.PARTNERSHIP and g.partnership_id)
    return Reach(any(g.scope == ScopeKind.NATIONAL for g in grants), own)


@dataclass(frozen=True)
class _Stay:
    """A local authority's time in a partnership."""

    partnership_id: int
    starts_on: date | None
    ends_on: date | None

    def covers(self, day: date) -> bool:
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)


@dataclass
class Places:
    """Every local authority by its code, former ones included, with its times in partnerships; read once a file."""

    authorities: dict[str, Organisation] = field(default_factory=dict)
    stays: dict[int, list[_Stay]] = field(default_factory=dict)

    def partnership_on(self, authority: Organisation, day: date) -> int | None:
        """The key of the partnership that the authority is a safeguarding partner of on that day."""
        return next((stay.partnership_id for stay in self.stays.get(authority.pk, ()) if stay.covers(day)), None)

    def oddity(self, authority: Organisation, day: date) -> str:
        """What is odd about that authority on that day; empty when nothing is."""
        if authority.starts_on and day < authority.starts_on:
            return f"{authority.code} ({authority.name}) began on {authority.starts_on}, after this. It is taken as it stands"
        if authority.ends_on and day > authority.ends_on:
            return f"{authority.code} ({authority.name}) ended on {authority.ends_on}, before this. It is taken as it stands"
        return ""


def all_places() -> Places:
    """The places as they are in the database: two queries."""
    found = Places({a.code: a for a in Organisation.objects.filter(kind=OrganisationKind.LOCAL_AUTHORITY)})
    for organisation_id, stay in _stays():
        found.stays.setdefault(organisation_id, []).append(stay)
    return found


def names_of(codes: Collection[str]) -> dict[str, str]:
    """The names of organisations by their codes."""
    return dict(Organisation.objects.filter(code__in=codes).values_list("code", "name")) if codes else {}


def _stays() -> Iterator[tuple[int, _Stay]]:
    members = Member.objects.filter(
        part=MemberPart.SAFEGUARDING_PARTNER, organisation__kind=OrganisationKind.LOCAL_AUTHORITY
    )
    fields = ("organisation_id", "partnership_id", "starts_on", "ends_on")
    for organisation_id, partnership_id, starts_on, ends_on in members.order_by("pk").values_list(*fields):
        yield organisation_id, _Stay(partnership_id, starts_on, ends_on)
