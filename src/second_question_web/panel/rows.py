"""An arrival as a line of the inbox."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ObjectDoesNotExist

from second_question.rules.notification_codes import NATURES
from second_question.rules.standing import State
from second_question.rules.workflow import RapidReviewState
from second_question_web.panel.models import Arrival
from second_question_web.rapid_reviews import queries as rapid_reviews
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.ui.components import SOON, Status
from second_question_web.ui.filters import plural

NATURE_WORDS = {option.code: option.label for option in NATURES}
NOT_NEEDED = Status(text="No rapid review needed", tone="neutral")


@dataclass(frozen=True)
class Line:
    """One line: the arrival, what it is, and its rapid review. `due` is None when none is owed."""

    arrival: Arrival
    nature: str
    children: str
    withdrawn: bool
    due: date | None
    status: Status


def line(arrival: Arrival, on: date) -> Line:
    """The line of an arrival on that day."""
    notification = arrival.notification
    review = _review_of(arrival)
    due, status = _clock(review, on) if review else (None, NOT_NEEDED)
    return Line(
        arrival=arrival,
        nature=NATURE_WORDS.get(notification.nature, "Not known"),
        children=plural(notification.number_of_children, "child", "children"),
        withdrawn=notification.state == "withdrawn",
        due=due,
        status=status,
    )


def _review_of(arrival: Arrival) -> RapidReview | None:
    try:
        return arrival.notification.rapid_review
    except ObjectDoesNotExist:
        return None


def _clock(review: RapidReview, on: date) -> tuple[date | None, Status]:
    if review.state == RapidReviewState.CLOSED:
        return None, Status(text="Closed", tone="neutral")
    found = rapid_reviews.clock_of(review, on)
    if review.submitted_on:
        return found.due, Status(text="Received", tone="done")
    if found.is_overdue:
        return found.due, Status(text=found.standing.words, tone="late")
    paused = found.standing.state is State.PAUSED
    near = found.standing.working_days <= SOON
    return found.due, Status(text=found.standing.words, tone="waiting" if paused else "attention" if near else "open")
