"""Regions, local authorities, police forces and integrated care boards, with the dates when their codes were in force.

An authority that is reorganised gets a new code; a record keeps the code of its day. Sources: `data/SOURCES.md`.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from second_question.reference.files import day_or_none, rows


@dataclass(frozen=True)
class Region:
    """One of the nine regions of England; `code` is the nine-character code."""

    code: str
    name: str


@dataclass(frozen=True)
class Dated:
    """Something that is in force from one day to another, both included; `terminated` is None while it still is."""

    code: str
    name: str
    operative_from: date
    terminated: date | None

    def in_force(self, on: date) -> bool:
        """Whether it was in force on that day."""
        return self.operative_from <= on and (self.terminated is None or on <= self.terminated)


@dataclass(frozen=True)
class LocalAuthority(Dated):
    """A local authority with children's services.

    `code` has nine characters (E08000036); `dfe_code` three digits, or nothing for a few that ended in 2009.
    `successors` are the codes that took over its area.
    """

    dfe_code: str
    kind: str
    region: Region
    successors: tuple[str, ...]


@dataclass(frozen=True)
class PoliceForce:
    """One of the 39 territorial police forces of England."""

    code: str
    name: str


@dataclass(frozen=True)
class CareBoard(Dated):
    """An integrated care board; `ods_code` is empty where the source has none."""

    ods_code: str


@cache
def regions() -> tuple[Region, ...]:
    """The nine regions, in the order of their codes."""
    return tuple(Region(row["code"], row["name"]) for row in rows("regions.csv"))


@cache
def region(code: str) -> Region:
    """The region of that code.

    Raises:
        LookupError: there is none.
    """
    for candidate in regions():
        if candidate.code == code:
            return candidate
    raise LookupError(f"No region of England has the code {code!r}.")


@cache
def all_local_authorities() -> tuple[LocalAuthority, ...]:
    """Every authority, former ones included, in the order of their codes."""
    return tuple(_local_authority(row) for row in rows("local_authorities.csv"))


def local_authorities(on: date) -> tuple[LocalAuthority, ...]:
    """The authorities of that day, by name (153 since 1 April 2023)."""
    in_force = (authority for authority in all_local_authorities() if authority.in_force(on))
    return tuple(sorted(in_force, key=lambda authority: authority.name))


def local_authority(code: str) -> LocalAuthority:
    """The authority of that nine-character code, whether it still exists or not.

    Raises:
        LookupError: there is none.
    """
    try:
        return _by_code()[code]
    except KeyError:
        raise LookupError(f"No local authority of England has the code {code!r}.") from None


def successors(code: str, on: date) -> tuple[LocalAuthority, ...]:
    """Who is responsible on that day for the area of that code: itself, or those that came after it.

    Raises:
        LookupError: no authority has that code.
    """
    authority = local_authority(code)
    if authority.terminated is None or on <= authority.terminated:
        return (authority,)
    return tuple(later for following in authority.successors for later in successors(following, on))


@cache
def police_forces() -> tuple[PoliceForce, ...]:
    """The 39 forces, in the order of their codes."""
    return tuple(PoliceForce(row["code"], row["name"]) for row in rows("police_forces.csv"))


@cache
def all_care_boards() -> tuple[CareBoard, ...]:
    """Every integrated care board since 1 July 2022, in the order of their codes."""
    return tuple(_care_board(row) for row in rows("care_boards.csv"))


def care_boards(on: date) -> tuple[CareBoard, ...]:
    """The boards of that day, by name; none before 1 July 2022, when they took over from the commissioning groups."""
    return tuple(sorted((board for board in all_care_boards() if board.in_force(on)), key=lambda board: board.name))


@cache
def _by_code() -> dict[str, LocalAuthority]:
    return {authority.code: authority for authority in all_local_authorities()}


def _local_authority(row: dict[str, str]) -> LocalAuthority:
    return LocalAuthority(
        code=row["code"],
        name=row["name"],
        operative_from=date.fromisoformat(row["operative_from"]),
        terminated=day_or_none(row["terminated"]),
        dfe_code=row["dfe_code"],
        kind=row["type"],
        region=region(row["region"]),
        successors=tuple(filter(None, row["successors"].split(";"))),
    )


def _care_board(row: dict[str, str]) -> CareBoard:
    return CareBoard(
        code=row["code"],
        name=row["name"],
        operative_from=date.fromisoformat(row["operative_from"]),
        terminated=day_or_none(row["terminated"]),
        ods_code=row["ods_code"],
    )
