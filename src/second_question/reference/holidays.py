"""Bank holidays of England and Wales, from the official file (GOV.UK, `bank-holidays.json`)."""

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from second_question.reference.files import text

DIVISION = "england-and-wales"


@dataclass(frozen=True)
class BankHoliday:
    """A bank holiday. `substitute` when it stands for one that fell on a weekend."""

    day: date
    name: str
    substitute: bool = False


class BankHolidays:
    """The bank holidays of whole years; knows which years it knows.

    Raises:
        ValueError: there is not a single holiday.
    """

    def __init__(self, holidays: Iterable[BankHoliday]) -> None:
        self._by_day: Mapping[date, BankHoliday] = {h.day: h for h in sorted(holidays, key=lambda h: h.day)}
        if not self._by_day:
            raise ValueError("The list of bank holidays is empty.")
        days = list(self._by_day)
        self._weekdays = [day for day in days if day.weekday() < 5]
        self.first_day = date(days[0].year, 1, 1)
        self.last_day = date(days[-1].year, 12, 31)

    def on(self, day: date) -> BankHoliday | None:
        """The holiday on that day, if any."""
        return self._by_day.get(day)

    def knows(self, day: date) -> bool:
        """Whether the day lies in the years of the list; outside them a holiday would be missed."""
        return self.first_day <= day <= self.last_day

    def weekdays_up_to(self, day: date) -> int:
        """How many holidays from Monday to Friday the list has up to that day, the day included."""
        return bisect_right(self._weekdays, day)


def read_bank_holidays(document: str) -> BankHolidays:
    """Bank holidays from the text of the official file.

    Raises:
        ValueError: it is not that file.
    """
    try:
        events = json.loads(document)[DIVISION]["events"]
        return BankHolidays(
            BankHoliday(date.fromisoformat(event["date"]), event["title"], "substitute" in event["notes"].lower())
            for event in events
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(
            f"This is not the GOV.UK file of bank holidays: {DIVISION!r} is not in its usual form."
        ) from error


@cache
def bank_holidays() -> BankHolidays:
    """The bank holidays that ship with the product."""
    return read_bank_holidays(text("bank-holidays.json"))
