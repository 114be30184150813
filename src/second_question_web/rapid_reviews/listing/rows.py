"""A rapid review as a row of the list, and as a line of its file."""

from collections.abc import Collection
from datetime import date

from django.urls import reverse

from second_question.exchange.csv_out import Cell
from second_question.rules.standing import State
from second_question.rules.template.codes import OUTCOMES
from second_question.rules.workflow import RapidReviewState
from second_question_web.rapid_reviews.listing.queries import Listed
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.queries import ReviewClock, clock_of
from second_question_web.rapid_reviews.shown import TONES
from second_question_web.ui.components import SOON, Column, Link, Status
from second_question_web.ui.filters import short_date

OUTCOME_WORDS = {option.code: option.label for option in OUTCOMES}
COLUMNS = (
    Column(label="Reference", key="reference"),
    Column(label="Area", key="area"),
    Column(label="Opened", key="opened"),
    Column(label="Due"),
    Column(label="Time left"),
    Column(label="State", key="state"),
    Column(label="Latest decision"),
)
PART = Column(label="Our part")
LEAD, CONTRIBUTING = "Lead", "Contributing"
IN_FILE = (
    *("reference", "area", "opened_on", "due_on", "working_days_left", "sent_on", "state", "outcome"),
    "part",
)


def columns(own: Collection[int]) -> tuple[Column, ...]:
    """The headings; only those who read for a partnership have a part in a review."""
    return (*COLUMNS, PART) if own else COLUMNS


def row(listed: Listed, own: Collection[int], on: date) -> list[object]:
    """One row of the page."""
    review = listed.review
    clock = clock_of(review, on)
    shown = [
        Link(text=listed.reference, href=reverse("rapid_review", args=[listed.reference])),
        listed.area,
        short_date(review.opened_on),
        short_date(clock.due),
        _time_left(review, clock),
        Status(text=review.get_state_display(), tone=TONES.get(RapidReviewState(review.state), "open")),
        OUTCOME_WORDS.get(listed.outcome, "None yet"),
    ]
    return [*shown, _part(listed, own)] if own else shown


def line(listed: Listed, own: Collection[int], on: date) -> list[Cell]:
    """For `IN_FILE`. Days are below zero when it is late, and empty when nothing is owed any more."""
    review = listed.review
    clock = clock_of(review, on)
    owed = _is_owed(review, clock)
    return [
        listed.reference,
        listed.area,
        review.opened_on,
        clock.due,
        _days(clock) if owed else None,
        review.submitted_on,
        review.state,
        listed.outcome,
        _part(listed, own).lower() if own else "",
    ]


def _part(listed: Listed, own: Collection[int]) -> str:
    return LEAD if listed.lead in own else CONTRIBUTING


def _time_left(review: RapidReview, clock: ReviewClock) -> object:
    """A tag where somebody should look; plain words otherwise."""
    if review.state == RapidReviewState.CLOSED:
        return "Closed"
    if review.submitted_on:
        return f"Sent {short_date(review.submitted_on)}{', late' if review.submitted_on > clock.due else ''}"
    if clock.is_overdue:
        return Status(text=clock.standing.words, tone="late")
    if clock.standing.state is State.PAUSED:
        return Status(text=clock.standing.words, tone="waiting")
    near = clock.standing.working_days <= SOON
    return Status(text=clock.standing.words, tone="attention") if near else clock.standing.words


def _is_owed(review: RapidReview, clock: ReviewClock) -> bool:
    return review.state != RapidReviewState.CLOSED and review.submitted_on is None


def _days(clock: ReviewClock) -> int:
    return -clock.standing.working_days if clock.is_overdue else clock.standing.working_days
