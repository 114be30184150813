"""The home page of every role: what it shows, what it does not, and how many queries it takes."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from second_question.rules.access import ROLES, ScopeKind
from second_question_web.jobs.models import Job
from second_question_web.people.models import Grant, Person
from tests.people import CHARACTERS, LONG_AGO, grant_case, organisation, person
from tests.sent import at_noon, sent_notification
from tests.web.home import scenes

pytestmark = pytest.mark.django_db

OWN, OTHER = "SIN-2026-0011", "SIN-2026-0012"  # sent by Wessenmere and by Norvale
DRAFT, OTHER_DRAFT = "SIN-2026-0001", "SIN-2026-0002"
MOST_QUERIES = 15
SEALED = "Something that no list may show"


@dataclass(frozen=True)
class Case:
    """Who looks, what the page says, and what it must not say."""

    name: str
    says: tuple[str, ...]
    says_not: tuple[str, ...] = ()


CASES = (
    Case(
        "Bea",
        ("Record an incident", DRAFT, OWN, "REF-2026-0001", "Due today", "What is late", "Wait for failure", "Drafts"),
        (OTHER, OTHER_DRAFT, "The trail", "Waiting Wanda", "approval"),
    ),
    Case("Noor", (OTHER, OTHER_DRAFT), (OWN, "REF-2026-0001")),
    Case("Sam", (DRAFT, OWN, "Your organisation’s view is missing"), (OTHER, "Record an incident")),
    Case("Chidi", (OWN, "Due today", "Drafts"), (OTHER, "Record an incident", "Referrals to screen")),
    Case("Colm", ("Refer an incident", "REF-2026-0001", "Received"), (OWN, DRAFT, "What is due", "view is missing")),
    Case("Leila", ("Refer an incident", "Nothing has been referred yet"), (OWN, "REF-2026-0001")),
    Case("Iris", ("Cases given to you", OWN, "Due today"), (OTHER, DRAFT, "Where everything is now")),
    Case("Petra", ("Notifications to acknowledge", OWN, OTHER, "Where everything is now"), (DRAFT, "Drafts")),
    Case("Max", (OWN, "Panel’s inbox", "Due today"), (OTHER, DRAFT, "Notifications to acknowledge")),
    Case("Rhea", ("Search the register", "Where everything is now"), (OWN, OTHER, DRAFT, "What is due")),
    Case("Theo", ("Who is where",), (OWN, DRAFT, "What is due", "Where everything is now")),
    Case("Audra", ("2 refusals", "has not been checked", "Read the trail"), (OWN, DRAFT, "Waiting Wanda")),
    Case("Adam", ("Waiting Wanda", "Wait for failure", "Invite somebody"), (OWN, DRAFT, "refusals")),
    Case("Olga", ("Waiting Wanda",), (OWN, DRAFT)),
)


@pytest.fixture(autouse=True)
def _scene() -> None:
    """Two partnerships, each with a draft and a case that was sent; a referral, a refusal, somebody who waits."""
    sent_notification(11)
    sent_notification(12, at="Norvale")
    scenes.draft(1, date(2026, 11, 11))
    scenes.draft(2, date(2026, 11, 19), by="Noor", at="Norvale")
    scenes.referral()
    scenes.local_clock("Partners meet", 2, "referral_received")
    scenes.refused(2, at_noon(2026, 11, 22))
    council = organisation("Wessenmere Council")
    Person.objects.create(email="w@example.org", name="Waiting Wanda", organisation=council, state="waiting")
    bea = person("Bea")
    Job.objects.create(kind="x", title="Wait for failure", state="failed", asked_by_key=bea.trail_key, asked_by="Bea")
    grant_case(person("Iris"), OWN)


def _page(client: Client, name: str) -> str:
    client.force_login(person(name))
    return client.get("/").content.decode()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_role_sees_what_is_its_own(client: Client, case: Case) -> None:
    page = _page(client, case.name)
    assert [words for words in case.says if words not in page] == []
    assert [words for words in (*case.says_not, SEALED) if words in page] == []


def test_the_table_has_every_role() -> None:
    assert {CHARACTERS[case.name].role for case in CASES} == {role.id for role in ROLES}


@pytest.mark.parametrize("name", [case.name for case in CASES])
def test_a_home_page_takes_few_queries(
    client: Client, name: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _page(client, name)
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get("/").status_code == 200


def test_somebody_with_several_roles_sees_all_of_them(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    bea = person("Bea")
    scope, office = ScopeKind.ORGANISATION, bea.organisation
    Grant.objects.create(person=bea, role="administrator", scope=scope, organisation=office, starts_on=LONG_AGO)
    page = _page(client, "Bea")
    assert [words for words in (DRAFT, "Waiting Wanda", "Administrator, Wessenmere Council") if words not in page] == []
    with django_assert_max_num_queries(MOST_QUERIES):
        client.get("/")


def test_whoever_has_no_role_reads_whom_to_ask(client: Client) -> None:
    person("Olga")
    new = Person.objects.create(
        email="n@example.org", name="New Nell", organisation=organisation("Wessenmere Council"), state="active"
    )
    client.force_login(new)
    page = client.get("/").content.decode()
    assert "You have no role yet" in page
    assert "Olga Reyes" in page


def test_a_stranger_signs_in_first(client: Client) -> None:
    assert client.get("/").headers["Location"].startswith("/sign-in/")
