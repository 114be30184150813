"""When whoever owes a summary is reminded."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.rules.calendar import is_working_day
from second_question.rules.reminders import is_to_be_reminded, latest_reminder

DUE = date(2026, 11, 27)  # a Friday
ASKED = date(2026, 11, 20)
DAYS = st.dates(date(2021, 1, 4), date(2027, 12, 1))


@pytest.mark.parametrize(
    ("today", "latest", "why"),
    [
        (date(2026, 11, 24), None, "three working days before: too early"),
        (date(2026, 11, 25), date(2026, 11, 25), "two working days before"),
        (date(2026, 11, 27), date(2026, 11, 25), "on the day itself nobody is written to"),
        (date(2026, 11, 29), date(2026, 11, 25), "the Sunday after"),
        (date(2026, 11, 30), date(2026, 11, 30), "the working day after it was due"),
        (date(2026, 12, 2), date(2026, 11, 30), "the third day late"),
        (date(2026, 12, 3), date(2026, 12, 3), "three working days after the last"),
        (date(2026, 12, 30), date(2026, 12, 24), "Christmas and its Monday do not count"),
    ],
)
def test_the_last_day_on_which_a_reminder_was_to_be_sent(today: date, latest: date | None, why: str) -> None:
    assert latest_reminder(DUE, today) == latest, why


@pytest.mark.parametrize(
    ("heard", "today", "reminded"),
    [
        (ASKED, date(2026, 11, 25), True),
        (ASKED, date(2026, 11, 26), True),  # yesterday nobody looked
        (date(2026, 11, 25), date(2026, 11, 26), False),
        (date(2026, 11, 26), date(2026, 11, 27), False),  # asked with one day to go
        (date(2026, 11, 25), date(2026, 11, 30), True),
        (date(2026, 11, 30), date(2026, 12, 1), False),
    ],
)
def test_nobody_is_reminded_twice_for_the_same_day(heard: date, today: date, reminded: bool) -> None:
    assert is_to_be_reminded(DUE, heard, today) is reminded


@given(due=DAYS, days=st.integers(0, 60))
def test_a_reminder_is_for_a_working_day_and_never_for_one_to_come(due: date, days: int) -> None:
    today = due + timedelta(days)
    latest = latest_reminder(due, today)
    assert latest is not None
    assert latest <= today
    assert is_working_day(latest)


@given(due=DAYS)
def test_in_two_months_nobody_gets_more_than_a_letter_every_third_working_day(due: date) -> None:
    heard, sent = due - timedelta(14), 0
    for today in (due + timedelta(n - 14) for n in range(75)):
        if is_working_day(today) and is_to_be_reminded(due, heard, today):
            heard, sent = today, sent + 1
    assert 10 <= sent <= 1 + 1 + 45 // 3
