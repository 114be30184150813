"""One's own account, and the roles in words."""

import pytest
from django.test import Client

from second_question.rules.access import ROLES
from second_question_web.people.models import Person
from second_question_web.trail.models import Entry
from tests.people import person

pytestmark = pytest.mark.django_db


def test_it_says_in_words_what_i_may_do(client: Client) -> None:
    client.force_login(person("Bea"))
    page = client.get("/account/").content.decode()
    assert "Business manager, Wessenmere Safeguarding Children Partnership" in page
    assert "Runs the office of a safeguarding partnership" in page
    assert "Send a notification to the Panel" in page


def test_i_put_my_own_details_right(client: Client) -> None:
    client.force_login(person("Bea"))
    client.post("/account/details/", {"name": "Beatrice Okafor", "job_title": "Manager", "telephone": ""})
    assert Person.objects.get(email="bea@example.org").name == "Beatrice Okafor"
    row = Entry.objects.get(action="person.change_details")
    assert (row.before["name"], row.after["name"]) == ("Bea Okafor", "Beatrice Okafor")


def test_a_name_is_needed_and_the_rest_is_kept(client: Client) -> None:
    client.force_login(person("Bea"))
    page = client.post("/account/details/", {"name": "", "job_title": "Manager"}).content.decode()
    assert "<title>Error: Your details" in page
    assert 'value="Manager"' in page


def test_the_roles_page_describes_every_role(client: Client) -> None:
    client.force_login(person("Theo"))
    page = client.get("/roles/").content.decode()
    assert [role.title for role in ROLES if role.title not in page] == []


@pytest.mark.parametrize("address", ["/account/", "/roles/", "/account/details/", "/account/second-factor/"])
def test_the_pages_cost_few_queries(client: Client, django_assert_max_num_queries: object, address: str) -> None:
    client.force_login(person("Bea"))
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(12):
        assert client.get(address).status_code == 200
