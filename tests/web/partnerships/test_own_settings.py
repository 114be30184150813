"""A partnership's own clocks, its counting and its address; what already runs keeps what it began with."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.partnerships import actions, queries
from second_question_web.partnerships.errors import CannotChange
from second_question_web.partnerships.models import LocalClock
from second_question_web.trail.models import Entry
from tests.people import partnership, person

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 20)
REFERRAL = LocalClock.StartsFrom.REFERRAL_RECEIVED


def add(days: int = 1, name: str = "Partners meet", who: str = "Bea") -> LocalClock:
    return actions.add_local_clock(
        by=person(who), partnership=partnership(), name=name, starts_from=REFERRAL, working_days=days, on=TUESDAY
    )


def clocks_on(day: date) -> list[str]:
    return [clock.name for clock in queries.local_clocks_for(partnership(), REFERRAL, day)]


def test_a_clock_is_for_what_begins_from_its_first_day() -> None:
    add()
    assert clocks_on(MONDAY) == []
    assert clocks_on(TUESDAY) == ["Partners meet"]


def test_a_clock_that_ended_stays_with_what_began_before() -> None:
    clock = add()
    actions.end_local_clock(by=person("Bea"), partnership=partnership(), clock=clock.pk, on=TUESDAY)
    assert clocks_on(TUESDAY) == ["Partners meet"]
    assert clocks_on(FRIDAY) == []
    assert list(queries.local_clocks(partnership())) == []


def test_a_clock_asked_for_twice_is_set_once() -> None:
    assert add() == add()
    assert Entry.objects.filter(action="partnership.add_clock").count() == 1


@pytest.mark.parametrize(
    ("days", "name", "field"), [(0, "Partners meet", "working_days"), (251, "Long", "working_days"), (5, " ", "name")]
)
def test_a_clock_that_makes_no_sense_is_refused(days: int, name: str, field: str) -> None:
    with pytest.raises(CannotChange) as refused:
        add(days, name)
    assert refused.value.field == field


def test_two_running_clocks_cannot_have_one_name() -> None:
    add(1)
    with pytest.raises(CannotChange, match="is running"):
        add(2, "partners MEET")


def test_counting_changes_with_before_and_after() -> None:
    actions.change_counting(by=person("Bea"), partnership=partnership(), start_day_is_day_one=True)
    row = Entry.objects.get(action="partnership.change_counting")
    assert (row.before, row.after) == ({"start_day_is_day_one": False}, {"start_day_is_day_one": True})
    assert partnership().start_day_is_day_one


def test_the_same_again_leaves_no_row() -> None:
    actions.change_counting(by=person("Bea"), partnership=partnership(), start_day_is_day_one=False)
    actions.change_email(by=person("Bea"), partnership=partnership(), email="")
    assert not Entry.objects.filter(action__startswith="partnership.").exists()


@pytest.mark.parametrize("who", ["Noor", "Adam", "Sam", "Audra"])
def test_only_the_own_business_manager_changes_clocks(who: str) -> None:
    with pytest.raises(PermissionDenied):
        add(who=who)
