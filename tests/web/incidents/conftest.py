"""Browsers of the people in the tests, without a browser."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

NOW = datetime(2026, 11, 20, 10, 30, tzinfo=ZoneInfo("Europe/London"))  # as in tests.notifications
SignIn = Callable[[str], Client]


@pytest.fixture(autouse=True)
def the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is always the same Friday morning, whenever the tests are run."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def signed_in() -> SignIn:
    """`signed_in("Noor")` is Noor's browser."""

    from tests.people import person  # models exist only once Django is set up

    def sign_in(first_name: str) -> Client:
        client = Client()
        client.force_login(person(first_name))
        return client

    return sign_in


@pytest.fixture
def bea(signed_in: SignIn) -> Client:
    """The browser of Wessenmere's business manager."""
    return signed_in("Bea")
