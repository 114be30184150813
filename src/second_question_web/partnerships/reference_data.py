"""The core's reference data as organisations: what the loader writes, and a digest by which it knows the edition."""

import hashlib
from collections.abc import Iterator
from datetime import date

from second_question.reference import areas
from second_question_web.partnerships.models import Organisation, OrganisationKind, Region

PANEL = "child-safeguarding-practice-review-panel"
DEPARTMENT_FOR_EDUCATION = "department-for-education"
OFSTED = "ofsted"

NATIONAL_BODIES = (
    (PANEL, "Child Safeguarding Practice Review Panel"),
    (DEPARTMENT_FOR_EDUCATION, "Department for Education"),
    (OFSTED, "Ofsted"),
)

# The register of codes begins here; the council itself is older (reference/data/SOURCES.md).
FIRST_DAY_OF_THE_REGISTER = date(2009, 1, 1)


def regions() -> list[Region]:
    """The nine regions, not yet saved."""
    return [Region(code=region.code, name=region.name) for region in areas.regions()]


def organisations() -> list[Organisation]:
    """Every official organisation, former ones included, not yet saved."""
    return [*_local_authorities(), *_police_forces(), *_care_boards(), *_national_bodies()]


def digest() -> str:
    """A digest of everything that would be loaded."""
    lines = [f"{region.code}|{region.name}" for region in regions()]
    lines += [
        f"{o.code}|{o.name}|{o.kind}|{o.short_code}|{o.region_id}|{o.starts_on}|{o.ends_on}" for o in organisations()
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _local_authorities() -> Iterator[Organisation]:
    for authority in areas.all_local_authorities():
        began = authority.operative_from
        yield _official(
            authority.code,
            authority.name,
            OrganisationKind.LOCAL_AUTHORITY,
            short_code=authority.dfe_code,
            region=authority.region.code,
            starts_on=None if began == FIRST_DAY_OF_THE_REGISTER else began,
            ends_on=authority.terminated,
        )


def _police_forces() -> Iterator[Organisation]:
    for force in areas.police_forces():
        name = force.name if force.name.endswith("Police") else f"{force.name} police"
        yield _official(force.code, name, OrganisationKind.POLICE)


def _care_boards() -> Iterator[Organisation]:
    for board in areas.all_care_boards():
        yield _official(
            board.code,
            board.name,
            OrganisationKind.CARE_BOARD,
            short_code=board.ods_code,
            starts_on=board.operative_from,
            ends_on=board.terminated,
        )


def _national_bodies() -> Iterator[Organisation]:
    for code, name in NATIONAL_BODIES:
        yield _official(code, name, OrganisationKind.NATIONAL_BODY)


def _official(
    code: str,
    name: str,
    kind: OrganisationKind,
    *,
    short_code: str = "",
    region: str | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Organisation:
    return Organisation(
        code=code,
        name=name,
        kind=kind,
        short_code=short_code,
        region_id=region,
        starts_on=starts_on,
        ends_on=ends_on,
        official=True,
    )
