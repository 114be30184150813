"""The pages of a rapid review: where it stands, how its clock was counted, and changing it."""

from datetime import date
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question_web import pathway
from second_question_web.partnerships.models import LocalClock
from second_question_web.rapid_reviews.actions import extend_clock, pause_clock
from second_question_web.rapid_reviews.models import ClockChange, RapidReview
from second_question_web.rapid_reviews.views import clock as clock_page
from second_question_web.rapid_reviews.views import review as review_page
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, grant_case, partnership, person
from tests.sent import at_noon, review_of, sent_notification

pytestmark = pytest.mark.django_db
PAGE = "/notifications/SIN-2026-0001/rapid-review/"
READERS = {"Bea", "Sam", "Dana", "Chidi", "Petra", "Max"}
CHANGERS = {"Bea", "Sam", "Dana"}
TODAY = at_noon(2026, 11, 10)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tuesday 10 November 2026; the notification was sent on Monday 2 November."""
    given = SimpleNamespace(now=lambda: TODAY, localdate=TODAY.date)
    for page in (review_page, clock_page):
        monkeypatch.setattr(page, "timezone", given)


def signed_in(client: Client, name: str = "Bea") -> Client:
    client.force_login(person(name))
    return client


def read(client: Client, address: str = PAGE) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(page: BeautifulSoup) -> str:
    return " ".join(page.get_text(" ").split())


def paused(number: int = 1) -> RapidReview:
    review = review_of(sent_notification(number))
    pause_clock(
        review=review, by=person("Bea"), first_day=date(2026, 11, 9), reason="Police asked", version=1, now=TODAY
    )
    return review


def test_it_shows_the_clock_how_it_was_counted_and_by_which_rules(client: Client) -> None:
    sent_notification()
    said = words(read(signed_in(client)))
    assert "Due Monday 23 November 2026" in said
    assert "9 working days left" in said
    assert "day 1 is Tue 3 November 2026" in said
    assert "Working Together to Safeguard Children 2026 In force from 19 March 2026. Date not verified." in said


def test_reading_it_is_in_the_trail(client: Client) -> None:
    sent_notification()
    read(signed_in(client, "Chidi"))
    row = Entry.objects.get(action="rapid_review.read")
    assert (row.actor_name, row.case) == ("Chidi Marsh", "SIN-2026-0001")


def test_an_extension_shows_the_first_due_date_beside_the_new_one(client: Client) -> None:
    review = review_of(sent_notification())
    extend_clock(review=review, by=person("Dana"), working_days=5, reason="Abroad", version=1, now=TODAY)
    said = words(read(signed_in(client)))
    assert "Due Monday 30 November 2026" in said
    assert "First due Monday 23 November 2026. Moved because: Abroad" in said
    assert "Extended by 5 working days" in said
    assert "Dana Whitlock" in said


def test_a_paused_clock_says_so(client: Client) -> None:
    paused()
    page = read(signed_in(client))
    assert page.select_one(".sq-clock .govuk-tag").text.strip() == "Paused"  # type: ignore[union-attr]  # fails if None
    assert "Paused from Monday 9 November 2026" in words(page)


def test_a_withdrawn_one_says_why_it_is_closed_and_offers_nothing(client: Client) -> None:
    notification = sent_notification()
    pathway.follow("notification.withdrawn", notification=notification, by=person("Bea"), now=TODAY)
    page = read(signed_in(client))
    assert "Closed on Tuesday 10 November 2026, because the notification was withdrawn" in words(page)
    assert not page.select("a.govuk-button")


def test_one_that_needs_no_review_says_so(client: Client) -> None:
    sent_notification(reason="care_leaver_death")
    assert "need no rapid review" in words(read(signed_in(client)))


def test_local_clocks_stand_beside_it(client: Client) -> None:
    LocalClock.objects.create(
        partnership=partnership(), name="Agency summaries", starts_from="notification_sent", working_days=10
    )
    sent_notification()
    said = words(read(signed_in(client)))
    assert "Agency summaries" in said
    assert "Due Monday 16 November 2026" in said


@pytest.mark.parametrize("name", sorted(CHARACTERS))
def test_who_may_read_and_who_may_change(client: Client, name: str) -> None:
    sent_notification()
    signed_in(client, name)
    assert (client.get(PAGE).status_code == 200) is (name in READERS)
    for step in ("pause/", "extend/", "end-pause/"):
        assert (client.get(PAGE + step).status_code == 200) is (name in CHANGERS)
    assert (client.get(PAGE + "sent/").status_code == 200) is (name == "Bea")
    refused = Entry.objects.filter(outcome="refused", actor_name=CHARACTERS[name].name)
    assert refused.exists() is (name != "Bea")


def test_an_independent_reviewer_reads_the_case_that_was_given(client: Client) -> None:
    sent_notification()
    grant_case(person("Iris"), "SIN-2026-0001")
    assert "Rapid review of SIN-2026-0001" in words(read(signed_in(client, "Iris")))


def day(name: str, number: int) -> dict[str, str]:
    return {f"{name}-day": str(number), f"{name}-month": "11", f"{name}-year": "2026"}


def test_pausing_and_ending_the_pause_through_the_pages(client: Client) -> None:
    sent_notification()
    signed_in(client)
    answer = client.post(PAGE + "pause/", {**day("first_day", 9), "reason": "Police asked", "version": "1"})
    assert answer.headers["Location"] == PAGE
    client.post(PAGE + "end-pause/", {**day("last_day", 10), "version": "2"})
    change = ClockChange.objects.get()
    assert (change.from_on, change.until_on) == (date(2026, 11, 9), date(2026, 11, 10))
    assert "Due Wednesday 25 November 2026" in words(read(client))


def test_recording_that_it_was_sent_stops_the_clock(client: Client) -> None:
    sent_notification()
    client.post(PAGE + "sent/", {}, follow=True)
    signed_in(client).post(PAGE + "sent/", {**day("sent_on", 10), "late_reason": "", "version": "1"})
    said = words(read(client))
    assert "Done in time" in said
    assert "Rapid review sent to the Panel" in said


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"reason": "", "working_days": "5"}, "Say why"),
        ({"reason": "Abroad", "working_days": "0"}, "Enter how many working days, from 1 to 60"),
        ({"reason": "Abroad", "working_days": "five"}, "Enter how many working days, from 1 to 60"),
        ({"reason": "Abroad", "working_days": ""}, "Enter how many working days, from 1 to 60"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(client: Client, typed: dict[str, str], message: str) -> None:
    sent_notification()
    response = signed_in(client).post(PAGE + "extend/", {**typed, "version": "1"})
    page = BeautifulSoup(response.content, "html.parser")
    assert str(page.title).startswith("<title>\nError: ") or "Error: " in str(page.title)
    assert message in page.select_one(".govuk-error-summary").text  # type: ignore[union-attr]  # fails if None
    assert page.select_one("textarea").text.strip() == typed["reason"]  # type: ignore[union-attr]  # fails if None
    assert not ClockChange.objects.exists()


def test_an_impossible_day_is_said_at_its_field(client: Client) -> None:
    sent_notification()
    answer = signed_in(client).post(PAGE + "pause/", {**day("first_day", 11), "reason": "Why", "version": "1"})
    page = BeautifulSoup(answer.content, "html.parser")
    (link,) = page.select(".govuk-error-summary a")
    assert link.text == "The first day of the pause must not be in the future."
    assert page.find(id=str(link["href"]).removeprefix("#")) is not None


def test_a_second_tab_is_told_and_keeps_what_it_typed(client: Client) -> None:
    review = review_of(sent_notification())
    extend_clock(review=review, by=person("Dana"), working_days=5, reason="Abroad", version=1, now=TODAY)
    typed = {"working_days": "3", "reason": "Also this", "version": "1"}
    page = BeautifulSoup(signed_in(client).post(PAGE + "extend/", typed).content, "html.parser")
    assert "Somebody else changed this rapid review" in words(page)
    assert page.select_one("textarea").text.strip() == "Also this"  # type: ignore[union-attr]  # fails if None
    assert page.select_one("input[name=version]")["value"] == "2"  # type: ignore[index]  # fails if None
    assert ClockChange.objects.count() == 1


def test_a_form_without_its_version_changes_nothing(client: Client) -> None:
    sent_notification()
    answer = signed_in(client).post(PAGE + "extend/", {"working_days": "3", "reason": "Why"})
    assert answer.status_code == 200
    assert not ClockChange.objects.exists()


def test_the_page_costs_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    paused()
    signed_in(client)
    with django_assert_max_num_queries(17):
        read(client)


@pytest.mark.parametrize(("name", "offered"), [("Bea", True), ("Dana", False), ("Chidi", False)])
def test_the_next_step_is_offered_to_whoever_can_take_it(client: Client, name: str, offered: bool) -> None:
    sent_notification(1)
    page = read(signed_in(client, name))
    assert "Nobody has been asked yet." in words(page)
    assert bool(page.select_one(f"main a.govuk-button[href='{PAGE}agencies/ask/']")) is offered
