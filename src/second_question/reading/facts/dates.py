"""Dates as reports write them, kept as exact as they are written: a day, a month or a year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WELSH_MONTHS = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin", "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    rf"nov(?:ember)?|dec(?:ember)?|{'|'.join(_WELSH_MONTHS)})\b\.?"
)
_YEAR = r"((?:19|20)\d\d)(?!\d)"
_NUMBERED = ("version", "phase", "part", "volume", "issue", "briefing", "no", "number")
_NOT_A_DAY = "".join(f"(?<!{word} )" for word in _NUMBERED)
"""What such a word numbers is no day: version 1 November 2024."""
_BEGINS = rf"(?=\d|\b[{''.join(sorted({month[0] for month in (*_MONTHS, *_WELSH_MONTHS)}))}])"
"""A date begins with a figure or the word of a month: said first, it spares most places of a text a longer look."""
_DATE = re.compile(
    rf"{_BEGINS}(?:(?<![\d/]){_NOT_A_DAY}(?P<d1>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s.-]+"
    rf"{_MONTH.replace('(', '(?P<m1>', 1)},?[\s-]+(?P<y1>(?:19|20)\d\d|\d\d(?!\d))(?!\d)"
    rf"|\b{_MONTH.replace('(', '(?P<m2>', 1)}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"{_YEAR.replace('(', '(?P<y2>', 1)}"
    rf"|\b{_MONTH.replace('(', '(?P<m3>', 1)},?(?:\s+|-|/|\s?')(?P<y3>(?:19|20)\d\d|(?<=['/-])\d\d(?![\d:]))(?!\d)"
    r"|(?<![\d/-])(?P<y4>(?:19|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)(?!\d)"
    r"|(?<![\d/.-])(?P<d5>\d{1,2})\s?[./-]\s?(?P<m5>\d{1,2})\s?[./-]\s?(?P<y5>(?:19|20)\d\d|\d\d)(?![\d/])"
    r"|(?<![\d/-])(?P<m6>\d\d)/(?P<y6>(?:19|20)\d\d)(?![\d/])"
    rf"|(?<![\d/£.,-])\b{_YEAR.replace('(', '(?P<y7>', 1)}(?![/\d]|,\d|\s?%))"
)
_DAY = re.compile(
    rf"(?<![\d/.])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.replace('(', '(?P<m>', 1)}(?!,? ?(?:(?:19|20)?\d\d\b))"
)
LATEST_SHORT_YEAR = 49
"""A year in two figures up to this one is of the twenty-first century."""
SHAPES = 7


@dataclass(frozen=True)
class Dated:
    """A date of a text. `iso` is 2021-06-14, 2021-06 or 2021: as exact as it is written."""

    iso: str
    start: int
    end: int

    @property
    def year(self) -> int:
        """Its year."""
        return int(self.iso[:4])


def dates_in(small: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """Every date between two offsets of a folded text."""
    for match in _DATE.finditer(small, start, len(small) if end is None else end):
        iso = _iso(match)
        if iso:
            yield Dated(iso, match.start(), match.end())


def days_without_year(small: str, until: str, start: int, end: int) -> Iterator[Dated]:
    """Every day of a month without its year between two offsets, as the last one up to a date."""
    for match in _DAY.finditer(small, start, end):
        year = int(until[:4])
        for iso in (_checked(str(each), match["m"], match["d"]) for each in (year, year - 1)):
            if iso and iso[: len(until)] <= until:
                yield Dated(iso, match.start(), match.end())
                break


def _iso(match: re.Match[str]) -> str | None:
    said = match.groupdict()
    for shape in range(1, SHAPES + 1):
        if said[f"y{shape}"]:
            return _checked(said[f"y{shape}"], said.get(f"m{shape}"), said.get(f"d{shape}"))
    return None


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    full = int(year) if len(year) > 2 else int(year) + (2000 if int(year) <= LATEST_SHORT_YEAR else 1900)
    try:
        if month is None:
            return str(full)
        if day is None:
            return date(full, _month(month), 1).isoformat()[:7]
        return date(full, _month(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    if written in _WELSH_MONTHS:
        return _WELSH_MONTHS.index(written) + 1
    return _MONTHS.index(written[:3]) + 1
