"""Which reviews are due to whom, for home pages, the calendar feed and the reminders."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from second_question_web.partnerships.models import LocalClock
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.actions import extend_clock
from second_question_web.trail.refusals import Hidden
from tests.people import grant_case, partnership, person
from tests.sent import at_noon, review_of, sent_notification

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 24)


def references(found: list[queries.ReviewClock]) -> list[str]:
    return [clock.reference for clock in found]


def test_the_soonest_due_comes_first_and_an_extension_counts() -> None:
    first, second = (sent_notification(n, now=at_noon(2026, 11, 1 + n)) for n in (1, 2))
    assert references(queries.due_reviews(person("Bea"), LATER)) == [first.reference, second.reference]
    extend_clock(
        review=review_of(first), by=person("Bea"), working_days=9, reason="Why", version=1, now=at_noon(2026, 11, 5)
    )
    assert references(queries.due_reviews(person("Bea"), LATER)) == [second.reference, first.reference]
    assert references(queries.due_reviews(person("Bea"), LATER, limit=1)) == [second.reference]


def test_overdue_begins_on_the_day_after_the_due_date() -> None:
    sent_notification()
    assert references(queries.overdue(date(2026, 11, 23))) == []
    assert references(queries.overdue(date(2026, 11, 24))) == ["SIN-2026-0001"]


@pytest.mark.parametrize(
    ("name", "count"),
    [("Bea", 1), ("Noor", 1), ("Sam", 1), ("Chidi", 1), ("Petra", 2), ("Max", 1), ("Iris", 0)]
    + [(nobody, 0) for nobody in ("Colm", "Leila", "Rhea", "Theo", "Audra", "Adam", "Olga")],
)
def test_each_sees_the_reviews_of_their_own_places(name: str, count: int) -> None:
    sent_notification(1)
    sent_notification(2, at="Norvale")
    assert len(queries.due_reviews(person(name), LATER)) == count
    assert len(queries.overdue(LATER, person(name))) == count


def test_a_reviewer_sees_the_one_case_that_was_given() -> None:
    notification = sent_notification()
    grant_case(person("Iris"), notification.reference)
    assert queries.review(person("Iris"), notification.reference).opened_on == date(2026, 11, 2)


@pytest.mark.parametrize("name", ["Noor", "Colm", "Theo", "Audra", "Adam"])
def test_a_review_elsewhere_is_as_if_it_were_not_there(name: str) -> None:
    notification = sent_notification()
    with pytest.raises(Hidden):
        queries.review(person(name), notification.reference)


def test_many_reviews_cost_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(1, 13):
        review = review_of(sent_notification(number))
        if number % 2:
            extend_clock(
                review=review, by=person("Bea"), working_days=1, reason="Why", version=1, now=at_noon(2026, 11, 5)
            )
    reader = person("Bea")
    assert reader.grants_now
    with django_assert_max_num_queries(3):
        assert len(queries.due_reviews(reader, LATER)) == 12


def test_the_start_day_can_be_day_one() -> None:
    where = partnership()
    where.start_day_is_day_one = True
    where.save()
    assert queries.deadline_of(review_of(sent_notification())).due == date(2026, 11, 20)


def test_local_clocks_run_beside_it_from_the_same_day() -> None:
    LocalClock.objects.create(
        partnership=partnership(), name="Agency summaries", starts_from="notification_sent", working_days=10
    )
    LocalClock.objects.create(
        partnership=partnership(), name="Partners meet", starts_from="referral_received", working_days=1
    )
    notification = sent_notification()
    found = queries.local_clocks_of(queries.review(person("Bea"), notification.reference), date(2026, 11, 16))
    assert [(d.clock.title, d.due, s.words) for d, s in found] == [
        ("Agency summaries", date(2026, 11, 16), "Due today")
    ]
