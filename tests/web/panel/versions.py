"""Rapid reviews with versions that were sent, as the Panel finds them. The content of a version does not matter here."""

from datetime import datetime

from second_question_web.panel.actions import send_reply, write_reply
from second_question_web.panel.actions.replying import ReplyText
from second_question_web.panel.models import Reply
from second_question_web.rapid_reviews.models import Decision, RapidReview, Version
from tests.people import person
from tests.sent import at_noon, review_of, sent_notification

CAME = at_noon(2026, 11, 16)  # two weeks after the notification: in time
TEXT = ReplyText(
    advice="reconsider",
    words="The review shows a theme that recurs. Please think again.",
    quality=("RR11", "RR04"),
    quality_words="It asks why, and it names the child’s ethnicity.",
    signed_name="Max Oduya",
    signed_title="Panel member",
)


def sent_review(
    number: int = 1, at: str = "Wessenmere", outcome: str = "no_review", came: datetime = CAME
) -> RapidReview:
    """A review whose first version was sent at that moment."""
    review = review_of(sent_notification(number, at))
    return sent_again(review, outcome, came, after_advice=False)


def sent_again(review: RapidReview, outcome: str, at: datetime, *, after_advice: bool = True) -> RapidReview:
    """The same review with one more decision, and the version in which that was sent."""
    number = review.decisions.count() + 1
    facts = {"made_at": at, "made_by": "Dana Whitlock", "decided_on": at.date(), "after_advice": after_advice}
    why = "The Panel named two earlier reviews." if after_advice else ""
    decision = Decision.objects.create(review=review, number=number, outcome=outcome, why_changed=why, **facts)
    Version.objects.create(
        review=review,
        number=number,
        decision=decision,
        content="{}",
        content_hash="0" * 64,
        pages=9,
        sent_at=at,
        sent_on=at.date(),
        sent_by="Bea Okafor",
    )
    review.state, review.submitted_on = "submitted", review.submitted_on or at.date()
    review.save()
    return review


def drafted(review: RapidReview, by: str = "Petra", text: ReplyText = TEXT, row_version: int = 0) -> Reply:
    """A draft of the reply to its newest version."""
    when = at_noon(2026, 11, 18)
    return write_reply(review=review, by=person(by), text=text, row_version=row_version, now=when)


def replied(review: RapidReview, by: str = "Petra", text: ReplyText = TEXT, at: datetime | None = None) -> Reply:
    """The reply to its newest version, sent."""
    draft = drafted(review, by, text)
    when = at or at_noon(2026, 11, 19)
    return send_reply(review=review, by=person(by), row_version=draft.row_version, now=when)
