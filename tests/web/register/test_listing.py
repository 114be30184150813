"""The list shows what a person may see, narrowed and sorted, and says so."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from second_question_web.incidents.models import Notification
from second_question_web.trail.models import Entry
from tests.people import person
from tests.sent import at_noon, sent_notification
from tests.web.register.files import NORVALE, imported, row, table

pytestmark = pytest.mark.django_db
Budget = Callable[[int], Any]  # Any: a context manager of pytest-django


def page(client: Client, who: str, **query: str) -> BeautifulSoup:
    client.force_login(person(who))
    response = client.get(f"/notifications/?{urlencode(query)}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def shown(client: Client, who: str, **query: str) -> list[str]:
    """The references of the list, in its order."""
    return [cell.get_text(strip=True) for cell in page(client, who, **query).select("tbody th")]


@pytest.fixture
def five() -> None:
    """Three of Wessenmere, two of Norvale; the references say the order of sending."""
    when = {"notified_on": "2025-12-30", "incident_on": "2025-11-01", "aware_on": "2025-12-01"}
    death = {"nature": "death", "likely_cause": "suicide", "age_years": "16", "sex": "male", "ethnicity": "BAFR"}
    imported(
        table(
            row("A", notified_on="2026-03-05"),
            row("B", notified_on="2026-03-06", **death),
            row("C", **when),
            row("D", notified_on="2026-03-07", local_authority=NORVALE, age_years="", age_group="6-10"),
            row("E", notified_on="2026-03-08", local_authority=NORVALE, sex="male"),
        )
    )


@pytest.mark.usefixtures("five")
class TestWhoSees:
    @pytest.mark.parametrize(
        ("who", "count"), [("Bea", 3), ("Noor", 2), ("Petra", 5), ("Rhea", 5), ("Max", 3), ("Sam", 3), ("Chidi", 3)]
    )
    def test_each_sees_the_own_part(self, client: Client, who: str, count: int) -> None:
        assert len(shown(client, who)) == count

    @pytest.mark.parametrize("who", ["Colm", "Leila", "Iris", "Theo", "Audra", "Adam"])
    def test_nobody_else_opens_it(self, client: Client, who: str) -> None:
        client.force_login(person(who))
        assert client.get("/notifications/").status_code == 403

    def test_drafts_are_for_the_own_partnership_alone(self, client: Client) -> None:
        Notification.objects.filter(external_reference="A").update(state="draft", sent_on=None, sent_at=None)
        assert "SIN-2026-0001" in shown(client, "Bea")
        assert "SIN-2026-0001" not in shown(client, "Petra")

    def test_discarded_drafts_are_there_only_when_asked_for(self, client: Client) -> None:
        Notification.objects.filter(external_reference="A").update(state="discarded", sent_on=None, sent_at=None)
        assert "SIN-2026-0001" not in shown(client, "Bea")
        assert shown(client, "Bea", state="discarded") == ["SIN-2026-0001"]

    def test_a_researcher_gets_no_link_to_a_case(self, client: Client) -> None:
        assert not page(client, "Rhea").select("tbody th a")
        assert len(page(client, "Bea").select("tbody th a")) == 3

    def test_reading_the_list_is_one_row_of_the_trail_with_the_filters(self, client: Client) -> None:
        before = Entry.objects.count()
        page(client, "Bea", nature="death", year="2026")
        assert Entry.objects.count() == before + 1
        assert Entry.objects.order_by("-number")[0].after == {"nature": "death", "year": 2026}


@pytest.mark.usefixtures("five")
class TestNarrowing:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"nature": "death"}, "B"),
            ({"likely_cause": "suicide"}, "B"),
            ({"state": "sent"}, "ABCDE"),
            ({"state": "withdrawn"}, ""),
            ({"year": "2025"}, "C"),
            ({"sent_from": "6/3/2026"}, "BDE"),
            ({"sent_from": "6/3/2026", "sent_until": "7 March 2026"}, "BD"),
            ({"incident_until": "2025-12-31"}, "C"),
            ({"region": "E12000001"}, "DE"),
            ({"partnership": "norvale"}, "DE"),
            ({"local_authority": "wessenmere c"}, "ABC"),
            ({"local_authority": NORVALE.lower()}, "DE"),
            ({"age_group": "6-10"}, "D"),
            ({"age_group": "1-5", "sex": "male"}, "E"),
            ({"ethnicity": "BAFR"}, "B"),
            ({"origin": "entered"}, ""),
            ({"nature": "nonsense", "sent_from": "soon"}, "ABCDE"),
        ],
    )
    def test_a_filter_leaves_what_it_says(self, client: Client, query: dict[str, str], found: str) -> None:
        wanted = Notification.objects.filter(external_reference__in=list(found))
        assert set(shown(client, "Petra", **query)) == set(wanted.values_list("reference", flat=True))

    def test_a_date_that_cannot_be_read_is_said_and_stays_typed(self, client: Client) -> None:
        found = page(client, "Petra", sent_from="soon")
        assert "Sent from must be a date, like 27/3/2026" in found.select(".govuk-error-summary")[0].get_text()
        assert found.select("input[name=sent_from]")[0]["value"] == "soon"
        assert found.title
        assert found.title.get_text().startswith("Error: ")

    def test_people_are_offered_the_filters_that_make_sense_for_them(self, client: Client) -> None:
        names = {who: {f["name"] for f in page(client, who).select(".sq-filter [name]")} for who in ("Bea", "Max")}
        assert not names["Bea"] & {"region", "partnership"}
        assert names["Max"] & {"region", "partnership"} == {"partnership"}

    def test_filters_in_force_are_tags_that_take_themselves_away(self, client: Client) -> None:
        tags = page(client, "Petra", nature="death", year="2026").select(".sq-filter__tag")
        assert [tag["href"] for tag in tags] == ["?year=2026", "?nature=death"]

    def test_an_empty_list_says_what_to_do(self, client: Client) -> None:
        assert "Take a filter away" in page(client, "Petra", origin="entered").select(".sq-empty")[0].get_text()


@pytest.mark.usefixtures("five")
class TestSortingAndPages:
    @pytest.mark.parametrize(
        ("sort", "order"),
        [
            ("", "EDBAC"),
            ("-sent", "EDBAC"),
            ("sent", "CABDE"),
            ("reference", "CABDE"),
            ("incident", "CEDBA"),
            ("authority", "EDBAC"),
            ("-authority", "BACED"),
            ("nature", "BEDAC"),
            ("nonsense", "EDBAC"),
        ],
    )
    def test_the_list_is_sorted_by_a_column_then_the_newest(self, client: Client, sort: str, order: str) -> None:
        letters = dict(Notification.objects.values_list("reference", "external_reference"))
        assert "".join(str(letters[reference]) for reference in shown(client, "Petra", sort=sort)) == order

    def test_pages_keep_filter_and_sort(self, client: Client) -> None:
        imported(table(*(row(f"M{number}") for number in range(60))))
        first, last = (shown(client, "Bea", size="50", page=number, sort="reference") for number in ("1", "2"))
        assert (len(first), len(last)) == (50, 13)
        links = page(client, "Bea", size="50", sort="reference").select(".govuk-pagination a")
        assert "size=50&sort=reference&page=2" in str(links[-1]["href"])

    def test_a_page_past_the_end_is_the_last(self, client: Client) -> None:
        assert len(shown(client, "Petra", page="99")) == 5


def test_children_and_the_rapid_review_are_told_in_words(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: at_noon(2026, 11, 9))
    sent_notification(99)
    imported(table(row("A"), row("A", child_id="A-2", focus_child="no", age_years="0")))
    rows = [tr.get_text(" ", strip=True) for tr in page(client, "Bea").select("tbody tr")]
    assert "Due 23 Nov 2026" in rows[0]
    assert "2 children: 4 years, under 1 year" in rows[1]
    assert rows[1].endswith("None")


@pytest.mark.parametrize("query", ["", "?nature=death&age_group=1-5&local_authority=Wess&sort=authority"])
def test_a_full_page_costs_few_queries(client: Client, django_assert_max_num_queries: Budget, query: str) -> None:
    for number in range(30):
        sent_notification(number + 1)
    client.force_login(person("Bea"))
    client.get("/notifications/")
    with django_assert_max_num_queries(12):
        assert client.get(f"/notifications/{query}").status_code == 200


def test_dates_of_a_filter_are_shown_in_words(client: Client) -> None:
    tags = page(client, "Petra", sent_from=date(2026, 3, 6).isoformat()).select(".sq-filter__tag")
    assert "6 March 2026" in tags[0].get_text()
