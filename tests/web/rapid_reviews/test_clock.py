"""Pausing and extending a rapid review's clock; the first due date stays beside the current one (handbook 4)."""

from datetime import date, datetime

import pytest
from django.core.exceptions import PermissionDenied

from second_question.rules.standing import State
from second_question_web import pathway
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.actions import end_pause, extend_clock, pause_clock
from second_question_web.rapid_reviews.errors import ClockChangedMeanwhile, ClockRefusal
from second_question_web.rapid_reviews.models import ClockChange, RapidReview
from second_question_web.trail.models import Entry
from tests.people import person
from tests.sent import at_noon, review_of, sent_notification

pytestmark = pytest.mark.django_db
FIRST_DUE = date(2026, 11, 23)  # sent on Monday 2 November
ON_TUESDAY, ON_FRIDAY = date(2026, 11, 10), date(2026, 11, 13)
TUESDAY, FRIDAY = at_noon(2026, 11, 10), at_noon(2026, 11, 13)


def pause(review: RapidReview, first_day: date = ON_TUESDAY, now: datetime = TUESDAY, name: str = "Bea") -> None:
    pause_clock(
        review=review, by=person(name), first_day=first_day, reason="Police asked", version=review.version, now=now
    )


def resume(review: RapidReview, last_day: date = ON_FRIDAY, now: datetime = FRIDAY) -> None:
    current = RapidReview.objects.get(pk=review.pk)
    end_pause(review=current, by=person("Bea"), last_day=last_day, version=current.version, now=now)


def extend(review: RapidReview, days: int = 5, reason: str = "A parent is abroad", version: int | None = None) -> None:
    extend_clock(
        review=review,
        by=person("Bea"),
        working_days=days,
        reason=reason,
        version=review.version if version is None else version,
        now=TUESDAY,
    )


def due(review: RapidReview) -> tuple[date, date]:
    counted = queries.deadline_of(RapidReview.objects.get(pk=review.pk))
    return counted.first_due, counted.due


def test_fifteen_working_days_from_the_day_of_sending() -> None:
    assert due(review_of(sent_notification())) == (FIRST_DUE, FIRST_DUE)


def test_a_pause_moves_the_due_date_by_its_working_days_when_it_ends() -> None:
    review = review_of(sent_notification())
    pause(review)
    assert due(review) == (FIRST_DUE, FIRST_DUE)
    resume(review)
    assert due(review) == (FIRST_DUE, date(2026, 11, 27))  # Tuesday to Friday: four working days


def test_while_it_is_paused_it_is_neither_running_nor_late() -> None:
    review = review_of(sent_notification())
    pause(review)
    paused = queries.clock_of(RapidReview.objects.get(pk=review.pk), date(2026, 12, 24))
    assert (paused.standing.state, paused.is_overdue) == (State.PAUSED, False)


def test_an_extension_adds_working_days_and_never_takes_any() -> None:
    review = review_of(sent_notification())
    extend(review, 5)
    assert due(review) == (FIRST_DUE, date(2026, 11, 30))
    extend(RapidReview.objects.get(pk=review.pk), 1)
    assert due(review) == (FIRST_DUE, date(2026, 12, 1))


def test_each_change_is_one_row_with_the_due_date_before_and_after_but_no_reason() -> None:
    review = review_of(sent_notification())
    pause(review)
    resume(review)
    rows = Entry.objects.filter(action__startswith="clock.").order_by("number")
    assert [row.action for row in rows] == ["clock.pause", "clock.resume"]
    assert rows[1].before == {"due_on": "2026-11-23"}
    assert rows[1].after == {"paused_until": "2026-11-13", "due_on": "2026-11-27"}
    assert "Police" not in "".join(str(vars(row)) for row in rows)


def test_who_paused_and_who_ended_it_is_kept() -> None:
    review = review_of(sent_notification())
    pause(review, name="Dana")
    resume(review)
    change = ClockChange.objects.get()
    assert (change.made_by, change.ended_by, change.ended_at) == ("Dana Whitlock", "Bea Okafor", FRIDAY)


@pytest.mark.parametrize(
    ("first_day", "field"),
    [(date(2026, 11, 11), "first_day"), (date(2026, 11, 1), "first_day"), (date(2020, 1, 1), "first_day")],
)
def test_a_pause_begins_between_the_start_and_today(first_day: date, field: str) -> None:
    review = review_of(sent_notification())
    with pytest.raises(ClockRefusal) as refused:
        pause(review, first_day)
    assert refused.value.field == field
    assert not ClockChange.objects.exists()


def test_what_is_overdue_is_extended_not_paused() -> None:
    review = review_of(sent_notification())
    with pytest.raises(ClockRefusal, match="Extend it instead"):
        pause(review, date(2026, 11, 24), now=at_noon(2026, 11, 25))


def test_two_pauses_do_not_overlap() -> None:
    review = review_of(sent_notification())
    pause(review)
    with pytest.raises(ClockRefusal, match="paused already"):
        pause(RapidReview.objects.get(pk=review.pk))
    resume(review)
    with pytest.raises(ClockRefusal, match="paused before"):
        pause(RapidReview.objects.get(pk=review.pk), ON_FRIDAY, now=FRIDAY)


@pytest.mark.parametrize("last_day", [date(2026, 11, 9), date(2026, 11, 14)])
def test_a_pause_ends_between_its_start_and_today(last_day: date) -> None:
    review = review_of(sent_notification())
    pause(review)
    with pytest.raises(ClockRefusal) as refused:
        resume(review, last_day)
    assert refused.value.field == "last_day"


def test_there_must_be_a_pause_to_end() -> None:
    with pytest.raises(ClockRefusal, match="not paused"):
        resume(review_of(sent_notification()))


@pytest.mark.parametrize(
    ("days", "reason", "field"), [(0, "x", "working_days"), (61, "x", "working_days"), (5, " ", "reason")]
)
def test_an_extension_needs_a_reason_and_a_sensible_length(days: int, reason: str, field: str) -> None:
    review = review_of(sent_notification())
    with pytest.raises(ClockRefusal) as refused:
        extend(review, days, reason)
    assert refused.value.field == field


def test_a_second_press_or_a_second_tab_changes_nothing() -> None:
    review = review_of(sent_notification())
    extend(review)
    with pytest.raises(ClockChangedMeanwhile):
        extend(review, version=review.version)
    assert ClockChange.objects.count() == 1


def test_a_closed_review_cannot_be_moved() -> None:
    notification = sent_notification()
    pathway.follow("notification.withdrawn", notification=notification, by=person("Bea"), now=TUESDAY)
    with pytest.raises(ClockRefusal, match="no longer runs"):
        extend(review_of(notification))


@pytest.mark.parametrize("name", ["Noor", "Chidi", "Colm", "Petra", "Max", "Iris", "Audra", "Adam"])
def test_only_managers_and_partners_of_the_area_change_the_clock(name: str) -> None:
    review = review_of(sent_notification())
    with pytest.raises(PermissionDenied, match=r"clock\.change"):
        pause(review, name=name)
    assert not ClockChange.objects.exists()
