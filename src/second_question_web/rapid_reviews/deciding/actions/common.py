"""What the actions of a decision share."""

from collections.abc import Sequence

from second_question.rules.review_completeness import Gap
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.ui.filters import plural

CHANGED_MEANWHILE = (
    "Somebody else changed this rapid review since you opened the page. What it says now is shown here, and what you typed "
    "is kept. Check it and send it again if it is still right."
)


class NotComplete(Refusal):
    """Answers are missing; `gaps` says which, each with its section and question."""

    def __init__(self, gaps: Sequence[Gap], what: str) -> None:
        are = "is" if len(gaps) == 1 else "are"
        super().__init__(f"{what} {plural(len(gaps), 'answer')} {are} missing, as listed on this page.")
        self.gaps = gaps


def refuse_stale(review: RapidReview, version: int) -> None:
    """Refuses what was decided on a page that is older than the review.

    Raises:
        Refusal: the review is no longer of that version.
    """
    if review.version != version:
        raise Refusal(CHANGED_MEANWHILE)


def subject_of(review: RapidReview) -> tuple[str, str]:
    """What a row of the trail names as its thing."""
    return ("rapid_review", review.notification.reference)
