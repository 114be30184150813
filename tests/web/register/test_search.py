"""A number finds its notification; a name finds it only for those who may see names, and stays out of addresses."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from second_question_web.incidents import columns
from second_question_web.incidents.models import Child, Notification
from second_question_web.trail.models import Entry
from tests.people import grant_case, person
from tests.sent import sent_notification

pytestmark = pytest.mark.django_db
Budget = Callable[[int], Any]  # Any: a context manager of pytest-django


def case(number: int, name: str, at: str = "Wessenmere") -> Notification:
    """A notification that was sent, about a child of that name."""
    made = sent_notification(number, at)
    child = Child(notification=made, place=1, sealed_answers={"full_name": name})
    child.save()
    made.form = "notification/2025"
    columns.follow_child(child, made)
    return made


@pytest.fixture
def cases() -> None:
    """Four children, one of them elsewhere."""
    case(1, "Katherine Smythe")
    case(2, "Kathryn Smith")
    case(3, "Rowan Ashdown")
    case(4, "Catherine Smith", "Norvale")


def found(client: Client, who: str, text: str) -> list[tuple[str, str]]:
    """Each row of the result: reference and kind of match."""
    client.force_login(person(who))
    response = client.post("/notifications/search/", {"search": text}, follow=True)
    rows = BeautifulSoup(response.content, "html.parser").select("tbody tr")
    return [(r.select("th")[0].get_text(strip=True), r.select("td")[0].get_text(strip=True)) for r in rows]


@pytest.mark.usefixtures("cases")
class TestNames:
    def test_a_name_finds_itself_and_what_sounds_alike_and_says_which(self, client: Client) -> None:
        assert dict(found(client, "Bea", "kathryn smith")) == {
            "SIN-2026-0002": "Spelled like this",
            "SIN-2026-0001": "Sounds alike",
        }

    def test_the_beginning_of_a_name_is_enough(self, client: Client) -> None:
        assert found(client, "Bea", "ashd") == [("SIN-2026-0003", "Spelled like this")]

    def test_every_part_must_be_of_one_person(self, client: Client) -> None:
        assert found(client, "Bea", "rowan smith") == []

    def test_only_cases_whose_names_the_person_may_see_are_searched(self, client: Client) -> None:
        assert "SIN-2026-0004" not in dict(found(client, "Bea", "smith"))
        assert dict(found(client, "Noor", "smith")) == {"SIN-2026-0004": "Spelled like this"}

    def test_a_researcher_finds_nobody_by_name(self, client: Client) -> None:
        assert found(client, "Rhea", "smith") == []
        bea = Client()
        bea.force_login(person("Bea"))
        address = bea.post("/notifications/search/", {"search": "smith"}).headers["Location"]
        client.force_login(person("Rhea"))
        assert not BeautifulSoup(client.get(address).content, "html.parser").select("tbody tr")

    def test_a_researcher_with_one_case_finds_names_in_that_case_alone(self, client: Client) -> None:
        grant_case(person("Rhea"), "SIN-2026-0003")
        assert found(client, "Rhea", "smith") == []
        assert found(client, "Rhea", "rowan") == [("SIN-2026-0003", "Spelled like this")]

    def test_the_name_stands_in_no_address_and_in_no_trail(self, client: Client) -> None:
        client.force_login(person("Bea"))
        address = client.post("/notifications/search/", {"search": "Rowan Ashdown"}).headers["Location"]
        client.get(address)
        kept = str(list(Entry.objects.values()))
        assert "owan" not in address + kept
        assert Entry.objects.order_by("-number")[0].after["search"] == "name search"

    def test_a_seal_that_was_tampered_with_is_no_search(self, client: Client) -> None:
        client.force_login(person("Bea"))
        assert client.get("/notifications/?name=gAAAAAnonsense").status_code == 200

    def test_it_costs_few_queries(self, client: Client, django_assert_max_num_queries: Budget) -> None:
        client.force_login(person("Bea"))
        address = client.post("/notifications/search/", {"search": "smith"}).headers["Location"]
        client.get(address)
        with django_assert_max_num_queries(12):
            client.get(address)


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    ("text", "count"), [("SIN-2026-0003", 1), ("sin-2026", 3), ("0002", 1), ("R00001", 1), ("SIN-2026-0004", 0)]
)
def test_a_number_finds_its_notification(client: Client, text: str, count: int) -> None:
    assert len(found(client, "Bea", text)) == count


@pytest.mark.usefixtures("cases")
def test_filters_stay_when_somebody_searches(client: Client) -> None:
    client.force_login(person("Bea"))
    sent = {"search": "2026", "nature": "death", "page": "3", "csrfmiddlewaretoken": "x"}
    assert client.post("/notifications/search/", sent).headers["Location"] == "/notifications/?nature=death&number=2026"
