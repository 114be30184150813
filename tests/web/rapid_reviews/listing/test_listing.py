"""The list of rapid reviews: what each person sees of it, narrowed, sorted, a page at a time, and as a file."""

import csv
import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question.rules.calendar import DayOne
from second_question_web.people.models import Grant
from second_question_web.rapid_reviews.actions import extend_clock
from second_question_web.rapid_reviews.areas.actions import add_area
from second_question_web.rapid_reviews.listing.late import last_start_overdue
from second_question_web.rapid_reviews.listing.queries import Wanted, known_from, listing
from second_question_web.rapid_reviews.models import Decision, RapidReview, Version
from second_question_web.rapid_reviews.queries import clock_of
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, partnership, person
from tests.sent import at_noon, review_of, sent_notification
from tests.web.rapid_reviews.meetings import given_clock

pytestmark = pytest.mark.django_db
TODAY = at_noon(2026, 11, 24)  # what was sent on Monday 2 November was due on Monday 23 November
READERS = {"Bea", "Dana", "Sam", "Chidi", "Petra", "Max"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    given_clock.give(monkeypatch, TODAY)


def review(number: int = 1, at: str = "Wessenmere", sent: datetime | None = None) -> RapidReview:
    return review_of(sent_notification(number, at, sent or at_noon(2026, 11, 2)))


def decided(of: RapidReview, outcome: str, number: int = 1, *, sent: bool = False) -> None:
    """A decision, in a version that reached the Panel or still to be sent."""
    facts = {"decided_on": TODAY.date(), "made_at": TODAY, "made_by": "Dana Whitlock"}
    made = Decision.objects.create(review=of, number=number, outcome=outcome, **facts)
    if sent:
        version = {"content": "{}", "content_hash": "h", "sent_at": TODAY, "sent_on": TODAY.date(), "sent_by": "Bea"}
        Version.objects.create(review=of, number=number, decision=made, **version)


def found(name: str, sort: str = "opened", **wanted: Any) -> list[str]:
    """The last digits of the references that the person finds."""
    rows = listing(person(name), TODAY.date()).wanted(Wanted(**wanted), sort)
    return [one.notification.reference[-1] for one in rows]


def read(client: Client, name: str = "Bea", **query: str) -> BeautifulSoup:
    client.force_login(person(name))
    answer = client.get("/rapid-reviews/", query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def rows_of(page: BeautifulSoup) -> list[list[str]]:
    rows = page.select("#table tbody tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")] for row in rows]


def test_a_row_says_whose_it_is_when_it_is_due_and_what_was_decided(client: Client) -> None:
    one = review()
    decided(one, "no_review")
    (row,) = rows_of(read(client))
    assert row == [
        *("SIN-2026-0001", "Wessenmere Safeguarding Children Partnership", "2 Nov 2026", "23 Nov 2026"),
        *("Overdue by 1 working day", "Open", "No local review", "Lead"),
    ]


def test_a_review_of_another_area_is_marked_as_contributing(client: Client) -> None:
    add_area(review=review(), by=person("Bea"), partnership=partnership("Norvale"), reason="A brother", now=TODAY)
    (row,) = rows_of(read(client, "Noor"))
    assert row[-1] == "Contributing"


def test_those_who_read_for_england_have_no_part(client: Client) -> None:
    review()
    headings = [heading.get_text() for heading in read(client, "Petra").select("th[scope=col]")]
    assert not any("Our part" in heading for heading in headings)


@pytest.mark.parametrize("name", sorted(set(CHARACTERS) - {"Iris"}))
def test_who_opens_it(client: Client, name: str) -> None:
    review()
    client.force_login(person(name))
    for address in ("/rapid-reviews/", "/rapid-reviews/download.csv"):
        assert (client.get(address).status_code == 200) is (name in READERS | {"Noor"})


