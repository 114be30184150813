"""A forgotten password."""

import re

import pytest
from django.core import mail
from django.test import Client

from second_question_web.people.models import Person
from tests.people import PASSWORD, person
from tests.web.people.test_sign_in import sign_in, trail

pytestmark = pytest.mark.django_db
NEW = "seven plum bicycles"


def ask(client: Client, email: str = "bea@example.org") -> str:
    return client.post("/password/forgotten/", {"email": email}, follow=True).content.decode()


def link() -> str:
    found = re.search(r"https?://[^/]+(/password/new/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def reset(client: Client) -> str:
    form = client.get(link()).headers["Location"]
    return client.post(form, {"password1": NEW, "password2": NEW}, follow=True).content.decode()


def test_a_link_sets_a_new_password(client: Client) -> None:
    person("Bea")
    ask(client)
    assert "Your new password is set" in reset(client)
    client.post("/sign-in/", {"login": "bea@example.org", "password": NEW})
    assert [row[0] for row in trail()] == ["password.change", "session.start"]


def test_a_link_works_once(client: Client) -> None:
    person("Bea")
    ask(client)
    reset(client)
    mail.outbox.pop()  # the notice that the password was changed
    assert "This link does not work" in client.get(link(), follow=True).content.decode()


def test_the_page_says_the_same_for_an_address_that_nobody_has(client: Client) -> None:
    person("Bea")
    assert ask(client, "nobody@example.org") == ask(client)
    assert [message.to for message in mail.outbox] == [["bea@example.org"]]


@pytest.mark.parametrize("state", ["invited", "waiting", "ended"])
def test_an_account_that_is_not_open_gets_no_link(client: Client, state: str) -> None:
    person("Bea")
    Person.objects.update(state=state)
    ask(client)
    assert mail.outbox == []


def test_a_new_password_lifts_the_lock_out(client: Client) -> None:
    person("Bea")
    for _ in range(6):
        sign_in(client, password="not the password")
    ask(client)
    reset(client)
    answer = client.post("/sign-in/", {"login": "bea@example.org", "password": NEW})
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("weak", ["short", "password1234", "bea@example.org"])
def test_a_password_that_is_easily_guessed_is_refused(client: Client, weak: str) -> None:
    client.force_login(person("Bea"))
    page = client.post("/account/password/", {"oldpassword": PASSWORD, "password1": weak, "password2": weak})
    assert "<title>Error: Change your password" in page.content.decode()
