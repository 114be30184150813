"""Reading who is where. Nothing here is about a case, so every person may."""

from datetime import date

from django.db.models import Q, QuerySet

from second_question_web.partnerships.models import (
    LocalClock,
    Member,
    MemberPart,
    Organisation,
    OrganisationKind,
    Partnership,
    Region,
)


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


def local_authorities(on: date) -> QuerySet[Organisation]:
    """The local authorities that exist on that day."""
    return Organisation.objects.filter(holding_on(on), kind=OrganisationKind.LOCAL_AUTHORITY).select_related("region")


def organisation(code: str) -> Organisation | None:
    """The organisation of that code, or None."""
    return Organisation.objects.filter(code=code).select_related("region").first()


def members(of: Partnership, on: date, part: MemberPart | None = None) -> QuerySet[Member]:
    """The members of a partnership on that day, all or in one part."""
    found = of.members.filter(holding_on(on)).select_related("organisation")
    return found.filter(part=part) if part else found


def partnership_of(local_authority: Organisation, on: date) -> Partnership | None:
    """The partnership that a local authority is a safeguarding partner of on that day; None when we know of none."""
    partner = Member.objects.filter(
        holding_on(on), organisation=local_authority, part=MemberPart.SAFEGUARDING_PARTNER
    ).select_related("partnership")
    member = partner.first()
    return member.partnership if member else None


def local_clocks(of: Partnership) -> QuerySet[LocalClock]:
    """The clocks that a partnership sets for itself today."""
    return of.local_clocks.filter(ended_on__isnull=True)
