"""The calendar feed: what it tells, to whom, and when it stops."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar, Event
from pytest_django import DjangoAssertNumQueries

from second_question_web.home import actions
from second_question_web.home.models import DeadlineFeed
from second_question_web.people.models import Grant, Person
from second_question_web.rapid_reviews.models import ClockChange, RapidReview
from second_question_web.trail.models import Entry
from tests.people import person
from tests.sent import at_noon, review_of, sent_notification
from tests.web.home import scenes
from tests.web.home.conftest import TODAY

pytestmark = pytest.mark.django_db


def _feed_of(name: str) -> str:
    return reverse("calendar_feed", args=[actions.make_feed(by=person(name), now=TODAY)])


def _events(client: Client, address: str) -> list[Event]:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    calendar = Calendar.from_ical(answer.content)
    assert isinstance(calendar, Calendar)
    return calendar.events


def test_it_holds_the_dates_of_the_own_cases_and_no_others(client: Client) -> None:
    sent_notification(11)
    sent_notification(12, at="Norvale")
    scenes.draft(1, date(2026, 11, 19))
    scenes.local_clock("Agency summaries", 20, "notification_sent")
    events = _events(client, _feed_of("Bea"))
    assert [(event.summary, event.start) for event in events] == [
        ("SIN-2026-0011: Rapid review to the Panel", date(2026, 11, 23)),
        ("SIN-2026-0001: Notify the Panel", date(2026, 11, 26)),
        ("SIN-2026-0011: Agency summaries", date(2026, 11, 30)),
    ]


def test_an_event_is_a_whole_day_with_a_link_and_a_number_that_stays(client: Client) -> None:
    sent_notification(11)
    address = _feed_of("Bea")
    event = _events(client, address)[0]
    assert (event.start, event.end) == (date(2026, 11, 23), date(2026, 11, 24))
    assert event.url.endswith(reverse("rapid_review", args=["SIN-2026-0011"]))
    assert event.uid == _events(client, address)[0].uid == "sin-2026-0011-rapid_review@127.0.0.1"


def test_a_date_that_moves_keeps_its_number_and_goes_up_in_sequence(client: Client) -> None:
    address, review = _feed_of("Bea"), review_of(sent_notification(11))
    before = _events(client, address)[0]
    kind, made_at = ClockChange.Kind.EXTENSION, at_noon(2026, 11, 20)
    ClockChange.objects.create(
        rapid_review=review, kind=kind, from_on=made_at.date(), working_days=2, reason="Inquest", made_at=made_at
    )
    RapidReview.objects.update(version=2)
    after = _events(client, address)[0]
    assert (after.uid, after.start) == (before.uid, date(2026, 11, 25))
    assert after.sequence > before.sequence
    assert after.last_modified == made_at


def test_it_tells_nothing_but_numbers_dates_and_clocks(client: Client) -> None:
    sent_notification(11)
    scenes.referral()
    scenes.local_clock("Partners meet", 5, "referral_received")
    text = client.get(_feed_of("Bea")).content.decode()
    assert [word for word in ("Wessenmere", "Bea", "Okafor", "Alder", "Something", "death") if word in text] == []


def test_what_is_withdrawn_or_with_the_panel_is_gone(client: Client) -> None:
    address = _feed_of("Bea")
    sent_notification(11)
    RapidReview.objects.update(state="submitted")
    assert _events(client, address) == []


def test_scope_is_asked_at_each_reading(client: Client) -> None:
    address = _feed_of("Bea")
    sent_notification(11)
    assert len(_events(client, address)) == 1
    Grant.objects.filter(person=person("Bea")).update(ends_on=date(2026, 11, 22))
    assert _events(client, address) == []


def test_an_ended_address_is_not_found_and_kept_once(client: Client) -> None:
    address = _feed_of("Bea")
    actions.revoke_feed(by=person("Bea"), now=TODAY)
    assert [client.get(address).status_code for _ in range(3)] == [404, 404, 404]
    assert Entry.objects.filter(action="record.refuse", subject_kind="calendar feed").count() == 1


def test_a_new_address_ends_the_old_one(client: Client) -> None:
    old, new = _feed_of("Bea"), _feed_of("Bea")
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)


def test_the_address_of_an_ended_account_is_not_found(client: Client) -> None:
    address = _feed_of("Bea")
    Person.objects.filter(pk=person("Bea").pk).update(state=Person.State.ENDED)
    assert client.get(address).status_code == 404


def test_a_guessed_secret_is_not_found_and_soon_slowed_down(client: Client) -> None:
    statuses = [client.get(reverse("calendar_feed", args=[f"guess-{n}"])).status_code for n in range(25)]
    assert (statuses[0], statuses[-1]) == (404, 429)


def test_many_readings_leave_one_row_an_hour_for_each_address(client: Client) -> None:
    address = _feed_of("Bea")
    for caller in ("192.0.2.1", "192.0.2.1", "192.0.2.2"):
        client.get(address, REMOTE_ADDR=caller)
    rows = Entry.objects.filter(action="calendar.read").order_by("number")
    assert [(row.actor_name, row.address) for row in rows] == [("Bea Okafor", "192.0.2.1"), ("Bea Okafor", "192.0.2.2")]
    assert DeadlineFeed.objects.get().last_read_at == TODAY


def test_the_secret_is_kept_nowhere(client: Client) -> None:
    client.force_login(person("Bea"))
    page = client.post(reverse("calendar"), {"wish": "make"})
    secret = page.content.decode().split("/calendar/")[-1].split(".ics")[0]
    assert secret not in client.get(reverse("calendar")).content.decode()
    assert DeadlineFeed.objects.filter(secret_digest=secret).count() == 0
    assert page.headers["Cache-Control"].count("no-store") == 1


def test_a_person_ends_the_address_on_the_page(client: Client) -> None:
    address = _feed_of("Bea")
    client.force_login(person("Bea"))
    assert client.post(reverse("calendar"), {"wish": "revoke"}).status_code == 302
    assert client.get(address).status_code == 404


def test_reading_takes_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(11, 16):
        sent_notification(number)
    scenes.referral()
    address = _feed_of("Bea")
    client.get(address)
    with django_assert_max_num_queries(12):
        client.get(address)
