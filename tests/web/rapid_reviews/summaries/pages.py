"""What the tests of these pages share: a browser of somebody, and what a page says."""

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from tests.people import person
from tests.summaries import NIA, code_in_mail, secret_in_mail

CASE = "/notifications/SIN-2026-0001/rapid-review/agencies/"
OURS = "/summaries/SIN-2026-0001/1/"


def browser(name: str = "") -> Client:
    """The browser of one of the people in tests, or of a stranger."""
    client = Client()
    if name:
        client.force_login(person(name))
    return client


def browser_of_guest(email: str = NIA) -> Client:
    """The browser of whoever came by the link that was last sent to that address."""
    client, address = Client(), f"/summaries/open/{secret_in_mail(email)}/"
    assert client.post(f"{address}send/").status_code == 302
    answer = client.post(f"{address}code/check/", {"code": code_in_mail(email)})
    assert answer.status_code == 302, answer.content.decode()
    return client


def said(answer: object) -> str:
    """What a page says, in one line."""
    return " ".join(soup(answer).get_text(" ").split())


def soup(answer: object) -> BeautifulSoup:
    """The page."""
    assert isinstance(answer, HttpResponse)
    return BeautifulSoup(answer.content, "html.parser")


def seen_on(answer: object) -> str:
    """The digest of the text that a page shows."""
    field = soup(answer).select_one("input[name=seen]")
    assert field
    return str(field["value"])
