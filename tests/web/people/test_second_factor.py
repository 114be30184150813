"""The second factor: set up, used, replaced, turned off."""

import re
import time
from html import unescape

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from pytest_django import Settings

from second_question_web.people.models import Person
from second_question_web.trail.models import Entry
from tests.people import PASSWORD, person

pytestmark = pytest.mark.django_db
SET_UP, REPLACE, CODES = "/account/second-factor/", "/account/second-factor/another/", "/account/recovery-codes/"


def code_for(secret: str, steps: int = 0) -> str:
    """What the app shows, now or some half minutes later."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def secret_on(page: str) -> str:
    found = re.search(r">((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})<", page)
    assert found
    return found[1].replace(" ", "")


def set_up(client: Client, address: str = SET_UP) -> str:
    """The secret that the app now has."""
    secret = secret_on(client.get(address).content.decode())
    assert client.post(address, {"code": code_for(secret)}).status_code == 302
    return secret


def signed_in_with_password(client: Client) -> str:
    """Where the password alone leads."""
    return client.post("/sign-in/", {"login": "bea@example.org", "password": PASSWORD}).headers["Location"]


def bea() -> Person:
    return Person.objects.get(email="bea@example.org")


def test_it_is_set_up_with_a_picture_or_a_typed_secret(client: Client) -> None:
    client.force_login(person("Bea"))
    page = client.get(SET_UP).content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    set_up(client)
    assert bea().has_second_factor
    assert Entry.objects.get(action="second_factor.change").after == {"second_factor": True}


def test_the_secret_is_not_readable_in_the_database(client: Client) -> None:
    client.force_login(person("Bea"))
    secret = set_up(client)
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))


def test_a_wrong_code_sets_nothing_up(client: Client) -> None:
    client.force_login(person("Bea"))
    client.get(SET_UP)
    page = client.post(SET_UP, {"code": "000000"}).content.decode()
    assert "The code is not right" in unescape(page)
    assert not bea().has_second_factor


def test_recovery_codes_are_shown_once(client: Client) -> None:
    client.force_login(person("Bea"))
    set_up(client)
    first, second = (client.get(CODES).content.decode() for _ in range(2))
    assert len(re.findall(r"<li>\d{4} \d{4}</li>", first)) == 10
    assert 'download="second-question-recovery-codes.txt"' in first
    assert "cannot be shown again" in second


def test_signing_in_asks_for_the_code(client: Client) -> None:
    client.force_login(person("Bea"))
    secret = set_up(client)
    client.post("/sign-out/")
    assert signed_in_with_password(client) == "/sign-in/code/"
    assert client.get("/roles/").status_code == 302, "the password alone opens nothing"
    client.post("/sign-in/code/", {"code": code_for(secret, 1)})
    assert client.get("/roles/").status_code == 200
    assert Entry.objects.filter(action="session.start").latest("number").after == {"how": ["password", "mfa"]}


def test_a_recovery_code_works_once_in_its_place(client: Client) -> None:
    client.force_login(person("Bea"))
    set_up(client)
    code = re.findall(r"<li>(\d{4} \d{4})</li>", client.get(CODES).content.decode())[0]
    for status in (200, 302):
        client.post("/sign-out/")
        signed_in_with_password(client)
        client.post("/sign-in/code/", {"code": code})
        assert client.get("/roles/").status_code == status


def test_wrong_codes_lock_out_and_stand_in_the_trail(client: Client) -> None:
    client.force_login(person("Bea"))
    set_up(client)
    client.post("/sign-out/")
    signed_in_with_password(client)
    pages = [client.post("/sign-in/code/", {"code": "000000"}).content.decode() for _ in range(6)]
    assert "Wait 15 minutes" in pages[-1]
    reasons = list(Entry.objects.filter(action="session.refuse").values_list("reason", flat=True))
    assert set(reasons) == {"wrong code", "locked out after too many wrong codes"}


def test_another_telephone_takes_over(client: Client) -> None:
    client.force_login(person("Bea"))
    old = set_up(client)
    new = set_up(client, REPLACE)
    client.post("/sign-out/")
    signed_in_with_password(client)
    client.post("/sign-in/code/", {"code": code_for(old, 1)})
    assert client.get("/roles/").status_code == 302
    client.post("/sign-in/code/", {"code": code_for(new, 1)})
    assert client.get("/roles/").status_code == 200


@pytest.mark.parametrize("required", [True, False])
def test_it_is_turned_off_only_where_nobody_asks_for_it(client: Client, settings: Settings, required: bool) -> None:
    settings.SECOND_FACTOR_REQUIRED = required
    client.force_login(person("Bea"))
    set_up(client)
    client.post("/account/second-factor/off/")
    assert bea().has_second_factor is required


def test_later_in_a_session_the_password_is_asked_once_more(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = -1
    client.force_login(person("Bea"))
    assert client.get(SET_UP).headers["Location"].startswith("/account/confirm/password/")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
    answer = client.post("/account/confirm/password/?next=" + SET_UP, {"password": PASSWORD})
    assert answer.headers["Location"] == SET_UP


def test_where_it_is_required_everything_waits_for_it(client: Client, settings: Settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(person("Bea"))
    assert client.get("/roles/").headers["Location"] == SET_UP
    set_up(client)
    assert client.get("/roles/").status_code == 200
