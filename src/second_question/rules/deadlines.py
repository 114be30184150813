"""From dates to due dates: a pure computation that shows how it counted.

Nothing here is stored or counted down by a job. The first due date is always kept beside the current one, which a pause
or an extension moves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from second_question.reference.holidays import BankHoliday, BankHolidays
from second_question.rules import calendar
from second_question.rules.calendar import ONE_DAY, DayOne, in_words
from second_question.rules.clocks import Clock, Direction, Unit
from second_question.rules.pauses import Extension, Pause


@dataclass(frozen=True)
class Deadline:
    """What a clock says for given dates.

    `due` is the current due date, `first_due` the one without pauses and extensions. With a pause that has not ended,
    `due` stands as it was and `paused_since` is set: it will move by the length of the pause when that is known.
    `day_one_on` is the day that was counted first; None for months. `skipped` are the bank holidays left out.
    """

    clock: Clock
    ruleset: str
    starts: date
    first_due: date
    due: date
    convention: DayOne
    day_one_on: date | None = None
    skipped: tuple[BankHoliday, ...] = ()
    warnings: tuple[str, ...] = ()
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Extension, ...] = ()

    @property
    def rule(self) -> str:
        """The rule in words."""
        return self.clock.rule

    @property
    def source(self) -> str:
        """Who says so."""
        return self.clock.source

    @property
    def verified(self) -> bool:
        """Whether the rule was read in a source that speaks of this ruleset."""
        return self.clock.verified(self.ruleset)

    @property
    def explanation(self) -> str:
        """How it was counted, for a person to read."""
        return _explain(self)

    def is_paused(self, day: date) -> bool:
        """Whether that day does not count."""
        return any(pause.covers(day) for pause in self.pauses)

    @property
    def paused_since(self) -> date | None:
        """The first day of a pause that has not ended."""
        return min((pause.first_day for pause in self.pauses if pause.last_day is None), default=None)


def deadline(
    clock: Clock,
    starts: date,
    *,
    ruleset: str,
    convention: DayOne = DayOne.DAY_AFTER,
    pauses: Sequence[Pause] = (),
    extensions: Sequence[Extension] = (),
    holidays: BankHolidays | None = None,
) -> Deadline:
    """When a clock that started on that day is due.

    Working days in a pause do not count; a clock in months is moved by the calendar days of the pause. Extensions come
    after, in the order given.

    Raises:
        ValueError: the ruleset does not have the clock, or a clock that runs backwards is paused or extended.
    """
    _refuse_what_cannot_be(clock, ruleset, bool(pauses or extensions))
    blank = Deadline(clock, ruleset, starts, first_due=starts, due=starts, convention=convention)
    first = _counted(blank, holidays)
    current = _counted(replace(blank, pauses=tuple(pauses)), holidays)
    for extension in extensions:
        current = _extended(current, extension, holidays)
    return replace(current, first_due=first.due)


def _refuse_what_cannot_be(clock: Clock, ruleset: str, moved: bool) -> None:
    if not clock.local and ruleset not in clock.rulesets:
        raise ValueError(f"The ruleset {ruleset!r} has no clock {clock.id!r}.")
    if clock.direction is Direction.DO_BEFORE and moved:
        raise ValueError(
            f"{clock.title!r} is counted back from a date. Move that date; it cannot be paused or extended."
        )


def _counted(blank: Deadline, holidays: BankHolidays | None) -> Deadline:
    clock, starts = blank.clock, blank.starts
    if clock.unit is Unit.MONTHS:
        return replace(blank, due=_moved_by_pauses(blank, calendar.add_months(starts, clock.length)))
    if clock.direction is Direction.DO_BEFORE:
        count = calendar.subtract_working_days(starts, clock.length, day_one=blank.convention, holidays=holidays)
    else:
        count = calendar.add_working_days(
            starts, clock.length, day_one=blank.convention, holidays=holidays, paused=blank.is_paused
        )
    return replace(blank, due=count.last, day_one_on=count.first, skipped=count.skipped, warnings=count.warnings)


def _moved_by_pauses(blank: Deadline, unpaused: date) -> date:
    """As many days after the start as without a pause, the paused ones not counted."""
    day, left = blank.starts, (unpaused - blank.starts).days
    while left:
        day += ONE_DAY
        left -= not blank.is_paused(day)
    return day


def _extended(current: Deadline, extension: Extension, holidays: BankHolidays | None) -> Deadline:
    extended = replace(current, extensions=(*current.extensions, extension))
    if extension.until is not None:
        return replace(extended, due=max(current.due, extension.until))
    more = calendar.add_working_days(
        current.due, extension.working_days or 0, holidays=holidays, paused=current.is_paused
    )
    warnings = tuple(dict.fromkeys(current.warnings + more.warnings))
    return replace(extended, due=more.last, skipped=current.skipped + more.skipped, warnings=warnings)


def _explain(deadline: Deadline) -> str:
    sentences = [_start(deadline), _skipped(deadline)]
    sentences += [pause.in_words() for pause in deadline.pauses]
    sentences += [extension.in_words() for extension in deadline.extensions]
    sentences.append(f"It ends on {in_words(deadline.due)}.")
    if deadline.due != deadline.first_due:
        sentences.append(f"First due on {in_words(deadline.first_due)}.")
    return " ".join(filter(None, sentences))


def _start(deadline: Deadline) -> str:
    back = "back " if deadline.clock.direction is Direction.DO_BEFORE else ""
    counted = f"Counted {back}from {in_words(deadline.starts)}, {deadline.clock.starts_when}"
    if deadline.day_one_on is None:
        return f"{counted}, in calendar months: the same day of the month, or its last day where it has no such day."
    convention = " (setting: the start itself can be day 1)" if deadline.convention is DayOne.SAME_DAY else ""
    return f"{counted}; day 1 is {in_words(deadline.day_one_on)}{convention}."


def _skipped(deadline: Deadline) -> str:
    if deadline.day_one_on is None and not deadline.skipped:
        return ""
    if not deadline.skipped:
        return "Weekends are not counted; no bank holiday falls in between."
    names = ", ".join(f"{in_words(holiday.day)} ({holiday.name})" for holiday in deadline.skipped)
    return f"Weekends are not counted; bank holidays skipped: {names}."
