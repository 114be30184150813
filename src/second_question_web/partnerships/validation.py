"""Which organisation can belong to a partnership from when to when."""

from datetime import date

from django.db.models import Q

from second_question_web.partnerships.errors import CannotChange
from second_question_web.partnerships.models import Member, MemberPart, Organisation, OrganisationKind, Partnership

PARTNER_KINDS = (OrganisationKind.LOCAL_AUTHORITY, OrganisationKind.POLICE, OrganisationKind.CARE_BOARD)
"""The safeguarding partners by law: Children Act 2004, section 16E."""


def refuse_order(starts_on: date | None, ends_on: date | None) -> None:
    """Lets dates in their order through.

    Raises:
        CannotChange: the last day lies before the first.
    """
    if starts_on and ends_on and ends_on < starts_on:
        raise CannotChange("ends_on", "The last day is before the first. Check both dates")


def refuse_outside_life(organisation: Organisation, starts_on: date | None, *, question: str = "organisation") -> None:
    """Lets an organisation through that exists on the first day.

    Raises:
        CannotChange: it ended before, or begins later.
    """
    if organisation.ends_on and (starts_on is None or starts_on > organisation.ends_on):
        raise CannotChange(
            question, f"{organisation.name} ended on {_words(organisation.ends_on)}. Choose what came after it"
        )
    if organisation.starts_on and starts_on and starts_on < organisation.starts_on:
        raise CannotChange(
            "starts_on",
            f"{organisation.name} begins on {_words(organisation.starts_on)}. Choose that day or a later one",
        )


def refuse_partner(
    organisation: Organisation,
    starts_on: date | None,
    ends_on: date | None,
    *,
    partnership: Partnership | None = None,
    question: str = "organisation",
) -> None:
    """Lets an organisation through that can be a safeguarding partner from the first day to the last.

    A local authority has one set of arrangements at a time (Children Act 2004, section 16E); a police force or a care
    board is a partner in every authority's area that it touches, so in several.

    Raises:
        CannotChange: it cannot.
    """
    if organisation.kind not in PARTNER_KINDS:
        raise CannotChange(
            question, "A safeguarding partner is a local authority, a police force or an integrated care board"
        )
    refuse_order(starts_on, ends_on)
    refuse_outside_life(organisation, starts_on, question=question)
    if organisation.kind == OrganisationKind.LOCAL_AUTHORITY:
        _refuse_second_partnership(organisation, starts_on, ends_on, partnership, question)


def overlapping(starts_on: date | None, ends_on: date | None) -> Q:
    """Memberships that share a day with this time; an open end goes on for ever."""
    begins_in_time = Q() if ends_on is None else Q(starts_on__isnull=True) | Q(starts_on__lte=ends_on)
    lasts_long_enough = Q() if starts_on is None else Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on)
    return begins_in_time & lasts_long_enough


def _refuse_second_partnership(
    organisation: Organisation, starts_on: date | None, ends_on: date | None, own: Partnership | None, question: str
) -> None:
    elsewhere = Member.objects.filter(
        overlapping(starts_on, ends_on), organisation=organisation, part=MemberPart.SAFEGUARDING_PARTNER
    ).select_related("partnership")
    other = elsewhere.exclude(partnership=own).first() if own else elsewhere.first()
    if other:
        raise CannotChange(
            question,
            f"{organisation.name} is a safeguarding partner of {other.partnership.name} at that time. "
            "End that membership first, or choose a later day",
        )


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
