"""Reading the cells of one row of a Notifications CSV; what is wrong is noted with row, column and what to do."""

import re
from collections.abc import Collection, Container, Mapping
from datetime import date
from functools import lru_cache

from second_question.exchange.csv_guard import looks_like_formula
from second_question.exchange.csv_in import Problem
from second_question.exchange.notification_rows import AGE_GROUPS, FEATURE_CODES, OLDEST, UNKNOWN_AGE
from second_question.rules.answers import EARLIEST, Level

LONGEST_IDENTIFIER = 80  # as long as the register keeps them
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BRITISH_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_LOCAL_AUTHORITY = re.compile(r"E(06|08|09|10)[0-9]{6}")
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,4}")
_FORMULA = "This is a spreadsheet formula. Put the value itself here"


class Cells:
    """One row of a file. Each method reads one cell; what is wrong goes to `problems`."""

    def __init__(self, row: int, values: Mapping[str, str]) -> None:
        self.row = row
        self.values = values
        self.problems: list[Problem] = []

    def note(self, column: str, message: str, level: Level = Level.ERROR) -> None:
        """Keep a problem of this row."""
        self.problems.append(Problem(self.row, column, message, level))

    def text(self, column: str) -> str:
        """A cell as it stands; empty where there is no such column."""
        return self.values.get(column, "")

    def identifier(self, column: str) -> str:
        """A number or name by which the sender knows something; kept as text, whatever it looks like."""
        value = self.text(column)
        if len(value) > LONGEST_IDENTIFIER:
            self.note(column, f"This is longer than {LONGEST_IDENTIFIER} characters. Shorten it")
        return value

    def code(self, column: str, codes: Collection[str], *, blank: str | None = None) -> str:
        """One of the codes; `blank` is what an empty cell means, None where it must not be empty."""
        value = self.text(column)
        if value in codes:
            return value
        found = next((code for code in codes if code.casefold() == value.casefold()), None)
        if not value and blank is not None:
            return blank
        if found is None:
            self._refuse_code(column, value, codes)
        return found or blank or ""

    def day(self, column: str, *, today: date, required: bool = False) -> date | None:
        """A day, not after today."""
        value = self.text(column)
        if not value:
            if required:
                self.note(column, "This is empty. Enter a date such as 2026-01-31")
            return None
        day = _parsed_day(value)
        if day is None:
            self.note(column, _day_advice(value))
        elif day > today:
            self.note(column, f"{value} is in the future. Check the date")
        elif day < EARLIEST:
            self.note(column, f"{value} is too long ago. Check the year")
        return day

    def local_authority(self, known: Container[str] | None) -> str:
        """The nine-character code of a local authority with children's services, or any code that is known here."""
        column, given = "local_authority", self.text("local_authority")
        value = given.upper()
        if known is not None and value in known:
            return value
        if looks_like_formula(value):
            self.note(column, _FORMULA)
        elif not value:
            self.note(column, "This is empty. Use the nine-character code, such as E08000036")
        elif not _LOCAL_AUTHORITY.fullmatch(value):
            self.note(column, f"{_quoted(given)} is not a code such as E08000036. Use the nine-character code")
        elif known is not None and value not in known:
            self.note(column, f"{value} is not a local authority with children's services that we know. Check the code")
        return value

    def age_years(self) -> int | None:
        """Completed years, 0 to 25; None where not known."""
        value = self.text("age_years")
        if not value:
            return None
        if not _WHOLE_NUMBER.fullmatch(value):
            advice = _FORMULA if looks_like_formula(value) else f"{_quoted(value)} is not a whole number of years"
            self.note("age_years", f"{advice}. Use 0 for a child under one, and leave empty what is not known")
        elif not 0 <= int(value) <= OLDEST:
            self.note("age_years", f"{value} is not an age from 0 to {OLDEST}. Leave empty what is not known")
        else:
            return int(value)
        return None

    def age_group(self) -> str:
        """The age band, or unknown."""
        return self.code("age_group", (*AGE_GROUPS, UNKNOWN_AGE), blank=UNKNOWN_AGE)

    def yes_or_no(self, column: str) -> bool | None:
        """True for yes; None where empty."""
        answer = self.code(column, ("yes", "no"), blank="")
        return answer == "yes" if answer else None

    def features(self) -> tuple[str, ...]:
        """The features of the context, separated by semicolons, each once and in our order."""
        given = {part.strip() for part in self.text("features").split(";")} - {""}
        for unknown in sorted(given - set(FEATURE_CODES)):
            self._refuse_code("features", unknown, FEATURE_CODES)
        return tuple(code for code in FEATURE_CODES if code in given)

    def _refuse_code(self, column: str, value: str, codes: Collection[str]) -> None:
        if looks_like_formula(value):
            self.note(column, _FORMULA)
        elif not value:
            self.note(column, f"This is empty. Use one of: {', '.join(codes)}")
        else:
            self.note(column, f"{_quoted(value)} is not one of: {', '.join(codes)}")


def _quoted(value: str) -> str:
    return f"“{value[:40]}…”" if len(value) > 40 else f"“{value}”"


@lru_cache(maxsize=20_000)
def _parsed_day(value: str) -> date | None:
    if not _ISO_DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _day_advice(value: str) -> str:
    """What to write instead; a British date is turned round, so that it can be copied."""
    if looks_like_formula(value):
        return _FORMULA
    british = _BRITISH_DAY.fullmatch(value)
    turned = f"{british[3]}-{int(british[2]):02}-{int(british[1]):02}" if british else ""
    if turned and _parsed_day(turned):
        return f"Write {value} as {turned} (year-month-day)"
    return f"{_quoted(value)} is not a day. Write it as year-month-day, such as 2026-01-31"
