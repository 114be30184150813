"""The pages of referrals: who sees what, what stays hidden, nothing typed is lost, and few queries."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question_web.incidents.models import DraftText, Notification, Referral
from second_question_web.incidents.referrals import actions, queries
from second_question_web.incidents.referrals.queries import Wanted
from second_question_web.partnerships.actions import add_local_clock
from second_question_web.trail.models import Entry
from tests.people import organisation, partnership, person
from tests.web.referrals.making import FRIDAY, all_views, referral, typed

pytestmark = pytest.mark.django_db
ONE = "/referrals/REF-2026-0001/"


def page(client: Client, who: str, address: str, status: int = 200) -> BeautifulSoup:
    client.force_login(person(who))
    response = client.get(address)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def words(soup: BeautifulSoup) -> str:
    main = soup.find("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())


def post(client: Client, who: str, address: str, fields: dict[str, str]) -> BeautifulSoup:
    client.force_login(person(who))
    return BeautifulSoup(client.post(address, fields, follow=True).content, "html.parser")


def decided(decision: str = "near_miss", told: str = "") -> Referral:
    made = referral()
    all_views(made)
    reason = "The hospital’s own words."
    return actions.decide(
        by=person("Bea"), referral=made, decision=decision, reason=reason, told_agency=told, now=FRIDAY
    )


def test_sending_gives_a_receipt_with_the_number(client: Client) -> None:
    shown = words(post(client, "Colm", "/referrals/new/", typed()))
    assert "Referral sent" in shown
    assert "REF-2026-0001" in shown


def test_pressing_twice_sends_once(client: Client) -> None:
    for _press in range(2):
        assert "REF-2026-0001" in words(post(client, "Colm", "/referrals/new/", typed()))
    assert Referral.objects.count() == 1


def test_the_contact_is_filled_in(client: Client) -> None:
    shown = page(client, "Colm", "/referrals/new/")
    assert shown.find(id="contact_email")["value"] == "colm@example.org"  # type: ignore[index]  # fails if not there


def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Client) -> None:
    shown = post(client, "Colm", "/referrals/new/", typed(**{"incident_on-month": "13", "why_serious": ""}))
    assert "The month must be a number from 1 to 12" in words(shown)
    assert shown.find(id="what_happened").get_text().strip().startswith("Rowan came to school")  # type: ignore[union-attr]
    assert shown.title is not None
    assert shown.title.get_text().startswith("Error: ")


def test_what_is_typed_is_kept_and_found_again_until_sent(client: Client) -> None:
    client.force_login(person("Colm"))
    assert client.post("/referrals/new/draft", typed(what_happened="Half a sen")).status_code == 204
    assert "Half a sen" in str(page(client, "Colm", "/referrals/new/").find(id="what_happened"))
    assert "Half a sen" not in str(page(client, "Leila", "/referrals/new/"))
    post(client, "Colm", "/referrals/new/", typed())
    assert not DraftText.objects.exists()


def test_what_was_kept_can_be_thrown_away(client: Client) -> None:
    client.force_login(person("Colm"))
    client.post("/referrals/new/draft", typed(what_happened="Half a sen"))
    shown = post(client, "Colm", "/referrals/new/start-again", {})
    assert "Half a sen" not in str(shown)


def test_whoever_refers_from_two_agencies_chooses_one(client: Client) -> None:
    colm, other = person("Colm"), organisation("Elm Road Academy")
    facts = {"role": "agency_contributor", "scope": "agency", "starts_on": date(2018, 1, 1), "given_by": "tests"}
    colm.grants.create(partnership=partnership(), organisation=other, **facts)
    assert "Choose who you refer for" in words(post(client, "Colm", "/referrals/new/", typed()))
    post(client, "Colm", "/referrals/new/", typed(place="wessenmere/elm-road-academy"))
    assert Referral.objects.get().organisation == other


def test_the_agency_sees_its_referral_and_what_became_of_it_but_never_the_case(client: Client) -> None:
    decided(told="We will offer your staff a meeting.")
    shown = words(page(client, "Colm", ONE))
    assert "Rowan Thistlewood" in shown
    assert "decided that this is a near miss" in shown
    assert "We will offer your staff a meeting." in shown
    assert "own words" not in shown
    assert "No lasting harm" not in shown


@pytest.mark.parametrize("who", ["Leila", "Noor"])
def test_another_agencys_referral_is_hidden_and_the_refusal_kept(client: Client, who: str) -> None:
    referral()
    page(client, who, ONE, 404)
    assert Entry.objects.get(action="record.refuse").case == "REF-2026-0001"


@pytest.mark.parametrize("who", ["Audra", "Adam", "Olga", "Petra", "Max", "Rhea", "Theo"])
def test_others_are_refused(client: Client, who: str) -> None:
    referral()
    page(client, who, ONE, 403)
    page(client, who, "/referrals/", 403)
    page(client, who, "/referrals/new/", 403)


def test_another_partnerships_list_is_empty(client: Client) -> None:
    referral()
    assert "REF-2026-0001" not in words(page(client, "Noor", "/referrals/"))


def test_a_receipt_is_for_whoever_sent_it(client: Client) -> None:
    referral()
    page(client, "Bea", f"{ONE}receipt/", 404)


def test_the_chair_reads_views_and_decision_and_changes_nothing(client: Client) -> None:
    decided()
    shown = words(page(client, "Chidi", ONE))
    assert "No lasting harm." in shown
    assert "Screen it again" not in shown
    page(client, "Chidi", f"{ONE}decision/", 403)


def test_opening_is_in_the_trail(client: Client) -> None:
    referral()
    page(client, "Bea", ONE)
    row = Entry.objects.get(action="referral.open")
    assert (row.actor_name, row.case) == ("Bea Okafor", "REF-2026-0001")


def test_screening_by_pages(client: Client) -> None:
    referral()
    fields = {"partner": "wessenmere-police", "view": "notify", "reason": "Old injuries."}
    assert "The view of Wessenmere Police is recorded" in words(post(client, "Sam", f"{ONE}view/", fields))
    decision = {"decision": "not_notifiable", "reason": "An accident."}
    assert "No view is recorded of" in words(post(client, "Sam", f"{ONE}decision/", decision))
    decision["why_without_views"] = "Nobody else could come."
    assert "The decision on REF-2026-0001 is recorded" in words(post(client, "Sam", f"{ONE}decision/", decision))
    again = words(post(client, "Sam", f"{ONE}reopen/", {"reason": "A scan shows a fracture."}))
    assert "An accident." in again
    assert "Nobody else could come." in again
    assert "Still to be heard: the local authority, the integrated care board." in again


def test_a_decision_to_notify_leads_to_one_notification(client: Client) -> None:
    decided("notify")
    assert "Begin the notification" in words(page(client, "Bea", ONE))
    client.force_login(person("Bea"))
    for _press in range(2):
        assert client.post(f"{ONE}notification/").headers["Location"].startswith("/notifications/SIN-2026-")
    assert Notification.objects.get().referral == Referral.objects.get()
    assert "Begin the notification" not in words(page(client, "Bea", ONE))


def test_deciding_to_notify_goes_straight_on_to_the_notification(client: Client) -> None:
    all_views(referral(), "notify")
    client.force_login(person("Bea"))
    response = client.post(f"{ONE}decision/", {"decision": "notify", "reason": "The criteria are met."})
    assert response.headers["Location"] == f"/notifications/{Notification.objects.get().reference}/"


def test_a_partner_does_not_begin_the_notification(client: Client) -> None:
    decided("notify")
    assert "The business manager begins the notification" in words(page(client, "Sam", ONE))
    client.force_login(person("Sam"))
    assert client.post(f"{ONE}notification/").status_code == 403


def test_near_misses_are_kept_and_counted(client: Client) -> None:
    decided()
    assert queries.counts(person("Bea"))[0]["near_miss"] == 1
    assert "REF-2026-0001" in words(page(client, "Bea", "/referrals/?state=near_miss"))
    assert "REF-2026-0001" not in words(page(client, "Bea", "/referrals/?state=notify"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(words="thistlewood"), True),
        (Wanted(words="Rowen Thistelwood"), True),  # as it sounds
        (Wanted(words="rowan frost"), False),
        (Wanted(words="REF-2026-0001"), True),
        (Wanted(words="alder lane"), True),
        (Wanted(agency="alder-lane-academy"), True),
        (Wanted(agency="wessenmere-police"), False),
        (Wanted(since=date(2026, 11, 20), until=date(2026, 11, 20)), True),
        (Wanted(until=date(2026, 11, 19)), False),
    ],
)
def test_search_and_filter(wanted: Wanted, found: bool) -> None:
    referral()
    assert queries.listing(person("Bea"), wanted).exists() is found


def test_a_name_search_leaves_a_fingerprint_only(client: Client) -> None:
    page(client, "Bea", "/referrals/?words=Thistlewood")
    row = Entry.objects.get(action="referral.list")
    assert row.after["words"].startswith("name search ")
    assert "thistlewood" not in str(row.after).lower()


def test_a_date_that_is_none_is_said(client: Client) -> None:
    assert "enter a real date" in words(page(client, "Bea", "/referrals/?since-day=31&since-month=2&since-year=2026"))


def test_the_download_identifies_nobody(client: Client) -> None:
    decided()
    client.force_login(person("Bea"))
    text = client.get("/referrals/download").content.decode("utf-8-sig")
    assert "REF-2026-0001,2026-11-20" in text
    assert "near_miss,2026-11-20,0" in text
    for secret in ("Rowan", "burn", "Colm"):
        assert secret not in text


@pytest.mark.parametrize("address", ["/referrals/", "/referrals/?words=rowan+thistlewood&state=near_miss", ONE])
@pytest.mark.parametrize("who", ["Bea", "Colm"])
def test_pages_cost_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, address: str, who: str
) -> None:
    clock = {"name": "Meet", "starts_from": "referral_received", "working_days": 1, "on": date(2026, 1, 1)}
    add_local_clock(by=person("Bea"), partnership=partnership(), **clock)  # type: ignore[arg-type]  # facts of a clock
    decided()
    for number in range(5):
        referral(token=str(number))
    client.force_login(person(who))
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/referrals/new/", f"{ONE}view/", f"{ONE}decision/"])
def test_forms_cost_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, address: str
) -> None:
    referral()
    client.force_login(person("Bea"))
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200
