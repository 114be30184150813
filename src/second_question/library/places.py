"""The areas, regions and ages by which a collection is filtered."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from second_question.reference.areas import all_local_authorities, local_authority, regions

AGE_BANDS = {"under 1": (0, 0), "1 to 5": (1, 5), "6 to 10": (6, 10), "11 to 15": (11, 15), "16 to 17": (16, 17)}
"""The Panel's age groups, with the youngest and oldest whole years of each."""


@dataclass(frozen=True)
class Areas:
    """Names of local authorities, and of the regions that they lie in."""

    names: tuple[str, ...]
    regions: tuple[str, ...]


def areas_for(codes: Iterable[str]) -> Areas:
    """Of nine-character codes; those of other nations have no authority here and are left out."""
    names: list[str] = []
    regions: list[str] = []
    for code in codes:
        try:
            authority = local_authority(code)
        except LookupError:
            continue
        names.append(authority.name)
        regions.append(authority.region.name)
    return Areas(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(regions)))


@cache
def _names() -> dict[str, str]:
    from second_question.reading.facts.gazetteer import nations

    places = (
        *(one.name for one in all_local_authorities()),
        *(one.name for one in regions()),
        *nations().values(),
        "England",
    )
    return {name.lower(): name for name in places}


def as_written(small: str) -> str:
    """The name of an area, region or nation that was put into small letters, as it is written."""
    return _names().get(small) or small.title()


def age_bands(ages: Iterable[int]) -> tuple[str, ...]:
    """The bands of those ages, the youngest first."""
    years = set(ages)
    return tuple(band for band, (first, last) in AGE_BANDS.items() if any(first <= age <= last for age in years))
