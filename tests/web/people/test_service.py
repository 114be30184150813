"""Signing in through an organisation's own service (OpenID Connect), against one that answers in the same process."""

import json
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from second_question_web.people.models import Invitation, Person
from second_question_web.trail.models import Entry
from tests.people import person

pytestmark = pytest.mark.django_db
SERVER = "https://login.example.org"
START, RETURN = "/sign-in/with/organisation/", "/sign-in/with/organisation/return/"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Service:
    """What the organisation's service says of the person who signs in there."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {"sub": "42", "email": "bea@example.org", "email_verified": True}

    def send(self, request: requests.PreparedRequest, **_options: object) -> requests.Response:
        answers: dict[str, Callable[[], dict[str, Any]]] = {
            "/.well-known/openid-configuration": self._configuration,
            "/token": self._token,
            "/userinfo": lambda: self.claims,
        }
        response = requests.Response()
        response.status_code = 200
        response.headers["Content-Type"] = "application/json"
        response._content = json.dumps(answers[urlsplit(str(request.url)).path]()).encode()  # noqa: SLF001  no other way
        return response

    def _configuration(self) -> dict[str, Any]:
        addresses = {f"{name}_endpoint": f"{SERVER}/{name}" for name in ("token", "userinfo", "authorization")}
        return {"issuer": SERVER, "jwks_uri": f"{SERVER}/keys", **addresses}

    def _token(self) -> dict[str, Any]:
        facts = {"iss": SERVER, "aud": "second-question", "exp": int(time.time()) + 60, "iat": int(time.time())}
        return {"access_token": "a", "token_type": "Bearer", "id_token": jwt.encode(facts | self.claims, KEY, "RS256")}


@pytest.fixture
def service(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Service:
    app = {"provider_id": "organisation", "name": "Wessenmere Council", "client_id": "second-question", "secret": "s"}
    app["settings"] = {"server_url": SERVER}  # type: ignore[assignment]  # a setting of mixed kinds
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    made = Service()
    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", made.send)
    return made


def come_back(client: Client) -> Any:
    """Goes to the service and comes back from it; the answer to the last step."""
    away = client.post(START)
    state = parse_qs(urlsplit(away.headers["Location"]).query)["state"][0]
    return client.get(RETURN, {"code": "c", "state": state})


def refused() -> list[str]:
    return list(Entry.objects.filter(action="session.refuse").values_list("reason", flat=True))


def test_the_sign_in_page_offers_it(client: Client, service: Service) -> None:
    assert "Sign in with Wessenmere Council" in client.get("/sign-in/").content.decode()


def test_an_active_person_signs_in(client: Client, service: Service) -> None:
    person("Bea")
    assert come_back(client).headers["Location"] == "/"
    assert client.get("/roles/").status_code == 200
    assert Entry.objects.get(action="session.start").after == {"how": ["socialaccount"]}


def test_the_password_stays_as_it_was(client: Client, service: Service) -> None:
    before = person("Bea").password
    come_back(client)
    assert Person.objects.get(email="bea@example.org").password == before


@pytest.mark.parametrize(
    "claims",
    [{"email": "nobody@example.org"}, {"email_verified": False}, {"email_verified": "true"}, {"email": ""}],
    ids=["unknown address", "not confirmed", "a word instead of a fact", "no address"],
)
def test_nobody_else_gets_in_and_nobody_is_made(client: Client, service: Service, claims: dict[str, Any]) -> None:
    person("Bea")
    service.claims |= claims
    assert come_back(client).status_code == 403
    assert Person.objects.count() == 1
    assert len(refused()) == 1


@pytest.mark.parametrize("state", ["ended", "waiting"])
def test_an_account_that_is_not_open_stays_shut(client: Client, service: Service, state: str) -> None:
    person("Bea")
    Person.objects.update(state=state)
    assert come_back(client).status_code == 403


def test_an_invited_person_takes_up_the_invitation(client: Client, service: Service) -> None:
    bea, now = person("Bea"), timezone.now()
    Person.objects.update(state="invited")
    Invitation.objects.create(person=bea, secret_digest="x", sent_at=now, expires_at=now + timedelta(days=1))
    come_back(client)
    assert Person.objects.get(pk=bea.pk).state == "active"


@pytest.mark.parametrize(("trusted", "status"), [(True, 200), (False, 302)])
def test_the_services_own_second_factor_counts_where_it_is_trusted(
    client: Client, service: Service, settings: Settings, trusted: bool, status: int
) -> None:
    person("Bea")
    settings.SECOND_FACTOR_REQUIRED, settings.OIDC_TRUSTS_SECOND_FACTOR = True, trusted
    come_back(client)
    assert client.get("/roles/").status_code == status


def test_the_librarys_other_purposes_of_the_address_are_shut(client: Client, service: Service) -> None:
    assert client.post(START, {"process": "connect"}).status_code == 403
    assert client.get(START).status_code == 405


def test_an_answer_that_nobody_asked_for_is_refused(client: Client, service: Service) -> None:
    page = client.get(RETURN, {"code": "c", "state": "made up"})
    assert page.status_code == 401
    assert "did not work" in page.content.decode()


def test_without_configuration_there_is_no_such_address(client: Client) -> None:
    assert client.post(START).status_code == 404
