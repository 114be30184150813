"""The Panel's list of rapid reviews: what waits, from where, since when, in time or late (P1, P3)."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question_web.panel import queries
from second_question_web.panel.actions import answer_reply
from second_question_web.panel.queries import ReviewCount, WantedReviews
from second_question_web.panel.views import reviews as reviews_page
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, person
from tests.sent import at_noon, review_of, sent_notification
from tests.web.panel.versions import TEXT, replied, sent_again, sent_review

pytestmark = pytest.mark.django_db
TODAY = at_noon(2026, 11, 26)
READERS = {"Petra", "Max"}
ANY = WantedReviews(waiting="any")


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thursday 26 November 2026; the reviews were due on Monday 23 November."""
    monkeypatch.setattr(reviews_page, "timezone", SimpleNamespace(localdate=TODAY.date, now=lambda: TODAY))


def lines(client: Client, name: str = "Petra", **query: str) -> list[list[str]]:
    client.force_login(person(name))
    page = BeautifulSoup(client.get("/panel/reviews/", query).content, "html.parser")
    rows = page.select("table")[0].select("tbody tr") if page.select(".sq-showing + .sq-table") else []
    return [[" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")] for row in rows]


def found(name: str, wanted: WantedReviews) -> list[str]:
    return [version.review.notification.reference for version in queries.reviews(person(name), wanted)]


def test_a_line_says_what_was_decided_when_it_came_and_how_long_it_waits(client: Client) -> None:
    sent_review()
    (line,) = lines(client)
    assert line[:3] == ["SIN-2026-0001 Version 1", "Wessenmere Council South West", "No local review"]
    assert line[3:] == ["16 Nov 2026 In time", "Waits for a reply for 10 days"]


def test_one_that_came_after_its_due_date_is_late(client: Client) -> None:
    sent_review(came=at_noon(2026, 11, 24))
    assert lines(client)[0][3] == "24 Nov 2026 Late"


def test_one_that_came_today_waits_since_today(client: Client) -> None:
    sent_review(came=TODAY)
    assert lines(client)[0][4] == "Waits for a reply since today"


def test_what_was_replied_to_shows_the_advice_and_waits_no_more(client: Client) -> None:
    replied(sent_review())
    assert lines(client) == []
    (line,) = lines(client, waiting="replied")
    assert line[4] == "Replied Asks the partners to think again 19 Nov 2026, Max Oduya"


def test_what_the_partners_answered_waits_again_since_their_answer(client: Client) -> None:
    review = sent_review()
    replied(review)
    words, when = "We stand by it.", at_noon(2026, 11, 24)
    answer_reply(review=review, by=person("Bea"), reply=1, reconsiders=False, words=words, now=when)
    assert lines(client)[0][4].startswith("The partners have answered: waits again for 2 days Asks the partners")


def test_only_the_newest_version_is_listed(client: Client) -> None:
    review = sent_review()
    replied(review)
    words, when = "We think again.", at_noon(2026, 11, 24)
    answer_reply(review=review, by=person("Bea"), reply=1, reconsiders=True, words=words, now=when)
    assert lines(client, waiting="replied")[0][4].startswith("The partners think again")
    sent_again(review, "local_review", at_noon(2026, 11, 25))
    (line,) = lines(client)
    assert line[0] == "SIN-2026-0001 Version 2"
    assert line[3:] == ["25 Nov 2026 In time version 1", "Waits for a reply for 1 day"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (WantedReviews(), [3, 1]),
        (WantedReviews(waiting="replied"), [2]),
        (ANY, [3, 2, 1]),
        (replace(ANY, region="E12000001"), [2]),
        (replace(ANY, outcome="local_review"), [3]),
        (replace(ANY, advice="agrees_no_review"), [2]),
        (replace(ANY, advice="national"), []),
        (WantedReviews(region="E12000009", outcome="no_review"), [1]),
    ],
)
def test_filters(wanted: WantedReviews, expected: list[int]) -> None:
    sent_review(1, came=at_noon(2026, 11, 10))
    replied(sent_review(2, at="Norvale", came=at_noon(2026, 11, 11)), text=replace(TEXT, advice="agrees_no_review"))
    sent_review(3, outcome="local_review", came=at_noon(2026, 11, 12))
    assert found("Petra", wanted) == [f"SIN-2026-{number:04}" for number in expected]


def test_a_panel_member_sees_the_own_regions(client: Client) -> None:
    sent_review(1)
    sent_review(2, at="Norvale")
    assert found("Max", ANY) == ["SIN-2026-0001"]
    assert queries.review_counts_by_region(person("Max"), TODAY) == [ReviewCount("E12000009", "South West", 1, 1)]


def test_the_small_table_counts_what_came_lately_and_what_waits() -> None:
    sent_review(1, came=at_noon(2026, 9, 1))
    replied(sent_review(2))
    replied(sent_review(3, came=at_noon(2026, 9, 2)))
    replied(sent_review(4, at="Norvale", came=at_noon(2026, 9, 2)))
    assert queries.review_counts_by_region(person("Petra"), TODAY) == [ReviewCount("E12000009", "South West", 1, 1)]


def test_what_was_never_sent_or_was_sent_outside_is_not_listed(client: Client) -> None:
    review_of(sent_notification())
    assert lines(client, waiting="any") == []


def test_an_empty_list_offers_what_was_replied_to(client: Client) -> None:
    replied(sent_review())
    client.force_login(person("Petra"))
    page = client.get("/panel/reviews/", {"advice": "reconsider"}).content.decode()
    assert "Nothing that waits for a reply matches" in page
    assert "waiting=any" in page


def test_the_lists_lead_to_each_other(client: Client) -> None:
    client.force_login(person("Petra"))
    for address in ("/panel/", "/panel/reviews/", "/panel/changes/"):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        tabs = {link["href"]: link.get("aria-current") for link in page.select(".sq-tabs a")}
        assert tabs == {"/panel/": None, "/panel/reviews/": None, "/panel/changes/": None} | {address: "page"}


def test_reading_it_is_in_the_trail_with_the_filter(client: Client) -> None:
    lines(client, advice="national")
    assert Entry.objects.get(action="panel.list_reviews").after == {"filter": {"advice": "national"}}


def test_a_page_asks_the_database_as_often_with_many_rows_as_with_one(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, 6):
        replied(sent_review(number))
    client.force_login(person("Petra"))
    with django_assert_max_num_queries(15):
        client.get("/panel/reviews/?waiting=any")


@pytest.mark.parametrize("name", sorted(set(CHARACTERS) - READERS))
def test_nobody_else_sees_the_list(client: Client, name: str) -> None:
    sent_review()
    client.force_login(person(name))
    assert client.get("/panel/reviews/").status_code == 403
    assert not queries.reviews(person(name), ANY).exists()
