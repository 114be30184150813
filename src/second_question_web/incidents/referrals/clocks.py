"""The time limits that a partnership set for screening, counted for one referral by the rules (handbook 2, D8)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from second_question.rules.clocks import local_clock
from second_question.rules.deadlines import Deadline, deadline
from second_question.rules.standing import Standing, standing
from second_question_web.incidents.models import Referral
from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.counting import convention
from second_question_web.partnerships.models import LocalClock
from second_question_web.ui.clocks import shown
from second_question_web.ui.components import Deadline as ShownDeadline

STARTS_WHEN = "the day on which the referral was received"
NO_RULESET = ""  # a local clock belongs to none


@dataclass(frozen=True)
class Counted:
    """A local clock of one referral: when it is due, where it stands, and when it was met, if it was."""

    deadline: Deadline
    standing: Standing
    met_on: date | None


def counted(referral: Referral, today: date, first_decided: datetime | None) -> list[Counted]:
    """Every clock that the partnership had set when the referral came, by due date.

    A clock is met by the first decision; taking the screening up again does not start it anew.
    """
    received = timezone.localdate(referral.made_at)
    clocks = partnerships.local_clocks_for(referral.partnership, LocalClock.StartsFrom.REFERRAL_RECEIVED, received)
    met_on = timezone.localdate(first_decided) if first_decided else None
    due = [_due(clock, referral, received) for clock in clocks]
    found = [Counted(one, standing(one, today, done=met_on), met_on) for one in due]
    return sorted(found, key=lambda one: one.deadline.due)


def for_page(clocks: list[Counted]) -> list[ShownDeadline]:
    """The clocks as the page shows them."""
    return [shown(one.deadline, one.standing, done=one.met_on) for one in clocks]


def _due(clock: LocalClock, referral: Referral, received: date) -> Deadline:
    local = local_clock(f"local_{clock.pk}", clock.name, STARTS_WHEN, clock.working_days)
    return deadline(local, received, ruleset=NO_RULESET, convention=convention(referral.start_day_is_day_one))
