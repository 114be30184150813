"""Working days and calendar months.

No guidance that we have read says what a working day is (handbook 2, section 9). Here it is Monday to Friday less the
bank holidays of England and Wales. Nor does the guidance say whether the day on which a period starts is counted;
`DayOne` is the choice, and every count says which one it used.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from second_question.reference.holidays import BankHoliday, BankHolidays, bank_holidays

ONE_DAY = timedelta(days=1)
SATURDAY = 5
WORKING_DAYS_IN_A_WEEK = 5
MONTHS_IN_A_YEAR = 12


class DayOne(StrEnum):
    """Which day a count calls day 1."""

    DAY_AFTER = "day-after"  # the first working day after the start
    SAME_DAY = "same-day"  # the start itself, or the first working day after it when it is none


DAY_ONE_MEANING = {
    DayOne.DAY_AFTER: "the first working day after the start is day 1",
    DayOne.SAME_DAY: "the start is day 1 when it is a working day",
}


@dataclass(frozen=True)
class Count:
    """A count of working days: from where to where, and what it left out.

    `skipped` holds bank holidays only; weekends and paused days are left out without being named.
    """

    starts: date
    days: int
    first: date
    last: date
    skipped: tuple[BankHoliday, ...]
    warnings: tuple[str, ...]


def in_words(day: date) -> str:
    """A date as a person writes it: Fri 18 December 2020."""
    return f"{day:%a} {day.day} {day:%B %Y}"


def never(_day: date) -> bool:
    """No day at all: nothing is paused."""
    return False


def is_working_day(day: date, holidays: BankHolidays | None = None) -> bool:
    """Monday to Friday and no bank holiday."""
    return day.weekday() < SATURDAY and (holidays or bank_holidays()).on(day) is None


def add_working_days(
    starts: date,
    days: int,
    *,
    day_one: DayOne = DayOne.DAY_AFTER,
    holidays: BankHolidays | None = None,
    paused: Callable[[date], bool] = never,
) -> Count:
    """The day that is `days` working days after `starts`; paused days do not count.

    Raises:
        ValueError: `days` is less than 1.
    """
    return _walk(starts, days, ONE_DAY, day_one, holidays or bank_holidays(), paused)


def subtract_working_days(
    starts: date, days: int, *, day_one: DayOne = DayOne.DAY_AFTER, holidays: BankHolidays | None = None
) -> Count:
    """The day that is `days` working days before `starts`. Day 1 is the last working day before it by default.

    Raises:
        ValueError: `days` is less than 1.
    """
    return _walk(starts, days, -ONE_DAY, day_one, holidays or bank_holidays(), never)


def working_days_between(after: date, until: date, holidays: BankHolidays | None = None) -> int:
    """How many working days lie after one day up to another, the second included; none when it is not later."""
    if until <= after:
        return 0
    known = holidays or bank_holidays()
    on_holiday = known.weekdays_up_to(until) - known.weekdays_up_to(after)
    return _weekdays_up_to(until) - _weekdays_up_to(after) - on_holiday


def add_months(starts: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day when it has no such day.

    The corresponding-date convention: six months from 31 August end on 28 or 29 February, a year from 29 February ends
    on 28 February. The end is not moved when it falls on a weekend. No guidance that we have read says how to count
    months, so this is a convention and unverified.
    """
    years, month = divmod(starts.month - 1 + months, MONTHS_IN_A_YEAR)
    year, month = starts.year + years, month + 1
    return date(year, month, min(starts.day, monthrange(year, month)[1]))


def beyond_known_years(*days: date, holidays: BankHolidays | None = None) -> tuple[str, ...]:
    """A warning when one of the days lies before the first or after the last year whose bank holidays are known."""
    known = holidays or bank_holidays()
    unknown = [day for day in days if not known.knows(day)]
    if not unknown:
        return ()
    years = f"from {known.first_day.year} to {known.last_day.year}"
    warning = (
        f"Bank holidays are known {years} only. This count reaches {unknown[-1].year}, where none could be left out."
    )
    return (f"{warning} Check the date when the official list is longer.",)


def _walk(
    starts: date, days: int, step: timedelta, day_one: DayOne, holidays: BankHolidays, paused: Callable[[date], bool]
) -> Count:
    if days < 1:
        raise ValueError(f"A period is at least one working day long, not {days}.")
    counted: list[date] = []
    skipped: list[BankHoliday] = []
    day = starts if day_one is DayOne.SAME_DAY else starts + step
    while True:
        holiday = holidays.on(day)
        if day.weekday() < SATURDAY and not paused(day):
            if holiday is None:
                counted.append(day)
            else:
                skipped.append(holiday)
        if len(counted) == days:
            break
        day += step
    warnings = beyond_known_years(starts, day, holidays=holidays)
    return Count(starts, days, counted[0], day, tuple(skipped), warnings)


def _weekdays_up_to(day: date) -> int:
    """Days from Monday to Friday since the calendar began, the day included."""
    weeks, extra = divmod(day.toordinal(), 7)  # ordinal 1 is a Monday
    return weeks * WORKING_DAYS_IN_A_WEEK + min(extra, WORKING_DAYS_IN_A_WEEK)
