"""A partnership's own time limits for screening, counted by the rules from the day on which the referral came."""

from datetime import UTC, date, datetime

import pytest

from second_question_web.incidents.models import Referral
from second_question_web.incidents.referrals.clocks import Counted, counted
from second_question_web.partnerships.actions import add_local_clock, change_counting
from tests.people import partnership, person
from tests.web.referrals.making import referral

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)
CHRISTMAS_EVE = datetime(2026, 12, 24, 10, tzinfo=UTC)


def clock(days: int = 1, on: date = date(2026, 1, 1), starts_from: str = "referral_received") -> None:
    add_local_clock(
        by=person("Bea"),
        partnership=partnership(),
        name=f"Partners meet {days}",
        starts_from=starts_from,
        working_days=days,
        on=on,
    )


def due(of: Referral, today: date = MONDAY, decided: datetime | None = None) -> list[Counted]:
    return counted(Referral.objects.select_related("partnership").get(pk=of.pk), today, decided)


def test_one_working_day_from_a_friday_is_monday() -> None:
    clock()
    only = due(referral())[0]
    assert only.deadline.due == MONDAY
    assert only.standing.words == "Due today"


def test_the_start_can_be_day_one() -> None:
    change_counting(by=person("Bea"), partnership=partnership(), start_day_is_day_one=True)
    clock()
    assert due(referral())[0].deadline.due == date(2026, 11, 20)


def test_bank_holidays_are_left_out() -> None:
    clock()
    assert due(referral(now=CHRISTMAS_EVE), date(2026, 12, 29))[0].deadline.due == date(2026, 12, 29)


def test_a_clock_set_later_is_not_for_what_came_before() -> None:
    clock(on=MONDAY)
    assert due(referral()) == []


def test_a_clock_from_another_event_is_not_for_referrals() -> None:
    clock(starts_from="notification_sent")
    assert due(referral()) == []


def test_the_nearest_comes_first_and_a_decision_meets_them() -> None:
    clock(10)
    clock(1)
    found = due(referral(), decided=datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert [one.deadline.clock.length for one in found] == [1, 10]
    assert [one.standing.words for one in found] == [
        "Done on Tue 24 November 2026, 1 working day late",
        "Done on Tue 24 November 2026, in time",
    ]
