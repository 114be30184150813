"""Moving a review from state to state by the workflow table, and refusing what its state does not allow."""

from second_question.rules.workflow import RAPID_REVIEW, RapidReviewState, StepError
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import RapidReview

_V = RapidReviewState
WRITABLE = (_V.OPEN, _V.GATHERING, _V.MEETING, _V.DRAFTING, _V.DECIDED)
"""While it is in one of these, the text can be changed; a version that was sent never changes."""


def is_writable(review: RapidReview) -> bool:
    """Whether the text can be changed now."""
    return review.state in WRITABLE


def refuse_unless_writable(review: RapidReview) -> None:
    """Refuses a change of the text of a review that is with the Panel, answered or closed.

    Raises:
        NotNow: it cannot be changed now; the message says what can be done.
    """
    if not is_writable(review):
        raise NotNow(
            f"This rapid review is “{review.get_state_display()}”, so its text cannot be changed. "
            "After the Panel’s reply the partners can think again; then it opens for writing."
        )


def advance(review: RapidReview, step: str) -> None:
    """Takes a step that follows from what somebody did, where the table has it from here; saves when it moved."""
    if RAPID_REVIEW.can(step, review.state):
        move(review, step)


def move(review: RapidReview, step: str) -> str:
    """Takes a step of the workflow and saves the review; gives the state before.

    Raises:
        NotNow: the step is not possible from here.
    """
    before = str(review.state)
    try:
        review.state = RAPID_REVIEW.take(step, before)
    except StepError as refused:
        raise NotNow(str(refused)) from None
    review.version += 1
    review.save(update_fields=["state", "version"])
    return before