def test_each_sees_the_reviews_within_reach() -> None:
    review(1)
    review(2, "Norvale")
    assert [found(name) for name in ("Bea", "Noor", "Max", "Petra")] == [["1"], ["2"], ["1"], ["1", "2"]]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["1", "2", "3"]),
        ({"state": "decided"}, ["2"]),
        ({"late": "yes"}, ["1", "2"]),
        ({"state": "decided", "late": "yes"}, ["2"]),
        ({"state": "closed"}, []),
        ({"area": "norvale"}, ["3"]),
        ({"area": "Z06000001"}, ["1", "2"]),
        ({"outcome": "none"}, ["1", "3"]),
        ({"outcome": "other_action"}, ["2"]),
        ({"outcome": "no_review"}, []),
        ({"opened_from": date(2026, 11, 3)}, ["2", "3"]),
        ({"opened_until": date(2026, 11, 3)}, ["1", "2"]),
        ({"late": "yes", "opened_from": date(2026, 11, 3)}, ["2"]),
    ],
)
def test_what_narrows_it(wanted: dict[str, Any], expected: list[str]) -> None:
    review(1)
    second = review(2, sent=at_noon(2026, 11, 3))
    RapidReview.objects.filter(pk=second.pk).update(state="decided", start_day_is_day_one=True)
    review(3, "Norvale", sent=at_noon(2026, 11, 20))
    decided(second, "no_review", 1, sent=True)
    decided(second, "other_action", 2, sent=True)
    assert found("Petra", "opened", **wanted) == expected
    of = listing(person("Petra"), TODAY.date())
    assert known_from(of.counts(), Wanted(**wanted)) in (len(expected), None)


def test_a_state_and_lateness_need_no_counting_and_the_rest_does() -> None:
    counts = {"decided": (3, 1), "returned": (2, 0)}
    asked = (Wanted(), Wanted(state="decided"), Wanted(late="yes"), Wanted(state="closed"), Wanted(area="norvale"))
    assert [known_from(counts, wanted) for wanted in asked] == [5, 3, 1, 0, None]


def test_late_reckons_with_clocks_that_were_moved() -> None:
    moved = review(1)
    extend_clock(review=moved, by=person("Bea"), working_days=5, reason="Why", version=1, now=at_noon(2026, 11, 5))
    review(2)
    assert found("Bea", late="yes") == ["2"]
    RapidReview.objects.filter(pk=moved.pk).update(opened_on=date(2026, 10, 20))
    assert found("Bea", late="yes") == ["1", "2"]


def test_what_was_sent_is_late_no_more() -> None:
    review()
    RapidReview.objects.update(state="submitted", submitted_on=TODAY.date())
    assert found("Bea", late="yes") == []


@pytest.mark.parametrize("on", [date(2026, 11, 24), date(2026, 12, 29), date(2027, 1, 4)])
def test_the_threshold_agrees_with_the_clock(on: date) -> None:
    """What began on that day is overdue; what began on the next is not."""
    last = last_start_overdue(on, DayOne.DAY_AFTER)
    review()
    for opened, is_late in ((last, True), (last + timedelta(days=1), False)):
        RapidReview.objects.update(opened_on=opened)
        assert clock_of(RapidReview.objects.get(), on).is_overdue is is_late


def test_the_panel_knows_a_decision_only_when_it_was_sent(client: Client) -> None:
    one = review()
    decided(one, "local_review", 1, sent=True)
    decided(one, "no_review", 2)
    assert rows_of(read(client, "Bea"))[0][6] == "No local review"
    assert rows_of(read(client, "Petra"))[0][6] == "A local child safeguarding practice review"
    assert (found("Bea", outcome="no_review"), found("Petra", outcome="no_review")) == (["1"], [])
    assert (found("Bea", outcome="local_review"), found("Petra", outcome="local_review")) == ([], ["1"])


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("opened", ["1", "2"]),
        ("-opened", ["2", "1"]),
        ("reference", ["1", "2"]),
        ("-reference", ["2", "1"]),
        ("area", ["2", "1"]),
        ("-state", ["1", "2"]),
    ],
)
def test_it_is_sorted_as_asked(sort: str, expected: list[str]) -> None:
    review(1)
    review(2, "Norvale", sent=at_noon(2026, 11, 3))
    RapidReview.objects.filter(opened_on=date(2026, 11, 3)).update(state="decided")
    assert found("Petra", sort) == expected


