"""Reading who is where. Nothing here is about a case, so every person may; what a person may change is in `access`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import Prefetch, Q, QuerySet

from second_question.reference import areas
from second_question_web.partnerships.models import (
    LocalClock,
    Member,
    MemberPart,
    Organisation,
    OrganisationKind,
    Partnership,
    Region,
)

MOST_FOUND = 20


@dataclass(frozen=True)
class Listed:
    """A partnership in the list, with its local authorities of the day."""

    partnership: Partnership
    local_authorities: list[str]


def holding_on(day: date) -> Q:
    """Rows whose dates include that day, the first and the last included."""
    started = Q(starts_on__isnull=True) | Q(starts_on__lte=day)
    not_ended = Q(ends_on__isnull=True) | Q(ends_on__gte=day)
    return started & not_ended


def regions() -> QuerySet[Region]:
    """The nine regions."""
    return Region.objects.all()


def partnerships() -> QuerySet[Partnership]:
    """Every partnership."""
    return Partnership.objects.select_related("region")


def partnership(slug: str) -> Partnership | None:
    """The partnership of that slug, or None."""
    return partnerships().filter(slug=slug).first()


def by_region(on: date) -> list[tuple[Region, list[Listed]]]:
    """Every partnership under its region, each with the local authorities that are its partners on that day."""
    authorities = Member.objects.filter(
        holding_on(on),
        part=MemberPart.SAFEGUARDING_PARTNER,
        organisation__kind=OrganisationKind.LOCAL_AUTHORITY,
    ).select_related("organisation")
    found = partnerships().order_by("region__code", "name")
    found = found.prefetch_related(Prefetch("members", queryset=authorities, to_attr="authorities"))
    listed = [Listed(p, [member.organisation.name for member in _authorities(p)]) for p in found]
    return [(region, list(rows)) for region, rows in groupby(listed, key=lambda row: row.partnership.region)]


def local_authorities(on: date) -> QuerySet[Organisation]:
    """The local authorities that exist on that day."""
    return organisations_of(OrganisationKind.LOCAL_AUTHORITY, on).select_related("region")


def organisations_of(kind: str, on: date) -> QuerySet[Organisation]:
    """The organisations of one kind that exist on that day."""
    return Organisation.objects.filter(holding_on(on), kind=kind)


def organisation(code: str) -> Organisation | None:
    """The organisation of that code, or None."""
    return Organisation.objects.filter(code=code).select_related("region").first()


def organisations_with(codes: Iterable[str]) -> list[Organisation]:
    """The organisations of these codes, those that there are."""
    return list(Organisation.objects.filter(code__in=list(codes)))


def find_organisations(words: str, on: date, kinds: Iterable[str] = ()) -> list[Organisation]:
    """Organisations that exist on that day and whose name holds every word, or whose code it is; the first few."""
    found = Organisation.objects.filter(holding_on(on))
    if kinds:
        found = found.filter(kind__in=kinds)
    in_name = Q()
    for word in words.split():
        in_name &= Q(name__icontains=word)
    return list(found.filter(in_name | Q(code__iexact=words.strip()))[:MOST_FOUND])


def members(of: Partnership, on: date, part: MemberPart | None = None) -> QuerySet[Member]:
    """The members of a partnership on that day, all or in one part."""
    found = of.members.filter(holding_on(on)).select_related("organisation")
    return found.filter(part=part) if part else found


def safeguarding_partners(among: QuerySet[Partnership], on: date) -> list[Member]:
    """The safeguarding partners of several partnerships on that day, by partnership and name. One query."""
    found = Member.objects.filter(holding_on(on), partnership__in=among, part=MemberPart.SAFEGUARDING_PARTNER)
    return list(found.select_related("organisation", "partnership").order_by("partnership__name", "organisation__name"))


def all_members(of: Partnership) -> list[Member]:
    """Everybody who is, was or will be a member, by name."""
    return list(of.members.select_related("organisation"))


def is_on(member: Member, on: date) -> bool:
    """Whether that day is one of the membership's."""
    return (member.starts_on is None or member.starts_on <= on) and (member.ends_on is None or on <= member.ends_on)


def every_membership() -> QuerySet[Member]:
    """Every membership of every partnership, past and coming ones too."""
    found = Member.objects.select_related("partnership__region", "organisation")
    return found.order_by("partnership__region__code", "partnership__name", "part", "organisation__name", "starts_on")


def member(of: Partnership, key: int) -> Member | None:
    """One membership of this partnership, or None."""
    return of.members.filter(pk=key).select_related("organisation").first()


def agencies(of: Partnership, on: date) -> list[Organisation]:
    """Everybody who can be asked about a child: the agencies and the safeguarding partners of that day, each once."""
    found = {member.organisation_id: member.organisation for member in members(of, on)}
    return sorted(found.values(), key=lambda organisation: organisation.name)


def partnership_of(local_authority: Organisation, on: date) -> Partnership | None:
    """The partnership that a local authority is a safeguarding partner of on that day; None when we know of none."""
    partner = Member.objects.filter(
        holding_on(on), organisation=local_authority, part=MemberPart.SAFEGUARDING_PARTNER
    ).select_related("partnership")
    found = partner.first()
    return found.partnership if found else None


def came_after(organisation: Organisation, on: date) -> list[str]:
    """The authorities that answer on that day for the area of one that has ended, with their codes; else nothing.

    The code tells a council from the one of the same name that came after it.
    """
    if organisation.kind != OrganisationKind.LOCAL_AUTHORITY or not organisation.ends_on or organisation.ends_on >= on:
        return []
    try:
        return [f"{later.name} ({later.code})" for later in areas.successors(organisation.code, on)]
    except LookupError:  # a fictional authority, or one that the reference data does not know
        return []


def local_clocks(of: Partnership) -> QuerySet[LocalClock]:
    """The clocks that a partnership sets for itself today."""
    return of.local_clocks.filter(ended_on__isnull=True)


def local_clocks_for(of: Partnership, starts_from: str, on: date) -> list[LocalClock]:
    """The clocks of that start for what began on that day, also those that have ended since."""
    return [clock for clock in clocks_on(of, on) if clock.starts_from == starts_from]


def clocks_on(of: Partnership, on: date) -> list[LocalClock]:
    """Every clock for what begins on that day."""
    return [clock for clock in of.local_clocks.all() if holds(clock, on)]


def local_clock(of: Partnership, key: int) -> LocalClock | None:
    """One clock of this partnership, or None."""
    return of.local_clocks.filter(pk=key).first()


def holds(clock: LocalClock, on: date) -> bool:
    """Whether what begins on that day has this clock."""
    return (clock.started_on is None or clock.started_on <= on) and (clock.ended_on is None or on <= clock.ended_on)


def _authorities(of: Partnership) -> list[Member]:
    found: list[Member] = getattr(of, "authorities")  # noqa: B009  (put there by the prefetch; the model does not know)
    return found
