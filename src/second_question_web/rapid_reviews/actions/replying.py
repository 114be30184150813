"""What the Panel's reply, and the partnership's answer to it, do to the review itself. Parts of the Panel's actions.

None of this writes a row of the trail: the action that calls it does, once.
"""

from second_question.rules.access import Permission
from second_question.rules.workflow import RAPID_REVIEW
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.scope import taken
from second_question_web.trail.actions import Actor


def refuse_unless_with_the_panel(review: RapidReview) -> None:
    """Refuses to write a reply to a review that the partners have taken back, or have not sent.

    Raises:
        NotNow: the review is not with the Panel; the message says where it stands.
    """
    if not RAPID_REVIEW.can("record_reply", review.state):
        raise NotNow(
            f"This rapid review is “{review.get_state_display()}”. The Panel can reply when a version of it has come."
        )


def record_reply(review: RapidReview, by: Actor) -> RapidReview:
    """The Panel has replied to a review that is with it, or adds to its reply; gives the review as it is now.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the review is not with the Panel.
    """
    return _moved(review, by, Permission.PANEL_REPLY, "record_reply")


def record_answer(review: RapidReview, by: Actor, *, reconsiders: bool) -> RapidReview:
    """The partners stand by their decision, and it is with the Panel again; or they think again, and it opens for writing.

    Raises:
        PermissionDenied: not for this person.
        NotNow: there is no reply to answer.
    """
    return _moved(review, by, Permission.RAPID_REVIEW_SEND, "reconsider" if reconsiders else "answer")


def _moved(review: RapidReview, by: Actor, permission: Permission, step: str) -> RapidReview:
    locked = taken(by, permission, review)
    stages.move(locked, step)
    return locked
