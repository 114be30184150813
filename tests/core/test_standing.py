"""Where a deadline stands on a day."""

from datetime import date

import pytest

from second_question.rules.clocks import clock
from second_question.rules.deadlines import deadline
from second_question.rules.pauses import Pause
from second_question.rules.standing import State, standing

DUE_13_JANUARY = deadline(clock("rapid_review"), date(2020, 12, 18), ruleset="working-together-2018")
ONLINE = deadline(clock("online_until"), date(2021, 8, 31), ruleset="working-together-2018")


@pytest.mark.parametrize(
    ("on", "state", "working_days", "words"),
    [
        (date(2020, 12, 18), State.RUNNING, 15, "15 working days left"),
        (date(2021, 1, 12), State.RUNNING, 1, "1 working day left"),
        (date(2021, 1, 13), State.DUE_TODAY, 0, "Due today"),
        (date(2021, 1, 14), State.OVERDUE, 1, "Overdue by 1 working day"),
        (date(2021, 1, 20), State.OVERDUE, 5, "Overdue by 5 working days"),
    ],
)
def test_days_left_and_days_late(on: date, state: State, working_days: int, words: str) -> None:
    found = standing(DUE_13_JANUARY, on)
    assert (found.state, found.working_days, found.words) == (state, working_days, words)


@pytest.mark.parametrize(
    ("on", "state", "words"),
    [
        (date(2026, 7, 4), State.RUNNING, "No working day left"),  # Saturday; due on the Sunday
        (date(2026, 7, 6), State.OVERDUE, "Overdue by 1 working day"),
    ],
)
def test_a_due_date_on_a_sunday(on: date, state: State, words: str) -> None:
    found = standing(deadline(clock("local_review"), date(2026, 1, 5), ruleset="working-together-2023"), on)
    assert (found.state, found.words) == (state, words)


def test_overdue_on_the_weekend_after_a_friday() -> None:
    due_on_friday = deadline(clock("notification"), date(2026, 11, 13), ruleset="working-together-2026")
    assert standing(due_on_friday, date(2026, 11, 21)).words == "Overdue since the last working day"


@pytest.mark.parametrize(
    ("done", "state", "working_days"),
    [
        (date(2021, 1, 13), State.DONE, 0),
        (date(2021, 1, 15), State.DONE_LATE, 2),
    ],
)
def test_done_in_time_or_late(done: date, state: State, working_days: int) -> None:
    found = standing(DUE_13_JANUARY, date(2026, 1, 1), done=done)
    assert (found.state, found.working_days) == (state, working_days)


@pytest.mark.parametrize(
    ("paused_from", "on", "state"),
    [
        (date(2021, 1, 4), date(2021, 1, 3), State.RUNNING),  # not yet
        (date(2021, 1, 4), date(2021, 2, 1), State.PAUSED),
        (date(2021, 1, 20), date(2021, 2, 1), State.OVERDUE),  # it was late before it was paused
    ],
)
def test_a_pause_that_has_not_ended(paused_from: date, on: date, state: State) -> None:
    paused = deadline(
        clock("rapid_review"),
        date(2020, 12, 18),
        ruleset="working-together-2018",
        pauses=[Pause(paused_from, None, "Inquest")],
    )
    assert standing(paused, on).state is state


@pytest.mark.parametrize(("on", "state"), [(date(2022, 8, 31), State.KEEP), (date(2022, 9, 1), State.ENDED)])
def test_what_must_stay_online_is_never_overdue(on: date, state: State) -> None:
    assert standing(ONLINE, on).state is state
