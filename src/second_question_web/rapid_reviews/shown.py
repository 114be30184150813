"""A rapid review as its pages show it: the clock, the rules it began under, what was done to the clock."""

from dataclasses import dataclass
from datetime import date

from second_question.rules.rulesets import Ruleset, panel_guidance_on, ruleset
from second_question.rules.workflow import RapidReviewState
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.models import ClockChange, RapidReview
from second_question_web.ui import clocks
from second_question_web.ui.components import Deadline, Event, Status
from second_question_web.ui.filters import full_date, plural, weekday_date

TONES = {
    RapidReviewState.SUBMITTED: "waiting",
    RapidReviewState.PANEL_REPLIED: "done",
    RapidReviewState.CLOSED: "neutral",
}

_V = RapidReviewState
BEFORE_DECISION = (_V.OPEN, _V.GATHERING, _V.MEETING, _V.DRAFTING)
"""While it is in one of these, the dates that the partnership sets itself still matter."""


@dataclass(frozen=True)
class Shown:
    """What the page shows beside the record itself. `clock` is None when nothing is owed any more."""

    status: Status
    clock: Deadline | None
    first_due: date
    due: date
    explanation: str
    local_clocks: list[Deadline]
    rules: list[Ruleset]
    history: list[Event]
    is_running: bool
    is_paused: bool


def shown(review: RapidReview, on: date) -> Shown:
    """The review on that day."""
    found, state = queries.clock_of(review, on), RapidReviewState(review.state)
    closed, undecided = state is RapidReviewState.CLOSED, state in BEFORE_DECISION
    return Shown(
        status=Status(text=review.get_state_display(), tone=TONES.get(state, "open")),
        clock=None if closed else clocks.shown(found.deadline, found.standing, done=review.submitted_on),
        first_due=found.deadline.first_due,
        due=found.due,
        explanation=found.deadline.explanation,
        local_clocks=[clocks.shown(*local) for local in queries.local_clocks_of(review, on)] if undecided else [],
        rules=_rules(review),
        history=_history(review),
        is_running=queries.is_running(review),
        is_paused=found.deadline.paused_since is not None,
    )


def _rules(review: RapidReview) -> list[Ruleset]:
    """The statutory guidance that the review began under, and the Panel's own of that day."""
    panel = panel_guidance_on(review.opened_on)
    return [ruleset(review.ruleset), *([panel] if panel else [])]


def _history(review: RapidReview) -> list[Event]:
    """What happened to the clock, the latest first."""
    events = [Event(at=review.opened_on, title="Rapid review opened", text="The notification was sent.")]
    for change in review.clock_changes.all():
        events += _events_of(change)
    if review.submitted_on:
        events.append(Event(at=review.submitted_on, title="Rapid review sent to the Panel", text=review.late_reason))
    if review.closed_on:
        events.append(Event(at=review.closed_on, title="Rapid review closed", text="The notification was withdrawn."))
    return events[::-1]


def _events_of(change: ClockChange) -> list[Event]:
    if change.kind == ClockChange.Kind.EXTENSION:
        title = f"Extended by {plural(change.working_days, 'working day')}"
        return [Event(at=change.made_at, title=title, who=change.made_by, text=change.reason)]
    title = f"Paused from {weekday_date(change.from_on)}"
    events = [Event(at=change.made_at, title=title, who=change.made_by, text=change.reason)]
    if change.until_on and change.ended_at:
        text = f"The last day that did not count was {full_date(change.until_on)}."
        events.append(Event(at=change.ended_at, title="Pause ended", who=change.ended_by, text=text))
    return events
