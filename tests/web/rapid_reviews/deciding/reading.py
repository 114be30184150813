"""What a person reads on the pages of a decision, and what is typed into them."""

from collections.abc import Callable

from bs4 import BeautifulSoup
from django.test import Client

Browser = Callable[[str], Client]
R = "/notifications/SIN-2026-0001/rapid-review/"
DECISION, CHECK, SIGN, VERSIONS = f"{R}decision/", f"{R}check/", f"{R}decision/sign/", f"{R}versions/"


def words(page: BeautifulSoup, selector: str = "main") -> str:
    """What stands in a part of the page; it must be there."""
    found = page.select(selector)
    assert found, selector
    return " ".join(" ".join(one.get_text(" ") for one in found).split())


def links(page: BeautifulSoup) -> set[str]:
    """Where the links of the page lead."""
    return {str(link["href"]) for link in page.select("main a[href]")}


def posted(client: Client, page: str, typed: dict[str, object]) -> BeautifulSoup:
    """The page that answers a form which is not accepted."""
    response = client.post(page, typed)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def value_of(page: BeautifulSoup, name: str) -> str:
    """What stands in the field of that name."""
    (field,) = page.select(f"[name={name}]")
    return str(field["value"])


def card(page: BeautifulSoup, partner: str) -> str:
    """What stands in the card of one partner."""
    (found,) = [one for one in page.select(".sq-card") if (h := one.find("h3")) and h.get_text() == partner]
    return " ".join(found.get_text(" ").split())
