"""Dates in a text, however they are written, and what day, month and year each says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from second_question.reading.identities.windows import matches, windows

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ORDINALS = {word: number for number, word in enumerate(_UNITS, start=1)}
ORDINALS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS[:9], start=1)}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}

_WHOLE = "|".join(
    sorted((name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")), key=len, reverse=True)
)
_SHORT = "|".join(sorted((name for name in MONTHS if len(name) < 5), key=len, reverse=True))
_MONTH = rf"(?:(?:{_WHOLE})(?![a-z])|(?:{_SHORT})(?![a-z])\.?)"
_DAY = r"(?:[0-3]?\d)(?:\s?(?:st|nd|rd|th))?"
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True)).replace("-", "[ -]")
_YEAR = r"(?:(?:19|20)\d\d|[’'`]?\d\d)(?![\d:]|[.,]\d)"
_FULL_YEAR = r"(?:19|20)\d\d(?!\d)"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?"

_DATES = re.compile(
    rf"""(?<![\w/.-])(?:
      {_WEEKDAY}(?P<day1>{_DAY})(?:\s+of)?[\s-]*(?P<month1>{_MONTH})(?:[\s,-]+(?P<year1>{_YEAR})|(?P<year7>{_FULL_YEAR}))?
    | {_WEEKDAY}(?P<day2>{_ORDINAL})(?:\s+day)?(?:\s+of)?\s+(?P<month2>{_MONTH})(?:[\s,]+(?P<year2>{_YEAR}))?
    | {_WEEKDAY}(?P<month3>{_MONTH})\s+(?:the\s+)?(?P<day3>{_DAY})(?![\d:])(?:,?\s+(?P<year3>{_FULL_YEAR}))?
    | (?P<month4>{_MONTH})[\s,]+(?:of\s+)?(?P<year4>{_FULL_YEAR})
    | (?P<year5>{_FULL_YEAR})[-/.](?P<month5>[01]\d)[-/.](?P<day5>[0-3]\d)(?=T\d|\b)
    | (?P<day6>[0-3]?\d)(?P<mark>\s?[/.-]\s?)(?P<month6>[01]?\d)(?P=mark)(?P<year6>(?:19|20)?\d\d)(?![\d/.-]*\d)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Groups are numbered by the shapes of a date: day month year, the day in words, month day year, month year, ISO, figures."""

_BEGINNINGS = [name[:3] for name in MONTHS if len(name) == 3]
_HINT = (
    *(beginning.capitalize() for beginning in _BEGINNINGS),
    *(beginning.upper() for beginning in _BEGINNINGS),
    *(f" {name}" for name in MONTHS if len(name) > 4),
)
_IN_FIGURES = re.compile(r"\d[-/.]\s?[01]?\d\s?[-/.]\s?\d\d")
"""Where a date may stand: a figure with marks, or what may be the name of a month."""
_OF_A_TEXT = re.compile(
    r"(?:publish|guidance|updat|revis|version|edition|amend|\bact\b|\bforce|legislation|regulation|reprint|accessed|retrieved|"
    r"archived|rules in|strateg|framework|statutory|commenc)\w*(?:[\s:(,]+[\w’']+){0,4}?[\s:(,]+$",
    re.IGNORECASE,
)
LOOK_BACK = 60


@dataclass(frozen=True)
class WrittenDate:
    """A date where it stands; `day` or `year` is None where it is not said."""

    start: int
    end: int
    day: int | None
    month: int
    year: int | None

    @property
    def is_full(self) -> bool:
        """Whether day, month and year are said."""
        return self.day is not None and self.year is not None

    def is_on(self, day: date | None) -> bool:
        """Whether it means that day: day and month at least, and the year where one is said."""
        if day is None or self.day is None or (self.day, self.month) != (day.day, day.month):
            return False
        return self.year in (None, day.year)

    def is_month_of(self, day: date | None) -> bool:
        """Whether it names the month and year of that day, and no day."""
        return day is not None and self.day is None and (self.month, self.year) == (day.month, day.year)


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Every date of a text. Bare years are none, nor are months without a day or a year."""
    places = [*windows(text, _HINT, 34, 16), *windows(text, _IN_FIGURES, 6, 8)]
    found: dict[int, WrittenDate] = {}
    for match in (one for place in places for one in matches(_DATES, text, [place])):
        date = _read(match)
        if date is not None and (match.start() not in found or match.end() > found[match.start()].end):
            found[match.start()] = date
    yield from (found[start] for start in sorted(found))


def is_of_a_text(text: str, start: int) -> bool:
    """Whether the date that begins there is that of a publication or a law: “published in July 2018”."""
    return bool(_OF_A_TEXT.search(text[max(0, start - LOOK_BACK) : start]))


def _read(match: re.Match[str]) -> WrittenDate | None:
    said = {name.rstrip("1234567"): value for name, value in match.groupdict().items() if value}
    month = _month(said["month"])
    day = _day(said["day"]) if "day" in said else None
    year = _year(said["year"]) if "year" in said else None
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    if day is not None and month == MONTHS["may"] and year is None and _is_the_verb(match):
        return None
    return WrittenDate(match.start(), match.end(), day, month, year)


def _is_the_verb(match: re.Match[str]) -> bool:
    """“Section 5 may apply”: in small letters, or with nothing that makes a date of it."""
    return "may" in match.group() or "MAY" in match.group()


def _month(said: str) -> int:
    return int(said) if said.isdigit() else MONTHS[said.lower().rstrip(".")]


def _day(said: str) -> int:
    digits = re.match(r"\d+", said)
    return int(digits.group()) if digits else ORDINALS[re.sub(r"\s", "-", said.lower())]


def _year(said: str) -> int:
    year = int(said.strip("’'`"))
    return year if year > 99 else year + (2000 if year < 50 else 1900)
