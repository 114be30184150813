"""The two clocks that a notification's pages show: notifying, and the rapid review that follows."""

from datetime import date

from django.urls import reverse

from second_question.rules.calendar import DayOne
from second_question.rules.clocks import clock
from second_question.rules.deadlines import Deadline, deadline
from second_question.rules.notification_codes import REASONS_WITHOUT_RAPID_REVIEW
from second_question.rules.rulesets import NoRulesetError, ruleset_on
from second_question.rules.standing import Standing, State, standing
from second_question_web.incidents.models import Notification
from second_question_web.ui.clocks import shown
from second_question_web.ui.components import Deadline as ShownDeadline


def notifying(notification: Notification, today: date) -> ShownDeadline | None:
    """Five working days from becoming aware; None while that day is not known, or no rules were in force."""
    due = _deadline(notification, "notification", notification.aware_on, today)
    if due is None:
        return None
    return shown(due, standing(due, today, done=notification.sent_on), done=notification.sent_on)


def working_days_late(notification: Notification, today: date) -> int:
    """How late it was notified, or would be today; 0 when in time or not known."""
    due = _deadline(notification, "notification", notification.aware_on, today)
    if due is None:
        return 0
    where: Standing = standing(due, today, done=notification.sent_on)
    return max(1, where.working_days) if where.state in (State.OVERDUE, State.DONE_LATE) else 0


def first_rapid_review_due(notification: Notification) -> Deadline | None:
    """When the rapid review was due as counted at sending; what moved it since is on the rapid review's own page."""
    imported = notification.origin == Notification.Origin.IMPORTED  # what came of it is not in this system
    if notification.sent_on is None or imported or notification.reason in REASONS_WITHOUT_RAPID_REVIEW:
        return None
    return _deadline(notification, "rapid_review", notification.sent_on, notification.sent_on)


def rapid_review_page(notification: Notification) -> str:
    """The address of the rapid review."""
    return reverse("rapid_review", args=[notification.reference])


def _deadline(notification: Notification, clock_id: str, starts: date | None, today: date) -> Deadline | None:
    if starts is None:
        return None
    same_day = notification.partnership is not None and notification.partnership.start_day_is_day_one
    convention = DayOne.SAME_DAY if same_day else DayOne.DAY_AFTER
    try:
        rules = notification.ruleset or ruleset_on(notification.sent_on or today).id
        return deadline(clock(clock_id), starts, ruleset=rules, convention=convention)
    except (NoRulesetError, ValueError):
        return None
