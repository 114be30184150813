"""Somebody without an account learns how reviews work, and what they say about fathers, up to the page it stands on."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit
from tests.journeys.hands import Hands
from tests.journeys.seen import reads, says, works_for_everybody

HAZEL = "Baby Hazel: local child safeguarding practice review"


def test_a_practitioner_prepares_a_team_meeting(visit: Visit) -> None:
    page = visit(width=PHONE, scripts=False)
    given_the_front_explains_the_stages(page)
    when_a_theme_is_opened(page)
    then_passages_and_recommendations_lead_to_their_page(page)


def given_the_front_explains_the_stages(page: Page) -> None:
    page.goto("/library/")
    expect(page.locator(".sq-stage")).to_have_count(3)
    page.locator("summary", has_text="Rules and sources").first.click()
    says(page, "A notification can be about several children.")
    works_for_everybody(page)


def when_a_theme_is_opened(page: Page) -> None:
    Hands(page).follow("All themes")
    page.get_by_role("link", name="Fathers and men in families").click()
    reads(page, "Fathers and men in families")
    expect(page.get_by_text(re.compile(r"\d documents speak of it"))).to_be_visible()
    works_for_everybody(page)


def then_passages_and_recommendations_lead_to_their_page(page: Page) -> None:
    page.locator(".sq-recommended").get_by_role("link", name=HAZEL).first.click()
    reads(page, HAZEL)
    expect(page.locator(".sq-text mark").first).to_be_in_viewport()
