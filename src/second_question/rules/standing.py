"""Where a deadline stands on a day: time left, due, overdue, paused, done. Computed each time it is shown."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from second_question.reference.holidays import BankHolidays
from second_question.rules.calendar import in_words, working_days_between
from second_question.rules.clocks import Direction
from second_question.rules.deadlines import Deadline


class State(StrEnum):
    """Where a deadline stands."""

    RUNNING = "running"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    PAUSED = "paused"
    DONE = "done"
    DONE_LATE = "done_late"
    KEEP = "keep"  # what must stay as it is, still must
    ENDED = "ended"  # and no longer must


@dataclass(frozen=True)
class Standing:
    """Where a deadline stands. `working_days` are those left, or those late; none for the other states."""

    state: State
    working_days: int
    words: str


def standing(
    deadline: Deadline, on: date, *, done: date | None = None, holidays: BankHolidays | None = None
) -> Standing:
    """Where the deadline stands on that day; `done` is when what it asks for was done, if it was."""
    if deadline.clock.direction is Direction.KEEP_UNTIL:
        return _keeping(deadline, on)
    if done is not None:
        return _done(deadline, done, holidays)
    paused = deadline.paused_since
    if paused is not None and paused <= min(on, deadline.due):
        return Standing(State.PAUSED, 0, f"Paused since {in_words(paused)}")
    if on > deadline.due:
        late = working_days_between(deadline.due, on, holidays)
        return Standing(
            State.OVERDUE, late, f"Overdue by {_days(late)}" if late else "Overdue since the last working day"
        )
    if on == deadline.due:
        return Standing(State.DUE_TODAY, 0, "Due today")
    left = working_days_between(on, deadline.due, holidays)
    return Standing(State.RUNNING, left, f"{_days(left)} left" if left else "No working day left")


def _done(deadline: Deadline, done: date, holidays: BankHolidays | None) -> Standing:
    if done <= deadline.due:
        return Standing(State.DONE, 0, f"Done on {in_words(done)}, in time")
    late = working_days_between(deadline.due, done, holidays)
    return Standing(State.DONE_LATE, late, f"Done on {in_words(done)}, {_days(late)} late")


def _keeping(deadline: Deadline, on: date) -> Standing:
    if on <= deadline.due:
        return Standing(State.KEEP, 0, f"Until at least {in_words(deadline.due)}")
    return Standing(State.ENDED, 0, f"Ended on {in_words(deadline.due)}")


def _days(number: int) -> str:
    return "1 working day" if number == 1 else f"{number} working days"
