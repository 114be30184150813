"""Decisions that changed after advice, counted with the reviews behind each count (P2)."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question_web.panel import queries
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, person
from tests.sent import at_noon
from tests.web.panel.versions import replied, sent_again, sent_review

pytestmark = pytest.mark.django_db
READERS = {"Petra", "Max"}


@pytest.fixture
def some() -> None:
    """Two from no to yes in the South West, one from yes to no in the North East, one that stayed as it was."""
    changed(1, "no_review", "local_review", year=2026)
    changed(2, "other_action", "national_review_proposed", year=2027)
    changed(3, "local_review", "no_review", at="Norvale", year=2027)
    changed(4, "no_review", "no_review", year=2027)


def changed(number: int, before: str, after: str, *, year: int, at: str = "Wessenmere") -> None:
    review = sent_review(number, at, before)
    replied(review)
    sent_again(review, after, at_noon(year, 12, 1))


def cells(client: Client, table: str, name: str = "Petra", **query: str) -> list[list[str]]:
    client.force_login(person(name))
    page = BeautifulSoup(client.get("/panel/changes/", query).content, "html.parser")
    return [[cell.contents[0].get_text() for cell in row.select("th, td")] for row in page.select(f"#{table} tbody tr")]


@pytest.mark.usefixtures("some")
def test_changes_are_counted_by_year_and_region(client: Client) -> None:
    years, regions = cells(client, "years"), cells(client, "regions")
    assert [[row[0], row[1][0], row[2][0]] for row in years] == [["2027", "1", "1"], ["2026", "1", "0"]]
    assert [[row[0], row[1][0], row[2][0]] for row in regions] == [["North East", "0", "1"], ["South West", "2", "0"]]


@pytest.mark.usefixtures("some")
def test_the_counts_stand_beside_how_many_were_answered(client: Client) -> None:
    client.force_login(person("Petra"))
    page = " ".join(BeautifulSoup(client.get("/panel/changes/").content, "html.parser").get_text().split())
    assert "Of 4 rapid reviews that the Panel has answered, 2 went from no to yes and 1 from yes to no." in page


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, [3, 2, 1]),
        ({"year": "2027"}, [3, 2]),
        ({"direction": "no_to_yes"}, [2, 1]),
        ({"region": "E12000001"}, [3]),
        ({"year": "2026", "direction": "yes_to_no"}, []),
    ],
)
def test_the_reviews_behind_a_count(client: Client, query: dict[str, str], expected: list[int]) -> None:
    rows = cells(client, "reviews", **query)
    assert [row[0] for row in rows] == [f"SIN-2026-{number:04}" for number in expected]


@pytest.mark.usefixtures("some")
def test_a_count_leads_to_its_reviews(client: Client) -> None:
    client.force_login(person("Petra"))
    page = BeautifulSoup(client.get("/panel/changes/").content, "html.parser")
    (link,) = [a for a in page.select("#regions a") if a.text.startswith("2")]
    assert link["href"] == "?region=E12000009&direction=no_to_yes#reviews"


@pytest.mark.usefixtures("some")
def test_as_a_file_it_has_the_codes_and_no_name(client: Client) -> None:
    client.force_login(person("Petra"))
    text = client.get("/panel/changes.csv", {"year": "2026"}).content.decode("utf-8-sig").splitlines()
    assert text[0].startswith("reference,region,local_authority,change")
    council = "Wessenmere Council"
    assert text[1:] == [f"SIN-2026-0001,E12000009,{council},no_to_yes,no_review,2026-11-16,local_review,2026-12-01"]
    assert Entry.objects.get(action="panel.list_changes").after == {"filter": {"year": "2026", "as": "csv"}}


@pytest.mark.usefixtures("some")
def test_a_panel_member_counts_the_own_regions() -> None:
    assert [one.reference for one in queries.changed_reviews(person("Max"))] == ["SIN-2026-0002", "SIN-2026-0001"]
    assert queries.number_answered(person("Max")) == 3


@pytest.mark.usefixtures("some")
def test_it_is_one_query_however_many_there_are(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    petra = person("Petra")
    assert petra.grants_now
    with django_assert_num_queries(1):
        assert len(queries.changed_reviews(petra)) == 3


def test_a_decision_that_is_not_sent_yet_is_the_partnerships_own() -> None:
    review = sent_review(1, outcome="no_review")
    replied(review)
    sent_again(review, "local_review", at_noon(2026, 12, 1))
    review.versions.get(number=2).delete()
    assert queries.changed_reviews(person("Petra")) == []


@pytest.mark.parametrize("name", sorted(set(CHARACTERS) - READERS))
def test_nobody_else_sees_them(client: Client, name: str) -> None:
    client.force_login(person(name))
    for address in ("/panel/changes/", "/panel/changes.csv"):
        assert client.get(address).status_code == 403
    assert queries.changed_reviews(person(name)) == []
