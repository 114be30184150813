"""Signing in and out, with what the trail keeps of it."""

import pytest
from django.test import Client

from second_question_web.people.models import Person
from second_question_web.trail.models import Entry
from tests.people import PASSWORD, person

pytestmark = pytest.mark.django_db


def sign_in(client: Client, email: str = "bea@example.org", password: str = PASSWORD) -> str:
    """What the page after the attempt says."""
    return client.post("/sign-in/", {"login": email, "password": password}, follow=True).content.decode()


def trail() -> list[tuple[str, str, str]]:
    return list(Entry.objects.order_by("number").values_list("action", "actor_name", "reason"))


def test_the_page_asks_for_address_and_password(client: Client) -> None:
    page = client.get("/sign-in/").content.decode()
    assert "Email address" in page
    assert "Sign in with" not in page, "no organisation's sign-in is configured"


def test_a_person_signs_in(client: Client) -> None:
    person("Bea")
    answer = client.post("/sign-in/", {"login": "BEA@example.org", "password": PASSWORD})
    assert answer.headers["Location"] == "/"
    assert trail() == [("session.start", "Bea Okafor", "")]


def test_a_person_signs_out(client: Client) -> None:
    client.force_login(person("Bea"))
    client.post("/sign-out/")
    assert trail()[-1] == ("session.end", "Bea Okafor", "signed out")
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("email", ["bea@example.org", "nobody@example.org"])
def test_a_wrong_password_says_the_same_whoever_it_is(client: Client, email: str) -> None:
    person("Bea")
    page = sign_in(client, email, "not the password")
    assert "The email address or the password is not right" in page
    assert trail() == [("session.refuse", "", "wrong email address or password")]
    assert email not in str(Entry.objects.values()), "the trail keeps a fingerprint of what was typed"


@pytest.mark.parametrize("email", ["bea@example.org", "nobody@example.org"])
def test_after_five_wrong_passwords_the_page_says_to_wait(client: Client, email: str) -> None:
    person("Bea")
    for _ in range(5):
        sign_in(client, email, "not the password")
    assert "Wait 15 minutes" in sign_in(client, email, PASSWORD)
    assert trail()[-1] == ("session.refuse", "", "locked out after too many attempts")


def test_others_can_still_sign_in_during_a_lock_out(client: Client) -> None:
    person("Bea")
    person("Noor")
    for _ in range(6):
        sign_in(client, "bea@example.org", "not the password")
    client.post("/sign-in/", {"login": "noor@example.org", "password": PASSWORD})
    assert trail()[-1][:2] == ("session.start", "Noor Bailey")


@pytest.mark.parametrize("state", ["invited", "waiting", "ended"])
def test_an_account_that_is_not_open_does_not_sign_in(client: Client, state: str) -> None:
    Person.objects.filter(pk=person("Bea").pk).update(state=state)
    assert "Your account is not open" in sign_in(client)
    assert trail()[-1][0] == "session.refuse"


def test_an_empty_form_says_what_is_missing(client: Client) -> None:
    page = client.post("/sign-in/", {}).content.decode()
    assert "<title>Error: Sign in" in page
    assert page.count("Enter your password") == 2, "in the summary and at the field"
