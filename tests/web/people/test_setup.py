"""The first administrator of an empty installation."""

import pytest
from django.test import Client
from django.utils import timezone

from second_question.rules.access import Permission
from second_question_web.people import setup
from second_question_web.people.actions import first_administrator
from second_question_web.people.errors import LinkDoesNotWork
from second_question_web.people.models import Person
from second_question_web.trail.models import Entry
from tests.people import person

pytestmark = pytest.mark.django_db
STRONG = "seven plum bicycles"
ANSWERS = {"name": "Ada First", "email": "Ada@Example.org", "password": STRONG, "again": STRONG}


def test_an_empty_installation_needs_one() -> None:
    assert setup.is_needed()


def test_the_secret_page_makes_the_first_administrator(client: Client) -> None:
    client.post(setup.link(), ANSWERS)
    ada = Person.objects.get(email="ada@example.org")
    assert ada.may(Permission.PEOPLE_MANAGE)
    assert ada.check_password(STRONG)
    assert Entry.objects.get().actor_name == "System: set-up"
    assert not setup.is_needed()


def test_the_page_works_once(client: Client) -> None:
    link = setup.link()
    client.post(link, ANSWERS)
    assert client.post(link, ANSWERS | {"email": "eve@example.org"}).status_code == 404
    assert Person.objects.count() == 1


def test_a_new_link_ends_the_one_before(client: Client) -> None:
    old, new = setup.link(), setup.link()
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)


def test_no_link_works_when_there_is_an_administrator(client: Client) -> None:
    person("Adam")
    assert client.get(setup.link()).status_code == 404
    with pytest.raises(LinkDoesNotWork):
        first_administrator(email="eve@example.org", name="Eve", password=STRONG, now=timezone.now())


def test_the_address_cannot_be_guessed(client: Client) -> None:
    setup.link()
    assert client.get("/set-up/x/").status_code == 404


def test_two_passwords_that_differ_are_refused_and_the_rest_is_kept(client: Client) -> None:
    page = client.post(setup.link(), ANSWERS | {"again": "another one entirely"}).content.decode()
    assert "The two passwords are not the same" in page
    assert 'value="Ada First"' in page
