"""A rapid review is opened and closed by what happens to its notification (see `pathway`)."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.notification_codes import REASONS_WITHOUT_RAPID_REVIEW
from second_question.rules.rulesets import ruleset_on
from second_question.rules.workflow import RAPID_REVIEW, RapidReviewState
from second_question_web.incidents.scope import must_reach
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.seeding import take_over
from second_question_web.trail.actions import Actor, record

if TYPE_CHECKING:
    from second_question_web.incidents.models import Notification


@transaction.atomic
def open_review(*, notification: "Notification", by: Actor, now: datetime) -> RapidReview | None:
    """Opens the rapid review of a notification that was sent; its clock starts on that day (N8), and it begins with what the
    notification says.

    Opening it again changes nothing. None for a notification that needs no rapid review: the death of a looked-after
    child without suspected abuse, and of a care leaver (handbook 2, section 1.1).
    """
    must_reach(by, Permission.NOTIFICATION_SEND, notification)
    if notification.reason in REASONS_WITHOUT_RAPID_REVIEW:
        return None
    opened_on = notification.sent_on or localdate(now)
    ruleset = notification.ruleset or ruleset_on(opened_on).id
    review, is_new = RapidReview.objects.get_or_create(
        notification=notification,
        defaults={"opened_on": opened_on, "ruleset": ruleset, "start_day_is_day_one": _day_one_setting(notification)},
    )
    if is_new:
        take_over(review, notification, by.trail_name, now)
        _record(review, "rapid_review.begin", by, now, after={"opened_on": opened_on, "ruleset": ruleset})
    return review


@transaction.atomic
def close_review(*, notification: "Notification", by: Actor, now: datetime) -> RapidReview | None:
    """Closes the rapid review of a notification that was withdrawn. Closing it again changes nothing; None without one."""
    must_reach(by, Permission.NOTIFICATION_WITHDRAW, notification)
    review = RapidReview.objects.select_for_update().filter(notification=notification).first()
    if review is None or review.state == RapidReviewState.CLOSED:
        return review
    before = review.state
    review.state = RAPID_REVIEW.take("close", before)
    review.closed_on = localdate(now)
    review.version += 1
    review.save(update_fields=["state", "closed_on", "version"])
    _record(review, "rapid_review.close", by, now, before={"state": before}, after={"state": review.state})
    return review


def _day_one_setting(notification: "Notification") -> bool:
    return notification.partnership is not None and notification.partnership.start_day_is_day_one


def _record(
    review: RapidReview,
    action: str,
    by: Actor,
    now: datetime,
    *,
    before: dict[str, object] | None = None,
    after: dict[str, object],
    reason: str = "",
) -> None:
    reference = review.notification.reference
    record(
        action,
        by=by,
        subject=("rapid_review", reference),
        case=reference,
        before=before or {},
        after=after,
        reason=reason,
        at=now,
    )
