"""What everybody may read, and what programs ask for."""

import re
from urllib.robotparser import RobotFileParser

import pytest
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from second_question.rules.clocks import CLOCKS
from second_question.rules.rulesets import RULESETS
from tests.people import person

pytestmark = pytest.mark.django_db

PAGES = {
    "help": "How things work here",
    "help_guide": "User guide",
    "help_accessibility": "Accessibility statement",
    "help_privacy": "Privacy",
    "help_sources": "Where the rules come from",
    "help_feedback": "Tell us what gets in your way",
}


@pytest.mark.parametrize(("name", "heading"), PAGES.items())
def test_everybody_may_read_it(client: Client, name: str, heading: str) -> None:
    page = client.get(reverse(name))
    assert page.status_code == 200
    assert f'<h1 class="govuk-heading-xl">{heading}</h1>' in page.content.decode()


def test_every_link_of_the_frame_leads_somewhere(client: Client) -> None:
    page = client.get(reverse("help")).content.decode()
    addresses = set(re.findall(r'href="(/[^"]*)"', page)) - {"/"}
    assert len(addresses) > 5
    assert [a for a in addresses if not a.startswith("/static/") and client.get(a).status_code != 200] == []


def test_the_sources_of_every_clock_and_ruleset_are_shown(client: Client) -> None:
    page = client.get(reverse("help_sources")).content.decode()
    titles = [clock.title for clock in CLOCKS] + [ruleset.title for ruleset in RULESETS]
    assert [title for title in titles if title not in page] == []
    assert "Not verified" in page


def test_an_unfinished_privacy_notice_says_so(client: Client, settings: Settings) -> None:
    assert "This notice is not complete" in client.get(reverse("help_privacy")).content.decode()
    settings.OPERATOR, settings.PRIVACY_ADDRESS = "Wessenmere Council", "https://wessenmere.example/privacy"
    page = client.get(reverse("help_privacy")).content.decode()
    assert "This notice is not complete" not in page
    assert "https://wessenmere.example/privacy" in page


def test_people_are_told_where_to_write(client: Client, settings: Settings) -> None:
    settings.CONTACT_EMAIL = "help@wessenmere.example"
    assert "mailto:help@wessenmere.example" in client.get(reverse("help_feedback")).content.decode()


def test_it_is_well_as_long_as_the_database_answers(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get(reverse("health")).status_code == 200

    def away() -> None:
        raise DatabaseError("the password is secret")

    monkeypatch.setattr("second_question_web.home.views.machines.connection.cursor", away)
    answer = client.get(reverse("health"))
    assert (answer.status_code, b"secret" in answer.content) == (503, False)


@pytest.mark.parametrize(
    ("path", "open_"),
    [
        ("/library/", True),
        ("/library/case-studies/neglect/", True),
        ("/sitemap.xml", True),
        ("/library/search/?q=neglect", False),
        ("/library/deposits/", False),
        ("/sign-in/", False),
        ("/", False),
    ],
)
def test_robots_that_follow_the_first_line_that_fits(client: Client, path: str, open_: bool) -> None:
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").content.decode().splitlines())
    assert parser.can_fetch("anybody", path) is open_


def test_the_picture_is_found(client: Client) -> None:
    assert client.get("/favicon.ico").headers["Location"].endswith("favicon.svg")


def test_somebody_without_a_role_chooses_about_emails(client: Client) -> None:
    client.force_login(person("Iris"))
    client.post(reverse("calendar"), {"wish": "alerts", "wanted": "no"})
    assert 'value="no" checked' in client.get(reverse("calendar")).content.decode()


def test_a_wish_that_makes_no_sense_changes_nothing(client: Client) -> None:
    client.force_login(person("Bea"))
    assert client.post(reverse("calendar"), {"wish": "alerts", "wanted": "perhaps"}).status_code == 302
    assert 'value="yes" checked' in client.get(reverse("calendar")).content.decode()


def test_the_account_page_leads_to_calendar_and_alerts(client: Client) -> None:
    client.force_login(person("Bea"))
    assert f'href="{reverse("calendar")}"' in client.get(reverse("account")).content.decode()
