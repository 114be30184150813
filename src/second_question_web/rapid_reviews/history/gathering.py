"""The events of reviews in their order, with the working days between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from second_question.rules.calendar import working_days_between
from second_question_web.rapid_reviews.happening import Happening, Stage
from second_question_web.rapid_reviews.history.sources import SOURCES
from second_question_web.rapid_reviews.models import ClockChange, RapidReview
from second_question_web.ui.filters import full_date, local, plural

MILESTONES = (
    (Stage.ASKED, "First agency asked", False),
    (Stage.RETURNED, "Last summary returned", True),
    (Stage.MET, "First meeting held", False),
    (Stage.DRAFTING_BEGAN, "First writing", False),
    (Stage.DECIDED, "First decision recorded", False),
    (Stage.SENT, "First sent to the Panel", False),
    (Stage.PANEL_REPLIED, "First reply of the Panel", False),
)
"""What a study of how reviews are done looks at first: the stage, its words, and whether the last of its kind counts."""


@dataclass(frozen=True)
class Entry:
    """One event of a review: how many working days after the opening it was, and after the event before it."""

    happening: Happening
    since_opening: int
    since_before: int


@dataclass(frozen=True)
class Milestone:
    """When a stage was reached: the day, and how many working days after the opening; None for not yet."""

    label: str
    on: date | None
    working_days: int | None


@dataclass(frozen=True)
class History:
    """Everything that happened to one review, the first first."""

    review: RapidReview
    happenings: Sequence[Happening]

    @cached_property
    def entries(self) -> list[Entry]:
        """Each event with the working days before it."""
        opened, before, made = self.review.opened_on, self.review.opened_on, []
        for one in self.happenings:
            made.append(Entry(one, working_days_between(opened, one.on), working_days_between(before, one.on)))
            before = one.on
        return made

    @property
    def milestones(self) -> list[Milestone]:
        """When each stage was reached."""
        return [self._milestone(*wanted) for wanted in MILESTONES]

    @property
    def longest_wait(self) -> Entry | None:
        """The event before which nothing happened for the longest; None when never longer than a day."""
        longest = max(self.entries, key=lambda entry: entry.since_before, default=None)
        return longest if longest and longest.since_before > 1 else None

    def before(self, entry: Entry) -> Happening | None:
        """The event before that one."""
        at = self.entries.index(entry)
        return self.entries[at - 1].happening if at else None

    def _milestone(self, stage: Stage, label: str, takes_last: bool) -> Milestone:
        days = [one.on for one in self.happenings if one.stage is stage]
        if not days:
            return Milestone(label, None, None)
        on = days[-1] if takes_last else days[0]
        return Milestone(label, on, working_days_between(self.review.opened_on, on))


def histories_of(reviews: Sequence[RapidReview]) -> list[History]:
    """The history of each of these reviews, whose notification and clock changes are fetched; six queries in all."""
    found: dict[int, list[Happening]] = {review.pk: list(_of_review(review)) for review in reviews}
    for source in SOURCES:
        for key, happening in source(list(found)):
            found[key].append(happening)
    return [_history(review, found[review.pk]) for review in reviews]


def history_of(review: RapidReview) -> History:
    """The history of one review that was fetched for the person."""
    return histories_of([review])[0]


def _history(review: RapidReview, found: list[Happening]) -> History:
    if review.submitted_on and not any(one.stage is Stage.SENT for one in found):
        found.append(Happening(review.submitted_on, Stage.SENT, "Written elsewhere"))
    return History(review, sorted(found, key=_order))


def _order(one: Happening) -> tuple[date, time]:
    """By the clocks of England; what has a day alone comes at the end of it."""
    at = local(one.at).time() if isinstance(one.at, datetime) else time.max
    return one.on, at


def _of_review(review: RapidReview) -> Iterator[Happening]:
    yield Happening(review.notification.sent_at or review.opened_on, Stage.OPENED)
    for change in review.clock_changes.all():
        yield from _of_clock(change)
    if review.closed_on:
        yield Happening(review.closed_on, Stage.CLOSED)


def _of_clock(change: ClockChange) -> Iterator[Happening]:
    if change.kind == ClockChange.Kind.EXTENSION:
        yield Happening(change.made_at, Stage.EXTENDED, plural(change.working_days, "working day"), change.made_by)
        return
    yield Happening(change.made_at, Stage.PAUSED, f"From {full_date(change.from_on)}", change.made_by)
    if change.ended_at:
        yield Happening(change.ended_at, Stage.RESUMED, f"Last day {full_date(change.until_on)}", change.ended_by)
