"""It is Friday 20 November 2026, 10:30; the review of Rowan Thistlewood was opened just now."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client

Opens = Callable[..., BeautifulSoup]


@pytest.fixture(autouse=True)
def the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is always the same Friday morning, whenever the tests are run."""
    from tests.reviews import NOW  # models exist only once Django is set up

    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def browser() -> Callable[[str], Client]:
    """`browser("Noor")` is Noor's browser, signed in."""
    from tests.people import person

    def sign_in(first_name: str) -> Client:
        client = Client()
        client.force_login(person(first_name))
        return client

    return sign_in


@pytest.fixture
def opened(browser: Callable[[str], Client]) -> Opens:
    """`opened("Bea", address)` is the page as Bea sees it; it must be there for her."""

    def read(first_name: str, address: str) -> BeautifulSoup:
        response = browser(first_name).get(address)
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html.parser")

    return read
