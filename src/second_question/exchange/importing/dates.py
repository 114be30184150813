"""Dates as people write them in England."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_IN_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?![\d/])")
_BACKWARDS = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_IN_WORDS = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\s+of)?[\s.-]+({'|'.join(_MONTHS)})[a-z]*\.?,?[\s-]+(\d{{4}}|\d{{2}})(?!\d)",
    re.IGNORECASE,
)
LATEST_SHORT_YEAR = 69
"""A year in two figures up to this one is of the twenty-first century."""


def date_in(text: str) -> tuple[date, str] | None:
    """The only date of a text, with the words around it; None where there is none, or several."""
    found = [match for pattern in (_IN_FIGURES, _BACKWARDS, _IN_WORDS) for match in pattern.finditer(text)]
    if len(found) != 1:
        return None
    match = found[0]
    day = _day(match)
    around = f"{text[: match.start()]} {text[match.end() :]}".strip()
    return (day, around) if day else None


def _day(match: re.Match[str]) -> date | None:
    first, second, third = match.groups()
    try:
        if match.re is _BACKWARDS:
            return date(int(first), int(second), int(third))
        month = int(second) if second.isdigit() else _MONTHS.index(second[:3].casefold()) + 1
        return date(_year(third), month, int(first))
    except ValueError:
        return None


def _year(written: str) -> int:
    year = int(written)
    return year if len(written) > 2 else year + (2000 if year <= LATEST_SHORT_YEAR else 1900)
