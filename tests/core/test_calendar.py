"""Working days and months: described examples, properties, and the proof against a second implementation."""

from datetime import date, timedelta
from typing import Literal

import holidays as other_holidays
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.reference.holidays import bank_holidays
from second_question.rules.calendar import (
    DayOne,
    add_months,
    add_working_days,
    is_working_day,
    subtract_working_days,
    working_days_between,
)

KNOWN = st.dates(date(2012, 1, 1), date(2028, 12, 31))
EVERY_START = [date(2018, 1, 1) + timedelta(days=n) for n in range((date(2028, 12, 31) - date(2018, 1, 1)).days + 1)]


@pytest.mark.parametrize(
    ("what", "starts", "days", "day_one", "ends"),
    [
        ("over Christmas and New Year", date(2020, 12, 18), 15, DayOne.DAY_AFTER, date(2021, 1, 13)),
        ("the day of sending counted as day 1", date(2020, 12, 18), 15, DayOne.SAME_DAY, date(2021, 1, 12)),
        ("from a Saturday", date(2026, 11, 21), 1, DayOne.DAY_AFTER, date(2026, 11, 23)),
        ("from a Saturday, which cannot be day 1", date(2026, 11, 21), 1, DayOne.SAME_DAY, date(2026, 11, 23)),
        ("from Maundy Thursday", date(2026, 4, 2), 1, DayOne.DAY_AFTER, date(2026, 4, 7)),
        ("one week without a holiday", date(2026, 11, 9), 5, DayOne.DAY_AFTER, date(2026, 11, 16)),
        ("the extra holidays of 2022", date(2022, 6, 1), 1, DayOne.DAY_AFTER, date(2022, 6, 6)),
    ],
)
def test_adding_working_days(what: str, starts: date, days: int, day_one: DayOne, ends: date) -> None:
    assert add_working_days(starts, days, day_one=day_one).last == ends


@pytest.mark.parametrize(
    ("what", "starts", "day_one", "ends"),
    [
        ("over the summer bank holiday", date(2021, 8, 31), DayOne.DAY_AFTER, date(2021, 8, 19)),
        ("the day of publication counted as day 1", date(2021, 8, 31), DayOne.SAME_DAY, date(2021, 8, 20)),
        ("before a Monday", date(2026, 11, 23), DayOne.DAY_AFTER, date(2026, 11, 12)),
    ],
)
def test_seven_working_days_before(what: str, starts: date, day_one: DayOne, ends: date) -> None:
    assert subtract_working_days(starts, 7, day_one=day_one).last == ends


def test_a_count_names_its_first_day_and_the_holidays_that_it_skipped() -> None:
    count = add_working_days(date(2020, 12, 18), 15)
    assert count.first == date(2020, 12, 21)
    assert [(holiday.day, holiday.name) for holiday in count.skipped] == [
        (date(2020, 12, 25), "Christmas Day"),
        (date(2020, 12, 28), "Boxing Day"),
        (date(2021, 1, 1), "New Year’s Day"),
    ]
    assert count.warnings == ()


@pytest.mark.parametrize("starts", [date(2028, 12, 20), date(2011, 12, 1), date(2030, 5, 1)])
def test_a_count_outside_the_known_years_warns(starts: date) -> None:
    (warning,) = add_working_days(starts, 15).warnings
    assert "from 2012 to 2028 only" in warning


@pytest.mark.parametrize("days", [0, -1])
def test_a_period_has_at_least_one_day(days: int) -> None:
    with pytest.raises(ValueError, match="at least one working day"):
        add_working_days(date(2026, 1, 5), days)


@pytest.mark.parametrize(
    ("starts", "months", "ends"),
    [
        (date(2021, 1, 15), 6, date(2021, 7, 15)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2022, 8, 31), 6, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
    ],
)
def test_calendar_months(starts: date, months: int, ends: date) -> None:
    assert add_months(starts, months) == ends


@given(KNOWN, st.integers(1, 40), st.sampled_from(DayOne))
def test_a_count_ends_on_a_working_day_and_holds_as_many_as_asked(starts: date, days: int, day_one: DayOne) -> None:
    count = add_working_days(starts, days, day_one=day_one)
    assert is_working_day(count.last)
    assert working_days_between(count.first, count.last) == days - 1
    assert not any(is_working_day(holiday.day) for holiday in count.skipped)


@given(KNOWN, st.integers(1, 40))
def test_counting_back_undoes_counting_on(starts: date, days: int) -> None:
    on = add_working_days(starts, days).last
    back = subtract_working_days(on, days).last
    assert back <= starts
    assert working_days_between(back, starts) == 0


@given(KNOWN, KNOWN, KNOWN)
def test_working_days_between_add_up(one: date, two: date, three: date) -> None:
    first, middle, last = sorted((one, two, three))
    assert working_days_between(first, last) == working_days_between(first, middle) + working_days_between(middle, last)


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.integers(1, 24))
def test_months_end_in_the_right_month_and_never_on_a_later_day(starts: date, months: int) -> None:
    ends = add_months(starts, months)
    assert (ends.year * 12 + ends.month) - (starts.year * 12 + starts.month) == months
    assert ends.day <= starts.day


class TestProofAgainstASecondImplementation:
    """Every start from 2018 to 2028, against numpy's business days and the bank holidays of the package `holidays`.

    Both lists are the same for 2012 to 2028, one-off holidays included (the second also names weekend days). Ours ends
    there on purpose and warns: for the few counts that reach 2029, the second list is cut at the same year.
    """

    days_off = np.array(
        sorted(day for day in other_holidays.country_holidays("GB", subdiv="ENG", years=range(2012, 2029))),
        dtype="datetime64[D]",
    )
    starts = np.array(EVERY_START, dtype="datetime64[D]")

    def offset(self, days: int, roll: Literal["backward", "forward"]) -> list[date]:
        ends = np.busday_offset(self.starts, days, roll=roll, holidays=self.days_off)
        return list(ends.astype(object))

    def test_the_two_lists_of_holidays_are_the_same(self) -> None:
        known = bank_holidays()
        every = (date(2012, 1, 1) + timedelta(days=n) for n in range((known.last_day - known.first_day).days + 1))
        ours = [day for day in every if known.on(day)]
        assert ours == [day for day in self.days_off.astype(object) if day.weekday() < 5]

    @pytest.mark.parametrize("days", [1, 5, 15])
    def test_day_after(self, days: int) -> None:
        assert [add_working_days(day, days).last for day in EVERY_START] == self.offset(days, "backward")

    @pytest.mark.parametrize("days", [5, 15])
    def test_same_day(self, days: int) -> None:
        ours = [add_working_days(day, days, day_one=DayOne.SAME_DAY).last for day in EVERY_START]
        assert ours == self.offset(days - 1, "forward")

    def test_seven_before(self) -> None:
        assert [subtract_working_days(day, 7).last for day in EVERY_START] == self.offset(-7, "forward")

    def test_days_between(self) -> None:
        origin = date(2018, 1, 1)
        theirs = np.busday_count("2018-01-02", self.starts + 1, holidays=self.days_off)
        assert [working_days_between(origin, day) for day in EVERY_START[1:]] == list(theirs[1:])

    def test_only_counts_that_reach_past_the_list_warn(self) -> None:
        for day in EVERY_START:
            count = add_working_days(day, 15)
            assert bool(count.warnings) == (count.last > date(2028, 12, 31))
