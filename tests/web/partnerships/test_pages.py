"""The pages of partnerships: who sees and changes what, what a date shows, what goes wrong."""

from collections.abc import Mapping
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question_web.partnerships import actions
from second_question_web.partnerships.models import LocalClock, Organisation, OrganisationKind, Partnership
from second_question_web.trail.actions import System
from tests.people import organisation, partnership, person

pytestmark = pytest.mark.django_db
WESSENMERE = "/partnerships/wessenmere/"


def page(client: Client, who: str, address: str, status: int = 200) -> BeautifulSoup:
    client.force_login(person(who))
    response = client.get(address)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def words(soup: BeautifulSoup) -> str:
    main = soup.find("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())


def post(client: Client, who: str, address: str, fields: Mapping[str, object]) -> str:
    client.force_login(person(who))
    response = client.post(address, fields, follow=True)
    return words(BeautifulSoup(response.content, "html.parser"))


def test_the_list_shows_each_partnership_with_its_authorities(client: Client) -> None:
    partnership("Norvale")
    shown = words(page(client, "Bea", "/partnerships/"))
    assert "South West" in shown
    assert "Wessenmere Council" in shown
    assert "Norvale Safeguarding Children Partnership" in shown
    assert "Create a partnership" not in shown


def test_the_list_costs_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client.force_login(person("Bea"))
    with django_assert_max_num_queries(12):
        client.get("/partnerships/")


def test_a_partnership_costs_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(5):
        school = organisation(f"School {number} Academy")
        actions.add_agency(by=person("Bea"), partnership=partnership(), organisation=school, starts_on=None)
    client.force_login(person("Bea"))
    with django_assert_max_num_queries(12):
        client.get(WESSENMERE)


@pytest.mark.parametrize(
    ("who", "links"),
    [
        ("Bea", ["Add an agency", "Set a local clock", "Change how days are counted", "Change the email address"]),
        ("Adam", ["Add a safeguarding partner"]),
        ("Sam", []),
        ("Theo", []),
    ],
)
def test_each_reader_is_offered_what_they_may_change(client: Client, who: str, links: list[str]) -> None:
    partnership()
    shown = page(client, who, WESSENMERE)
    offered = [link.get_text() for link in shown.select("main p.sq-no-print a")]
    assert offered == links


@pytest.mark.parametrize("who", ["Audra", "Rhea", "Colm"])
def test_others_are_refused(client: Client, who: str) -> None:
    partnership()
    page(client, who, WESSENMERE, 403)


def test_a_partnership_that_is_not_there(client: Client) -> None:
    page(client, "Bea", "/partnerships/elsewhere/", 404)


@pytest.mark.parametrize("query", ["?on=2025-06-01", "?on-day=1&on-month=6&on-year=2025"])
def test_members_are_those_of_the_day(client: Client, query: str) -> None:
    school = organisation("Elm Road Academy")
    actions.add_agency(by=person("Bea"), partnership=partnership(), organisation=school, starts_on=date(2026, 1, 1))
    before = page(client, "Bea", WESSENMERE + query)
    assert before.find(id="agencies", class_="sq-empty")
    assert "Elm Road Academy" in before.find(id="others").get_text()  # type: ignore[union-attr]  # fails if not there
    assert "Elm Road Academy" in page(client, "Bea", WESSENMERE).find(id="agencies").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("query", ["?on=yesterday", "?on=2026-02-31", "?on-day=99&on-month=&on-year=x"])
def test_a_day_that_is_none_shows_today(client: Client, query: str) -> None:
    assert "Wessenmere Council" in words(page(client, "Bea", WESSENMERE + query))


def test_an_authority_that_was_merged_is_pointed_out_with_what_came_after(client: Client) -> None:
    actions.load_reference(by=System("reference"))
    old = Organisation.objects.get(code="E10000023")
    partnership().members.create(organisation=old, part="safeguarding_partner")
    shown = words(page(client, "Bea", WESSENMERE))
    assert "North Yorkshire ended on 31 March 2023; its area belongs to North Yorkshire (E06000065) since" in shown


def test_history_says_what_was_changed_and_by_whom(client: Client) -> None:
    actions.change_counting(by=person("Bea"), partnership=partnership(), start_day_is_day_one=True)
    shown = words(page(client, "Sam", WESSENMERE))
    assert "Counting changed" in shown
    assert "Bea Okafor" in shown


def test_adding_an_agency_by_search(client: Client) -> None:
    organisation("Elm Road Academy")
    partnership()
    address = f"{WESSENMERE}agencies/add/?words=elm"
    assert "Elm Road Academy" in words(page(client, "Bea", address))
    shown = post(client, "Bea", address, {"found-organisation": "elm-road-academy"})
    assert "Elm Road Academy belongs to Wessenmere" in shown


def test_adding_a_new_agency(client: Client) -> None:
    partnership()
    fields = {"new": "yes", "new-name": "Harbour Youth Club", "new-kind": "charity", "new-starts_on-day": ""}
    assert "Harbour Youth Club belongs to" in post(client, "Bea", f"{WESSENMERE}agencies/add/", fields)


def test_a_wrong_date_keeps_what_was_typed(client: Client) -> None:
    partnership()
    fields = {"new": "yes", "new-name": "Harbour Youth Club", "new-kind": "charity"}
    fields |= {"new-starts_on-day": "31", "new-starts_on-month": "2", "new-starts_on-year": "2026"}
    client.force_login(person("Bea"))
    soup = BeautifulSoup(client.post(f"{WESSENMERE}agencies/add/", fields).content, "html.parser")
    assert "enter a real date" in words(soup)
    assert soup.find(id="id_new-starts_on")["value"] == "31"  # type: ignore[index]  # fails if not there
    assert soup.title is not None
    assert soup.title.get_text().startswith("Error: ")


def test_an_administrator_creates_a_partnership(client: Client) -> None:
    for body in ("Council", "Police", "Care Board"):
        organisation(f"Norvale {body}")
    page(client, "Adam", "/partnerships/new/")
    fields: dict[str, object] = {"name": "Norvale and Dale", "local_authorities": ["Z06000002"]}
    fields |= {"police": ["norvale-police"], "care_boards": ["norvale-care-board"]}
    shown = post(client, "Adam", "/partnerships/new/?region=E12000001", fields)
    assert "Norvale and Dale is created" in shown
    assert Partnership.objects.get(slug="norvale-and-dale").members.count() == 3


def test_a_partnership_without_partners_says_which_are_missing(client: Client) -> None:
    organisation("Norvale Council")
    shown = post(client, "Adam", "/partnerships/new/?region=E12000001", {"name": "Norvale"})
    assert "Choose at least one police force" in shown
    assert "Choose at least one local authority" in shown


@pytest.mark.parametrize("who", ["Olga", "Bea"])
def test_others_create_no_partnership(client: Client, who: str) -> None:
    page(client, who, "/partnerships/new/", 403)


def test_setting_and_ending_a_clock(client: Client) -> None:
    partnership()
    fields = {"name": "Partners meet", "starts_from": "referral_received", "working_days": "1"}
    assert "The clock “Partners meet” is set" in post(client, "Bea", f"{WESSENMERE}clocks/add/", fields)
    clock = LocalClock.objects.get()
    assert "is ended" in post(client, "Bea", f"{WESSENMERE}clocks/{clock.pk}/end/", {})


def test_a_clock_of_no_days_is_refused_in_words(client: Client) -> None:
    partnership()
    fields = {"name": "Partners meet", "starts_from": "referral_received", "working_days": "0"}
    assert "1 to 250 working days" in post(client, "Bea", f"{WESSENMERE}clocks/add/", fields)


def test_changing_counting_and_address(client: Client) -> None:
    partnership()
    assert "What is under way keeps" in post(client, "Bea", f"{WESSENMERE}counting/", {"day_one": "same-day"})
    assert "office@example.org" in post(client, "Bea", f"{WESSENMERE}email/", {"email": "office@example.org"})
    assert "right form" in post(client, "Bea", f"{WESSENMERE}email/", {"email": "office at example"})


def test_ending_a_membership(client: Client) -> None:
    school = organisation("Elm Road Academy")
    joined = actions.add_agency(
        by=person("Bea"), partnership=partnership(), organisation=school, starts_on=date(2026, 1, 1)
    )
    address = f"{WESSENMERE}members/{joined.pk}/end/"
    fields = {"ends_on-day": "1", "ends_on-month": "1", "ends_on-year": "2020"}
    assert "last day is before the first" in post(client, "Bea", address, fields)
    assert "is recorded" in post(client, "Bea", address, fields | {"ends_on-year": "2027"})


@pytest.mark.parametrize("address", ["agencies/add/", "clocks/add/", "counting/", "email/"])
def test_the_manager_of_another_partnership_is_refused(client: Client, address: str) -> None:
    partnership()
    page(client, "Noor", WESSENMERE + address, 403)


def test_the_download_holds_every_membership(client: Client) -> None:
    client.force_login(person("Bea"))
    lines = client.get("/partnerships/download").content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("partnership,region,organisation")
    assert len(lines) == 4


def test_kinds_of_new_agencies_leave_out_authorities(client: Client) -> None:
    partnership()
    select = page(client, "Bea", f"{WESSENMERE}agencies/add/").find("select")
    assert select is not None
    assert OrganisationKind.LOCAL_AUTHORITY.value not in [option["value"] for option in select.find_all("option")]