def test_the_counts_lead_to_the_reviews_of_each_state(client: Client) -> None:
    review(1)
    review(2)
    RapidReview.objects.filter(notification__reference="SIN-2026-0002").update(state="drafting")
    stages = {stage.a.get_text(): stage for stage in read(client).select(".sq-pipeline__stage") if stage.a}
    assert set(stages) == {"Open", "Being drafted"}
    assert "1 late" in " ".join(stages["Open"].get_text(" ").split())
    assert rows_of(read(client, state="drafting"))[0][0] == "SIN-2026-0002"


def test_what_cannot_be_read_is_said_and_narrows_nothing(client: Client) -> None:
    review()
    page = read(client, opened_from="yesterday", sort="nonsense", page="99")
    assert "Opened from must be a date" in page.select(".govuk-error-summary")[0].get_text()
    assert len(rows_of(page)) == 1


def test_the_file_is_exactly_the_list(client: Client) -> None:
    review(1)
    late = review(2)
    decided(late, "other_action")
    RapidReview.objects.filter(pk=late.pk).update(state="submitted", submitted_on=date(2026, 11, 24))
    client.force_login(person("Bea"))
    answer = client.get("/rapid-reviews/download.csv", {"state": "submitted"})
    (line,) = csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig")))
    assert line == {
        "reference": "SIN-2026-0002",
        "area": "Wessenmere Safeguarding Children Partnership",
        "opened_on": "2026-11-02",
        "due_on": "2026-11-23",
        "working_days_left": "",
        "sent_on": "2026-11-24",
        "state": "submitted",
        "outcome": "other_action",
        "part": "lead",
    }


def test_days_that_it_is_late_are_below_zero_in_the_file(client: Client) -> None:
    review()
    client.force_login(person("Petra"))
    content = client.get("/rapid-reviews/download.csv").getvalue().decode("utf-8-sig")
    (line,) = csv.DictReader(io.StringIO(content))
    assert (line["working_days_left"], line["part"]) == ("-1", "")


def test_reading_and_downloading_are_in_the_trail_with_the_filters(client: Client) -> None:
    review()
    read(client, state="open")
    client.get("/rapid-reviews/download.csv", {"state": "open"})
    assert Entry.objects.get(action="rapid_review.list").after == {"filter": {"state": "open"}}
    assert Entry.objects.get(action="rapid_review.download").after == {"filter": {"state": "open"}, "reviews": 1}


@pytest.mark.parametrize("name", ["Bea", "Petra"])
def test_it_costs_few_queries(client: Client, name: str, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(1, 5):
        one = review(number)
        decided(one, "no_review", sent=True)
        extend_clock(review=one, by=person("Bea"), working_days=1, reason="Why", version=1, now=at_noon(2026, 11, 5))
    client.force_login(person(name))
    with django_assert_max_num_queries(15):
        client.get("/rapid-reviews/", {"late": "yes", "outcome": "no_review"})


def test_somebody_of_both_sides_knows_the_own_drafts_and_of_others_what_was_sent() -> None:
    """A grant of the Panel beside that of a business manager."""
    one, other = review(1), review(2, "Norvale")
    decided(one, "no_review")
    decided(other, "no_review")
    facts = {"role": "panel_secretariat", "scope": "national", "starts_on": date(2026, 1, 1), "given_by": "tests"}
    Grant.objects.create(person=person("Bea"), **facts)
    assert found("Bea", outcome="no_review") == ["1"]
    both = listing(person("Bea"), TODAY.date())
    shown = both.rows(both.wanted(Wanted(), "opened"), 0, 5)
    assert [row.outcome for row in shown] == ["no_review", ""]
