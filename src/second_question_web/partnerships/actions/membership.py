"""Organisations join a partnership and leave it, with dates."""

from datetime import date

from django.db import transaction
from django.utils.text import slugify

from second_question_web.partnerships.access import Asker, must_found, must_manage
from second_question_web.partnerships.actions.noting import note
from second_question_web.partnerships.errors import CannotChange
from second_question_web.partnerships.models import Member, MemberPart, Organisation, OrganisationKind, Partnership
from second_question_web.partnerships.validation import (
    overlapping,
    refuse_order,
    refuse_outside_life,
    refuse_partner,
)
from second_question_web.trail.actions import System


@transaction.atomic
def add_agency(
    *, by: Asker | System, partnership: Partnership, organisation: Organisation, starts_on: date | None
) -> Member:
    """An organisation of any kind joins as an agency. Asked for twice, it joins once.

    Raises:
        CannotChange: it has ended, or is an agency here at that time already.
        PermissionDenied: the person does not manage this partnership.
    """
    must_manage(by, partnership)
    refuse_outside_life(organisation, starts_on)
    return _join(by, partnership, organisation, MemberPart.AGENCY, starts_on)


@transaction.atomic
def add_new_agency(
    *, by: Asker | System, partnership: Partnership, name: str, kind: OrganisationKind, starts_on: date | None
) -> Member:
    """A new organisation that was not known here joins as an agency.

    Raises:
        CannotChange: no name, or an organisation of that name and kind is known.
        PermissionDenied: the person does not manage this partnership.
    """
    must_manage(by, partnership)
    name = " ".join(name.split())
    if not name:
        raise CannotChange("name", "Enter the name of the organisation")
    known = Organisation.objects.filter(name__iexact=name, kind=kind).first()
    if known and not known.memberships.filter(partnership=partnership, starts_on=starts_on).exists():
        raise CannotChange("name", f"{known.name} is known already. Search for it above and choose it")
    made = known or Organisation.objects.create(
        code=_free_code(name), name=name, kind=kind, region=partnership.region, fictional=partnership.fictional
    )
    return _join(by, partnership, made, MemberPart.AGENCY, starts_on)


@transaction.atomic
def add_safeguarding_partner(
    *,
    by: Asker | System,
    partnership: Partnership,
    organisation: Organisation,
    starts_on: date | None,
    ends_on: date | None = None,
) -> Member:
    """A local authority, police force or care board joins as a safeguarding partner.

    Raises:
        CannotChange: it is another kind, does not exist then, or an authority is a partner elsewhere at that time.
        PermissionDenied: the person is no national administrator.
    """
    must_found(by)
    refuse_partner(organisation, starts_on, ends_on, partnership=partnership)
    return _join(by, partnership, organisation, MemberPart.SAFEGUARDING_PARTNER, starts_on, ends_on)


@transaction.atomic
def end_membership(*, by: Asker | System, partnership: Partnership, member: int, ends_on: date) -> Member:
    """The membership ends; that day is its last. What it was before stays on the record.

    Raises:
        CannotChange: no such membership here, or the day lies before its first.
        PermissionDenied: the person may not change this kind of membership.
    """
    found = partnership.members.select_for_update().select_related("organisation").filter(pk=member).first()
    if found is None:
        raise CannotChange("ends_on", "This membership is not there any more")
    if found.part == MemberPart.SAFEGUARDING_PARTNER:
        must_found(by)
    else:
        must_manage(by, partnership)
    refuse_order(found.starts_on, ends_on)
    before = {"organisation": found.organisation.name, "part": found.part, "ends_on": found.ends_on}
    if found.ends_on == ends_on:
        return found
    found.ends_on = ends_on
    found.save(update_fields=["ends_on"])
    note("partnership.end_membership", by, partnership, before=before, after={**before, "ends_on": ends_on})
    return found


def _join(
    by: Asker | System,
    partnership: Partnership,
    organisation: Organisation,
    part: MemberPart,
    starts_on: date | None,
    ends_on: date | None = None,
) -> Member:
    times = partnership.members.filter(organisation=organisation, part=part)
    same = times.filter(starts_on=starts_on, ends_on=ends_on).first()
    if same:
        return same
    if times.filter(overlapping(starts_on, ends_on)).exists():
        raise CannotChange("organisation", f"{organisation.name} belongs to this partnership at that time already")
    made = partnership.members.create(organisation=organisation, part=part, starts_on=starts_on, ends_on=ends_on)
    after = {"organisation": organisation.name, "code": organisation.code, "starts_on": starts_on, "ends_on": ends_on}
    note(f"partnership.add_{part}", by, partnership, after=after)
    return made


def _free_code(name: str) -> str:
    base = slugify(name)[:34] or "organisation"
    taken = Organisation.objects.filter(code__startswith=base).count()
    return f"{base}-{taken + 1}" if taken else base
