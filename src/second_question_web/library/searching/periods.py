"""The periods by which newly published reviews are listed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MONTHS = {1: "January to March", 2: "April to June", 3: "July to September", 4: "October to December"}
FIRST_YEAR, LAST_YEAR = 1945, 2200


@dataclass(frozen=True)
class Period:
    """A year, or a quarter of it; 0 is the whole year."""

    year: int
    quarter: int = 0

    @property
    def label(self) -> str:
        """In words."""
        return f"{MONTHS[self.quarter]} {self.year}" if self.quarter else str(self.year)

    def has(self, published: str) -> bool:
        """Whether something of that date belongs to it; what is dated by its year alone belongs to no quarter."""
        year, _, rest = published.partition("-")
        if year != str(self.year):
            return False
        month = rest[:2]
        return not self.quarter or (month.isdecimal() and (int(month) + 2) // 3 == self.quarter)


def period_from(said: Mapping[str, str], latest: int) -> Period:
    """The period that an address asks for; by default the latest year of which there is something."""
    year, quarter = said.get("year", ""), said.get("quarter", "")
    known = year.isdecimal() and FIRST_YEAR <= int(year[:5]) <= LAST_YEAR
    return Period(int(year) if known else latest, int(quarter) if quarter in ("1", "2", "3", "4") else 0)


def periods(years: Sequence[int]) -> list[Period]:
    """The years of which there is something, the latest first."""
    return [Period(year) for year in sorted(years, reverse=True)]
