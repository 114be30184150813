"""A deadline of the rules as the page component that shows it, with how it was counted."""

from datetime import date

from second_question.rules.calendar import DayOne
from second_question.rules.clocks import Unit
from second_question.rules.deadlines import Deadline
from second_question.rules.standing import Standing, State
from second_question_web.ui.components import Deadline as ShownDeadline
from second_question_web.ui.components import SkippedDay

_COUNTING = {
    DayOne.DAY_AFTER: "The first working day after it is day 1. Weekends are not counted.",
    DayOne.SAME_DAY: "It is day 1 itself when it is a working day (a setting of the partnership). Weekends are not counted.",
}
_MONTHS = "Counted in calendar months: the same day of the month, or its last day where it has no such day."


def shown(
    deadline: Deadline, standing: Standing, *, done: date | None = None, label: str = "", href: str = ""
) -> ShownDeadline:
    """The deadline for `ui/components/clock.html`; the label is the clock's title unless another is given.

    `done` is the day that `standing` was asked with.
    """
    overdue, paused = standing.state is State.OVERDUE, standing.state is State.PAUSED
    days = -max(1, standing.working_days) if overdue else standing.working_days
    return ShownDeadline(
        label=label or deadline.clock.title,
        due=deadline.due,
        working_days_left=days,
        rule=deadline.rule,
        starts=deadline.starts,
        source=deadline.source,
        counting=_MONTHS if deadline.clock.unit is Unit.MONTHS else _COUNTING[deadline.convention],
        unverified=_unverified(deadline),
        skipped=[SkippedDay(on=holiday.day, why=holiday.name) for holiday in deadline.skipped],
        first_due=deadline.first_due if deadline.first_due != deadline.due else None,
        reason=_reasons(deadline),
        met_on=done,
        paused_since=deadline.paused_since if paused else None,
        words="" if done or paused else standing.words,
        href=href,
    )


def _unverified(deadline: Deadline) -> str:
    if deadline.verified:
        return " ".join(deadline.warnings)
    return " ".join(("Nobody has read this rule in a source that speaks of these rules.", *deadline.warnings))


def _reasons(deadline: Deadline) -> str:
    return "; ".join([p.reason for p in deadline.pauses] + [e.reason for e in deadline.extensions])
