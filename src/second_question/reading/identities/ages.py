"""Ages in a text, as precise as they are said, and the age that somebody had on a day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from second_question.reading.identities.windows import matches, windows

_TO_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
NUMBERS = {word: number for number, word in enumerate(_TO_TWENTY)}
NUMBERS |= {f"twenty-{word}": 20 + NUMBERS[word] for word in ("one", "two", "three", "four", "five", "six", "seven")}
UNITS = ("day", "week", "month", "year")

_NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_UNIT = r"(?:day|week|month|year)"
_MORE = rf"(?:,?(?:[\s-]+and)?[\s-]+(?:a\s+half|half|(?P<more>{_NUMBER})[\s-]+(?P<more_unit>day|week|month)s?))?"
_AGES = re.compile(
    rf"""(?<![\w–-])(?<!\d\sto\s)(?:
      (?P<lead>\bage[ds]?(?:\s+(?:of|just|only|about|around|approximately))?:?\s+)(?P<number1>{_NUMBER})
      (?:[\s-]+(?P<unit1>{_UNIT})s?{_MORE.replace("more", "more1")})?
      (?:[\s-]+(?:old|of\s+age))?
    | (?P<number2>{_NUMBER})[\s-]+(?:and\s+a\s+half[\s-]+)?(?P<unit2>{_UNIT})s?{_MORE.replace("more", "more2")}
      (?P<tail>[\s-]+(?:old\b|of\s+age\b))
    )(?!\w|\s*(?:to|and|–|-|or)\s*(?:\d|{_NUMBER}\b))""",
    re.VERBOSE | re.IGNORECASE,
)
_HINT = ("aged", "Aged", "AGED", "age ", "Age ", "age:", "Age:", " old", "-old", "\nold", "‑old")
_RANGE = re.compile(
    r"(?:under|over|below|above|than|least|most|between|beyond|until|to|from|minimum|maximum|by|all|children|those|people|babies|"
    r"infants|every)\s+(?:the\s+)?(?:age\s+of\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WrittenAge:
    """An age where it stands: so many of a unit, and so many of a smaller one."""

    start: int
    end: int
    number: int
    unit: str
    more: int = 0
    more_unit: str = ""

    @property
    def is_precise(self) -> bool:
        """Whether it is told in days, weeks or months, not in whole years."""
        return self.unit != "year" or bool(self.more_unit)


def ages_in(text: str) -> Iterator[WrittenAge]:
    """Every age of somebody; ranges and limits (“under 12 months old”) are none."""
    for match in matches(_AGES, text, windows(text, _HINT, 40, 45)):
        said = {name.rstrip("12"): value for name, value in match.groupdict().items() if value}
        if _RANGE.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        yield WrittenAge(
            match.start(),
            match.end(),
            _number(said["number"]),
            said.get("unit", "year").lower(),
            _number(said["more"]) if "more" in said else 0,
            next(
                (value.lower() for name, value in said.items() if name.startswith("more") and name.endswith("unit")), ""
            ),
        )


def is_age_on(age: WrittenAge, born: date, day: date) -> bool:
    """Whether somebody born on one day had that age on another."""
    if day < born:
        return False
    months = (day.year - born.year) * 12 + day.month - born.month - (day.day < born.day)
    days = (day - born).days
    if age.unit == "year":
        return age.number == months // 12 and (age.more_unit != "month" or age.more == months % 12)
    whole = {"month": months, "week": days // 7, "day": days}[age.unit]
    return age.number == whole


def _number(said: str) -> int:
    return int(said) if said.isdigit() else NUMBERS[said.lower()]
