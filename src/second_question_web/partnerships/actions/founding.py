"""A new partnership with its safeguarding partners (handbook 2, section 8)."""

from collections.abc import Sequence
from datetime import date
from itertools import count

from django.db import transaction
from django.utils.text import slugify

from second_question_web.partnerships import queries
from second_question_web.partnerships.access import Asker, must_found
from second_question_web.partnerships.errors import CannotChange
from second_question_web.partnerships.models import (
    Member,
    MemberPart,
    Organisation,
    OrganisationKind,
    Partnership,
    Region,
)
from second_question_web.partnerships.validation import refuse_partner
from second_question_web.trail.actions import System, record

STATUTORY = (
    (OrganisationKind.LOCAL_AUTHORITY, "local_authorities", "Choose at least one local authority"),
    (OrganisationKind.POLICE, "police", "Choose at least one police force"),
    (OrganisationKind.CARE_BOARD, "care_boards", "Choose at least one integrated care board"),
)
"""The three kinds of safeguarding partner, the question of the form for each, and what to do when one is missing."""


@transaction.atomic
def create_partnership(
    *,
    by: Asker | System,
    name: str,
    region: Region,
    partners: Sequence[Organisation],
    starts_on: date | None,
    email: str = "",
    start_day_is_day_one: bool = False,
    fictional: bool = False,
) -> Partnership:
    """Makes a partnership of local authorities, police and care boards.

    Raises:
        CannotChange: the name is taken, a kind of partner is missing, or a partner cannot be one on these days.
        PermissionDenied: the person is no national administrator.
    """
    must_found(by)
    _refuse_name(name)
    _refuse_partners(partners, starts_on)
    made = Partnership.objects.create(
        slug=_free_slug(name),
        name=name.strip(),
        region=region,
        email=email,
        start_day_is_day_one=start_day_is_day_one,
        fictional=fictional,
    )
    part = MemberPart.SAFEGUARDING_PARTNER
    Member.objects.bulk_create(
        Member(partnership=made, organisation=partner, part=part, starts_on=starts_on) for partner in partners
    )
    after = {"name": made.name, "region": region.code, "partners": [p.code for p in partners], "starts_on": starts_on}
    record("partnership.create", by=by, subject=("partnership", made.slug), before={}, after=after)
    return made


def _refuse_name(name: str) -> None:
    if not name.strip():
        raise CannotChange("name", "Enter the name of the partnership")
    if queries.partnerships().filter(name__iexact=name.strip()).exists():
        raise CannotChange("name", "There is already a partnership of this name")


def _refuse_partners(partners: Sequence[Organisation], starts_on: date | None) -> None:
    for kind, question, missing in STATUTORY:
        chosen = [partner for partner in partners if partner.kind == kind]
        if not chosen:
            raise CannotChange(question, missing)
        for partner in chosen:
            refuse_partner(partner, starts_on, None, question=question)


def _free_slug(name: str) -> str:
    """The name without what nearly every partnership is called, in words of an address; numbered when taken."""
    short = name.casefold().replace("safeguarding children partnership", "").strip()
    base = slugify(short)[:44] or "partnership"
    taken = set(queries.partnerships().filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (base if number == 1 else f"{base}-{number}" for number in count(1))
    return next(slug for slug in candidates if slug not in taken and slug not in RESERVED)


RESERVED = frozenset({"new", "download"})
"""Words that are pages of their own beneath /partnerships/."""
