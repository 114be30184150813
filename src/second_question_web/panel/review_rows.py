"""A rapid review as a line of the Panel's list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from second_question.rules.workflow import RapidReviewState
from second_question_web.panel.models import Reply
from second_question_web.rapid_reviews import queries as rapid_reviews
from second_question_web.rapid_reviews.models import RapidReview, Version
from second_question_web.ui.components import Status
from second_question_web.ui.filters import plural

_V = RapidReviewState
WAITS = Status(text="Waits for a reply", tone="attention")
WAITS_AGAIN = Status(text="The partners have answered: waits again", tone="attention")
REPLIED = Status(text="Replied", tone="done")
THINKS_AGAIN = Status(text="The partners think again", tone="waiting")
CLOSED = Status(text="Closed", tone="neutral")


@dataclass(frozen=True)
class ReviewLine:
    """One line. `days` counts since the review came, or came back; None when nobody waits for the Panel."""

    version: Version
    late: Status
    status: Status
    reply: Reply | None
    days: int | None

    @property
    def days_in_words(self) -> str:
        """Since today; for 3 days."""
        return f"for {plural(self.days, 'day')}" if self.days else "since today"


def review_line(version: Version, on: date) -> ReviewLine:
    """The line of the newest version of a review on that day."""
    replies = list(version.replies.all())
    waits = version.review.state == _V.SUBMITTED
    return ReviewLine(
        version=version,
        late=lateness(version.review, on),
        status=standing_of(version.review, replies),
        reply=replies[-1] if replies else None,
        days=(on - _came_on(version, replies)).days if waits else None,
    )


def standing_of(review: RapidReview, replies: Sequence[Reply]) -> Status:
    """Where the review stands between the Panel and the partners."""
    if review.state == _V.SUBMITTED:
        return WAITS_AGAIN if replies else WAITS
    return {_V.PANEL_REPLIED: REPLIED, _V.CLOSED: CLOSED}.get(_V(review.state), THINKS_AGAIN)


def lateness(review: RapidReview, on: date) -> Status:
    """Whether the review reached the Panel in time."""
    due = rapid_reviews.clock_of(review, on).due
    late = review.submitted_on is not None and review.submitted_on > due
    return Status(text="Late", tone="late") if late else Status(text="In time", tone="done")


def _came_on(version: Version, replies: Sequence[Reply]) -> date:
    """The day on which it came, or on which the partners answered the last reply."""
    answer = getattr(replies[-1], "answer", None) if replies else None
    return localdate(answer.made_at) if answer else version.sent_on
