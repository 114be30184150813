"""What the choice of day 1 means for a due date, shown beside the choice."""

from dataclasses import dataclass
from datetime import date, timedelta

from second_question.rules.calendar import DayOne, is_working_day
from second_question.rules.clocks import clock
from second_question.rules.deadlines import deadline
from second_question.rules.rulesets import ruleset_on

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Example:
    """A notification sent on a working day, and the due date of its rapid review under both ways of counting."""

    sent_on: date
    due: date
    due_otherwise: date


def convention(start_day_is_day_one: bool) -> DayOne:
    """The setting as the rules know it."""
    return DayOne.SAME_DAY if start_day_is_day_one else DayOne.DAY_AFTER


def example(start_day_is_day_one: bool, today: date) -> Example:
    """For a notification sent on the last working day up to today."""
    sent_on = today
    while not is_working_day(sent_on):
        sent_on -= ONE_DAY
    return Example(sent_on, _due(sent_on, start_day_is_day_one), _due(sent_on, not start_day_is_day_one))


def _due(sent_on: date, start_day_is_day_one: bool) -> date:
    ruleset = ruleset_on(sent_on).id
    way = convention(start_day_is_day_one)
    return deadline(clock("rapid_review"), sent_on, ruleset=ruleset, convention=way).due
