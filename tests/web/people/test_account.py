"""One's own account."""

import pytest
from django.test import Client

from tests.people import person

pytestmark = pytest.mark.django_db


def test_shows(client: Client) -> None:
    client.force_login(person("Bea"))
    page = client.get("/account/").content.decode()
    assert "Runs the office of a safeguarding partnership" in page
    for u in ("/roles/", "/account/details/", "/account/password/", "/account/second-factor/"):
        assert client.get(u).status_code == 200, u


def test_admin(client: Client) -> None:
    client.force_login(person("Adam"))
    bea = person("Bea")
    for u in (
        "/people/",
        "/people/invite/",
        f"/people/{bea.pk}/",
        f"/people/{bea.pk}/give-a-role/",
        f"/people/{bea.pk}/change/end/",
    ):
        assert client.get(u).status_code == 200, u
