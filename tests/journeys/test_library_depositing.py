"""A partnership deposits a review without naming the area: what names it is shown, and everybody finds a redacted copy."""

import re

from playwright.sync_api import Page, expect

from tests.conftest import SAMPLES
from tests.journeys.conftest import Visit
from tests.journeys.hands import Hands
from tests.journeys.seen import reads, says, works_for_everybody
from tests.journeys.test_import import then_the_work_ends

TITLE = "The lodger nobody asked about"
AREA = re.compile("Wessenmere|WSCP|South West")


def test_a_partnership_deposits_without_naming_the_area(visit: Visit) -> None:
    bea = visit("Bea Okafor")
    given_a_review_is_added(bea)
    when_the_facts_are_checked(bea)
    then_the_text_does_not_open_while_it_names_the_area(bea)
    when_a_redacted_copy_is_made(bea)
    when_the_copy_is_put_into_the_library(bea)
    then_everybody_finds_it_and_nobody_learns_where(visit(), bea.url)


def given_a_review_is_added(page: Page) -> None:
    page.goto("/library/deposits/")
    works_for_everybody(page)
    Hands(page).press("Add documents")
    page.get_by_label("Files", exact=True).set_input_files(SAMPLES / "library" / "rowan.txt")
    works_for_everybody(page)
    Hands(page).press("Add")
    page.get_by_role("heading", level=1).wait_for()
    if page.get_by_role("progressbar").count():
        then_the_work_ends(page, "Local Child Safeguarding Practice Review: Child Rowan")


def when_the_facts_are_checked(page: Page) -> None:
    Hands(page).press("Check the facts")
    says(page, "The file says, on page 1")
    expect(page.get_by_label("Published", exact=True)).to_have_value("2024-06")
    works_for_everybody(page)
    Hands(page).write("Title", TITLE)
    Hands(page).press("Save and continue")


def then_the_text_does_not_open_while_it_names_the_area(page: Page) -> None:
    reads(page, "Who may see it")
    says(page, "The text names the area in 5 places.")
    when_everybody_may_see_it_without_the_area(page)
    says(page, "The file names the area in 5 places. Open the record only, or make a redacted copy.")
    works_for_everybody(page)


def when_everybody_may_see_it_without_the_area(page: Page) -> None:
    Hands(page).choose("Who may find it?", "Everybody")
    page.get_by_label("Do not say which area it comes from").check()
    page.get_by_label("I have looked at what was found. It may be read by everybody.").check()
    Hands(page).press("Put it into the library")


def when_a_redacted_copy_is_made(page: Page) -> None:
    Hands(page).press("Make a redacted copy")
    then_the_work_ends(page, TITLE)
    says(page, "A redacted copy of")


def when_the_copy_is_put_into_the_library(page: Page) -> None:
    Hands(page).press("Check the facts")
    Hands(page).press("Save and continue")
    says(page, "No place was found in the text that names the area.")
    when_everybody_may_see_it_without_the_area(page)
    reads(page, TITLE)
    says(page, "Everybody, without the area")
    works_for_everybody(page)


def then_everybody_finds_it_and_nobody_learns_where(page: Page, deposited: str) -> None:
    page.goto("/library/search/?q=lodger")
    says(page, TITLE)
    page.goto(deposited.replace("/deposits/", "/"))
    reads(page, TITLE)
    expect(page.locator("main")).not_to_contain_text(AREA)
