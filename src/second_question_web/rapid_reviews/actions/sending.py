"""A rapid review that was written elsewhere has been sent to the Panel."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.calendar import in_words
from second_question.rules.workflow import RAPID_REVIEW
from second_question_web.incidents.scope import must_reach
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.errors import ClockChangedMeanwhile, ClockRefusal
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import Actor, record


@transaction.atomic
def record_sent(
    *, review: RapidReview, by: Actor, sent_on: date, late_reason: str, version: int, now: datetime
) -> RapidReview:
    """Records on which day the review went to the Panel; its clock stops there. Late sending asks why.

    Raises:
        ClockRefusal: the day cannot be, it was late and no reason is given, or the review is sent or closed already.
        ClockChangedMeanwhile: the review is no longer of that version.
    """
    must_reach(by, Permission.RAPID_REVIEW_SEND, review.notification)
    locked = RapidReview.objects.select_for_update(of=("self",)).select_related("notification").get(pk=review.pk)
    if not RAPID_REVIEW.can("record_sent", locked.state):
        raise ClockRefusal(f"This rapid review is “{locked.get_state_display()}” already.")
    if locked.version != version:
        raise ClockChangedMeanwhile
    _refuse_day(locked, sent_on, localdate(now))
    _refuse_late_without_reason(locked, sent_on, late_reason)
    before = {"state": locked.state}
    locked.state, locked.submitted_on = RAPID_REVIEW.take("record_sent", locked.state), sent_on
    locked.late_reason = late_reason.strip()
    locked.version += 1
    locked.save(update_fields=["state", "submitted_on", "late_reason", "version"])
    reference = locked.notification.reference
    record(
        "rapid_review.record_sent",
        by=by,
        subject=("rapid_review", reference),
        case=reference,
        before=before,
        after={"state": locked.state, "sent_on": sent_on, "late": bool(locked.late_reason)},
        at=now,
    )
    return locked


def _refuse_day(review: RapidReview, sent_on: date, today: date) -> None:
    if sent_on > today:
        raise ClockRefusal("The day on which it was sent must not be in the future.", "sent_on")
    if sent_on < review.opened_on:
        raise ClockRefusal(f"The rapid review was only opened on {in_words(review.opened_on)}.", "sent_on")


def _refuse_late_without_reason(review: RapidReview, sent_on: date, late_reason: str) -> None:
    due = queries.deadline_of(review).due
    if sent_on > due and not late_reason.strip():
        raise ClockRefusal(f"It was due on {in_words(due)}. Say why it was late.", "late_reason")
