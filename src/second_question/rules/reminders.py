"""When whoever owes something is reminded of it: once before its day, once after, and then at a steady pace.

The days are ours: no guidance says when an agency is to be reminded of its summary. Few e-mails are read; many are not
(handbook 4, OpenProject).
"""

from datetime import date

from second_question.rules.calendar import add_working_days, subtract_working_days, working_days_between

AHEAD = 2
"""Working days before the day on which it is due."""
EVERY = 3
"""Working days from one reminder to the next, after the first on the working day after it was due."""


def latest_reminder(due_on: date, today: date) -> date | None:
    """The last day up to today on which a reminder was to be sent; None when the first is still to come."""
    ahead = subtract_working_days(due_on, AHEAD).last
    if today < ahead:
        return None
    late = working_days_between(due_on, today)
    if not late:
        return ahead
    return add_working_days(due_on, late - (late - 1) % EVERY).last


def is_to_be_reminded(due_on: date, last_heard_on: date, today: date) -> bool:
    """Whether a reminder is to be sent today: one was due since the day on which they last heard from us.

    A day on which nobody looked, because the machine was off, is made up for.
    """
    latest = latest_reminder(due_on, today)
    return latest is not None and last_heard_on < latest
