"""Signing in with one press of a button: in a demonstration only, and only as people who do not exist."""

import pytest
from django.test import Client
from pytest_django import Settings

from second_question_web.people.models import Person
from tests.people import person

pytestmark = pytest.mark.django_db


def press(client: Client, fictional: bool = True) -> int:
    """The status of the page after the button."""
    bea = person("Bea")
    Person.objects.update(fictional=fictional)
    client.post(f"/sign-in/as/{bea.pk}/")
    return client.get("/roles/").status_code


def test_in_a_demonstration_the_button_signs_in(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    assert press(client) == 200


def test_the_page_lists_the_people_under_their_roles(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    person("Bea")
    Person.objects.update(fictional=True)
    page = client.get("/sign-in/").content.decode()
    assert "Business manager" in page
    assert "Sign in as Bea Okafor" in page


def test_without_a_demonstration_there_is_no_such_page(client: Client) -> None:
    assert press(client) == 302
    assert client.post(f"/sign-in/as/{person('Bea').pk}/").status_code == 404


def test_never_as_a_real_person(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    assert press(client, fictional=False) == 302


def test_it_leads_nowhere_else(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    bea = person("Bea")
    Person.objects.update(fictional=True)
    answer = client.post(f"/sign-in/as/{bea.pk}/", {"next": "https://elsewhere.example.org/"})
    assert answer.headers["Location"] == "/"
