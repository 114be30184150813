"""A business manager reads the appraisal of a review on a telephone, without scripts and with the keyboard alone."""

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit
from tests.journeys.deciding import review_of
from tests.journeys.seen import works_for_everybody

REVIEW = "SIN-2026-0007"
SCREENS = 16  # of 900 pixels


def test_an_answer_leads_to_its_passage_and_back(visit: Visit) -> None:
    page = visit("Bea Okafor", width=PHONE, scripts=False)
    page.goto(f"{review_of(REVIEW)}appraisal/")
    then_the_list_is_short(page)
    item = page.locator(".sq-appraised").filter(has=page.get_by_role("heading", name="ethnicity of the child"))
    item.get_by_role("link", name="Show in the text").focus()
    page.keyboard.press("Enter")
    then_the_passage_is_in_view(page, "White and Black Caribbean")
    expect(page.locator(":target")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="ethnicity of the child")).to_be_in_viewport()
    works_for_everybody(page)


def then_the_list_is_short(page: Page) -> None:
    assert page.locator("body").bounding_box()["height"] < SCREENS * 900  # type: ignore[index]  # it has a box


def then_the_passage_is_in_view(page: Page, words: str) -> None:
    passage = page.locator("mark").filter(has=page.locator(":target"))
    expect(passage).to_be_in_viewport()
    expect(passage).to_contain_text(words)
