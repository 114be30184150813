"""What is owed and by when, as one short line each: a case number, a clock, a date. Home page, calendar and alerts use it.

Nothing here says more of a case than its number.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache

from django.urls import reverse
from django.utils.timezone import localdate

from second_question.rules.clocks import clock, local_clock
from second_question.rules.deadlines import Deadline, deadline
from second_question.rules.rulesets import NoRulesetError, ruleset_on
from second_question.rules.standing import Standing, State, standing
from second_question_web.incidents.models import Notification, Referral
from second_question_web.incidents.referrals import clocks as referral_clocks
from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.counting import convention
from second_question_web.partnerships.models import LocalClock, Partnership
from second_question_web.rapid_reviews.queries import ReviewClock

NOTIFICATION, RAPID_REVIEW = "notification", "rapid_review"
LONGEST_TITLE = 60


@dataclass(frozen=True, kw_only=True)
class Due:
    """One clock of one case.

    `clock` is the id of a national clock or `local-` and a number. `page` is the name of the page to open. `version` goes
    up when the record behind it changes; `changed_at` is when that was, as far as it is known.
    """

    case: str
    clock: str
    title: str
    on: date
    standing: Standing
    page: str
    changed_at: datetime
    version: int = 0

    @property
    def address(self) -> str:
        """Where the case is; made when it is shown, because few of many lines are."""
        return reverse(self.page, args=[self.case])

    @property
    def is_overdue(self) -> bool:
        """Whether the date has passed."""
        return self.standing.state is State.OVERDUE

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands still."""
        return self.standing.state is State.PAUSED


def of_draft(draft: Notification, on: date) -> Due | None:
    """When a draft must be sent; None while nobody has said when the authority became aware of the incident."""
    if draft.aware_on is None:
        return None
    same_day = draft.partnership is not None and draft.partnership.start_day_is_day_one
    counted = _to_notify(draft.aware_on, same_day, on)
    if counted is None:
        return None
    return Due(
        case=draft.reference,
        clock=NOTIFICATION,
        title=counted.clock.title,
        on=counted.due,
        standing=standing(counted, on),
        page="notification",
        changed_at=draft.changed_at,
        version=draft.version,
    )


def of_review(found: ReviewClock) -> Due:
    """When a rapid review must be with the Panel."""
    changes = [change.made_at for change in found.review.clock_changes.all()] if was_moved(found) else []
    return Due(
        case=found.reference,
        clock=RAPID_REVIEW,
        title=found.deadline.clock.title,
        on=found.due,
        standing=found.standing,
        page="rapid_review",
        changed_at=max([_morning(found.review.opened_on), *changes]),
        version=found.review.version,
    )


def was_moved(found: ReviewClock) -> bool:
    """Whether a pause or an extension moved the review's clock."""
    return bool(found.deadline.pauses or found.deadline.extensions)


def local_of_review(found: ReviewClock, partnership: Partnership, on: date) -> list[Due]:
    """The partnership's own clocks from the day of sending that are still to come.

    Nothing says that one of them is met, so one that has passed is not called late: it is no longer shown.
    """
    opened = found.review.opened_on
    own = partnerships.local_clocks_for(partnership, LocalClock.StartsFrom.NOTIFICATION_SENT, opened)
    way = convention(found.review.start_day_is_day_one)
    counted = [
        deadline(
            local_clock(f"local_{clock.pk}", clock.name, "", clock.working_days), opened, ruleset="", convention=way
        )
        for clock in own
    ]
    lines = [_local(one, standing(one, on), found.reference, "rapid_review", opened) for one in counted]
    return [line for line in lines if not line.is_overdue]


def local_of_referral(referral: Referral, on: date) -> list[Due]:
    """The partnership's own clocks from the day of the referral; they run until it is decided."""
    made_on = localdate(referral.made_at)
    return [
        _local(found.deadline, found.standing, referral.reference, "referral", made_on)
        for found in referral_clocks.counted(referral, on, first_decided=None)
    ]


def soonest_first(lines: list[Due]) -> list[Due]:
    """In the order of their dates, then of their cases."""
    return sorted(lines, key=lambda line: (line.on, line.case, line.clock))


def _local(counted: Deadline, where: Standing, case: str, page: str, starts: date) -> Due:
    title = counted.clock.title
    return Due(
        case=case,
        clock=counted.clock.id.replace("_", "-"),
        title=title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…",
        on=counted.due,
        standing=where,
        page=page,
        changed_at=_morning(starts),
    )


@lru_cache(maxsize=1024)
def _to_notify(aware_on: date, same_day: bool, on: date) -> Deadline | None:
    """By the rules in force on that day; None before there were any."""
    try:
        rules = ruleset_on(on).id
    except NoRulesetError:
        return None
    return deadline(clock(NOTIFICATION), aware_on, ruleset=rules, convention=convention(same_day))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
