"""The Panel's inbox: the regions that are one's own, what is waiting, what is due (P1, P3)."""

from datetime import date
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question.rules.access import Permission
from second_question_web import pathway
from second_question_web.incidents.models import Notification
from second_question_web.panel import queries
from second_question_web.panel.actions import acknowledge, note_listed
from second_question_web.panel.models import Arrival
from second_question_web.panel.queries import RegionCount, Wanted
from second_question_web.panel.views import inbox as inbox_page
from second_question_web.rapid_reviews.actions import extend_clock
from second_question_web.trail.models import Entry
from second_question_web.trail.refusals import Hidden
from tests.people import CHARACTERS, person
from tests.sent import at_noon, review_of, sent_notification

pytestmark = pytest.mark.django_db
TODAY = at_noon(2026, 11, 19)
READERS = {"Petra", "Max"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thursday 19 November 2026; what was sent on Monday 2 November is due on Monday 23 November."""
    monkeypatch.setattr(inbox_page, "timezone", SimpleNamespace(localdate=TODAY.date, now=lambda: TODAY))


def read(client: Client, name: str = "Petra", **query: str) -> BeautifulSoup:
    client.force_login(person(name))
    response = client.get("/panel/", query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def lines_of(page: BeautifulSoup) -> list[list[str]]:
    rows = page.select("table")[0].select("tbody tr") if page.select("tbody tr form, tbody tr time") else []
    return [[" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")] for row in rows]


def acknowledged(notification: Notification) -> None:
    acknowledge(arrival=notification.arrival, by=person("Petra"), now=at_noon(2026, 11, 3))


def test_a_line_says_what_arrived_from_where_and_what_is_due(client: Client) -> None:
    sent_notification()
    (line,) = lines_of(read(client))
    assert line[:2] == ["SIN-2026-0001", "Wessenmere Council South West"]
    assert line[2] == "A child died 1 child"
    assert line[3] == "2 Nov 2026, 10:30am"
    assert line[4] == "23 Nov 2026 : rapid review of SIN-2026-0001 2 working days left"
    assert line[5] == "Acknowledge SIN-2026-0001"


def test_what_was_acknowledged_says_by_whom(client: Client) -> None:
    acknowledged(sent_notification())
    assert lines_of(read(client))[0][5] == "3 Nov 2026, midday Petra Nyman"


def test_a_withdrawn_one_is_marked_and_waits_for_nobody(client: Client) -> None:
    notification = sent_notification()
    Notification.objects.filter(pk=notification.pk).update(state="withdrawn", withdrawn_at=TODAY)
    pathway.follow("notification.withdrawn", notification=notification, by=person("Bea"), now=TODAY)
    (line,) = lines_of(read(client))
    assert (line[0], line[4], line[5]) == ("SIN-2026-0001 Withdrawn", "Closed", "Not needed")
    assert queries.counts_by_region(person("Petra"), TODAY) == [RegionCount("E12000009", "South West", 1, 0)]


@pytest.mark.parametrize("reason", ["looked_after_death", "care_leaver_death"])
def test_one_that_needs_no_rapid_review_is_marked(client: Client, reason: str) -> None:
    sent_notification(reason=reason)
    assert lines_of(read(client))[0][4] == "No rapid review needed"


def test_an_extension_moves_the_date_that_is_shown(client: Client) -> None:
    review = review_of(sent_notification())
    extend_clock(review=review, by=person("Bea"), working_days=5, reason="Abroad", version=1, now=at_noon(2026, 11, 10))
    assert "30 Nov 2026" in lines_of(read(client))[0][4]


def test_a_panel_member_sees_only_the_own_regions(client: Client) -> None:
    sent_notification(1)
    sent_notification(2, at="Norvale")
    assert [line[0] for line in lines_of(read(client, "Max"))] == ["SIN-2026-0001"]
    assert queries.counts_by_region(person("Max"), TODAY) == [RegionCount("E12000009", "South West", 1, 1)]
    assert [count.code for count in queries.counts_by_region(person("Petra"), TODAY)] == ["E12000001", "E12000009"]


def test_the_small_table_counts_what_is_new_and_what_waits() -> None:
    acknowledged(sent_notification(1, now=at_noon(2026, 9, 1)))
    sent_notification(2, now=at_noon(2026, 9, 2))
    acknowledged(sent_notification(3, now=at_noon(2026, 11, 2)))
    assert queries.counts_by_region(person("Petra"), TODAY) == [RegionCount("E12000009", "South West", 1, 1)]


def test_a_panel_member_acknowledges_nothing(client: Client) -> None:
    sent_notification()
    assert lines_of(read(client, "Max"))[0][5] == "Not yet"
    assert client.post("/panel/SIN-2026-0001/acknowledge/").status_code == 403
    assert Arrival.objects.get().acknowledged_at is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["SIN-2026-0003", "SIN-2026-0002", "SIN-2026-0001"]),
        (Wanted(acknowledged="no"), ["SIN-2026-0003", "SIN-2026-0002"]),
        (Wanted(acknowledged="yes"), ["SIN-2026-0001"]),
        (Wanted(region="E12000001"), ["SIN-2026-0002"]),
        (Wanted(nature="serious_harm"), ["SIN-2026-0003"]),
        (Wanted(since=date(2026, 11, 4)), ["SIN-2026-0003", "SIN-2026-0002"]),
        (Wanted(until=date(2026, 11, 4)), ["SIN-2026-0002", "SIN-2026-0001"]),
        (Wanted(since=date(2026, 11, 4), until=date(2026, 11, 4), nature="death"), ["SIN-2026-0002"]),
    ],
)
def test_filters(wanted: Wanted, found: list[str]) -> None:
    acknowledged(sent_notification(1, now=at_noon(2026, 11, 3)))
    sent_notification(2, at="Norvale", now=at_noon(2026, 11, 4))
    sent_notification(3, now=at_noon(2026, 11, 5), nature="serious_harm")
    assert [one.notification.reference for one in queries.inbox(person("Petra"), wanted)] == found


def test_a_filter_is_shown_with_a_way_out_and_a_wrong_date_is_said(client: Client) -> None:
    sent_notification()
    page = read(client, acknowledged="no", since="31/2/2026")
    assert [tag.text for tag in page.select(".sq-filter__tag strong")] == ["Not yet"]
    assert "Arrived from must be a date" in page.select_one(".govuk-error-summary").text  # type: ignore[union-attr]  # fails if None


def test_acknowledging_goes_back_to_the_list_as_it_was(client: Client) -> None:
    sent_notification()
    client.force_login(person("Petra"))
    for _ in range(2):
        answer = client.post("/panel/SIN-2026-0001/acknowledge/?acknowledged=no")
        assert answer.headers["Location"] == "/panel/?acknowledged=no"
    assert Arrival.objects.get().acknowledged_by == "Petra Nyman"
    assert Entry.objects.filter(action="panel.acknowledge").count() == 1


def test_acknowledging_what_never_arrived_is_not_found(client: Client) -> None:
    client.force_login(person("Petra"))
    assert client.post("/panel/SIN-2026-0099/acknowledge/").status_code == 404
    assert Entry.objects.filter(action="record.refuse", subject_key="SIN-2026-0099").exists()


def test_reading_it_is_in_the_trail_with_the_filter(client: Client) -> None:
    read(client, nature="death")
    assert Entry.objects.get(action="panel.list").after == {"filter": {"nature": "death"}}


@pytest.mark.parametrize("name", sorted(set(CHARACTERS) - READERS))
def test_nobody_else_sees_the_inbox(client: Client, name: str) -> None:
    sent_notification()
    client.force_login(person(name))
    assert client.get("/panel/").status_code == 403
    assert not queries.inbox(person(name), Wanted()).exists()
    with pytest.raises(Hidden):
        queries.arrival(person(name), "SIN-2026-0001", Permission.PANEL_RECEIVE)
    with pytest.raises(PermissionDenied, match=r"panel\.inbox"):
        note_listed(by=person(name), wanted={})


def test_a_full_page_costs_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(1, 31):
        sent_notification(number, at="Norvale" if number % 2 else "Wessenmere", now=at_noon(2026, 11, 1 + number % 9))
    client.force_login(person("Petra"))
    with django_assert_max_num_queries(12):
        client.get("/panel/", {"acknowledged": "no"})
