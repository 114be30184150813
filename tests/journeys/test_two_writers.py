"""Two people write in one answer of a rapid review, and a browser is closed while somebody types: no word is lost."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visit
from tests.journeys.hands import Hands
from tests.journeys.installation import Installation
from tests.journeys.prepared import prepared
from tests.journeys.seen import reads, says, works_for_everybody

BACKGROUND, LEARNING, SUPPORT = "background", "learning", "support"  # a test writes in a section of its own
QUESTIONS = {
    BACKGROUND: "The context before the incident, briefly",
    LEARNING: "What more might be learned, and from whom?",
    SUPPORT: "Support to the family",
}
BEAS, DANAS = "The family moved in March.", "The grandmother held the home together."


@pytest.fixture(scope="session")
def review(installation: Installation) -> str:
    """The address of a rapid review that has just begun."""
    return f"/notifications/{prepared(installation, 'Wren Ashdown', 4)}/rapid-review/"


@pytest.mark.parametrize(("scripts", "section"), [(True, BACKGROUND), (False, LEARNING)], ids=["scripts", "no scripts"])
def test_two_writers_lose_neither_text(visit: Visit, review: str, scripts: bool, section: str) -> None:
    bea, dana = visit("Bea Okafor", scripts=scripts), visit("Dana Whitlock", scripts=scripts)
    for page in (bea, dana):
        given_they_have_opened(page, review, section)
    when_they_save(bea, QUESTIONS[section], BEAS)
    when_they_save(dana, QUESTIONS[section], DANAS)
    then_both_texts_are_shown(dana)
    when_both_are_kept(dana, QUESTIONS[section])
    then_both_stand_there(bea, review, section)


def test_what_was_typed_survives_a_closed_browser(visit: Visit, review: str) -> None:
    bea = visit("Bea Okafor")
    given_they_have_opened(bea, review, SUPPORT)
    when_the_browser_is_closed_while_typing(bea)
    bea = visit("Bea Okafor")
    given_they_have_opened(bea, review, SUPPORT)
    then_what_was_typed_stands_there(bea)
    then_nobody_else_has_it(visit("Dana Whitlock"), review)


def given_they_have_opened(page: Page, review: str, section: str) -> None:
    page.goto(f"{review}sections/{section}/")
    expect(page.get_by_label(QUESTIONS[section], exact=True)).to_be_visible()


def when_they_save(page: Page, question: str, words: str) -> None:
    Hands(page).write(question, words)
    Hands(page).press("Save and continue")


def then_both_texts_are_shown(page: Page) -> None:
    reads(page, "This page was changed meanwhile")
    says(page, BEAS)
    says(page, DANAS)
    says(page, "Bea Okafor saved it")
    works_for_everybody(page)


def when_both_are_kept(page: Page, question: str) -> None:
    Hands(page).choose(f"Which answer to keep for “{question}”", "Keep both, what was saved first")
    Hands(page).press("Save what I chose")
    page.wait_for_url(re.compile(r"/sections/(?!background|learning)|/rapid-review/$"))


def then_both_stand_there(page: Page, review: str, section: str) -> None:
    given_they_have_opened(page, review, section)
    expect(page.get_by_label(QUESTIONS[section], exact=True)).to_have_value(re.compile(rf"{BEAS}\s+{DANAS}"))
    says(page, "Last written by Dana Whitlock")
    works_for_everybody(page)


def when_the_browser_is_closed_while_typing(page: Page) -> None:
    Hands(page).write(QUESTIONS[SUPPORT], BEAS)
    expect(page.locator("[data-autosave-status]")).to_have_text(re.compile(r"^Saved \d\d:\d\d$"))
    page.context.close()


def then_what_was_typed_stands_there(page: Page) -> None:
    says(page, "We kept what you typed")
    expect(page.get_by_label(QUESTIONS[SUPPORT], exact=True)).to_have_value(BEAS)
    works_for_everybody(page)


def then_nobody_else_has_it(page: Page, review: str) -> None:
    given_they_have_opened(page, review, SUPPORT)
    expect(page.get_by_label(QUESTIONS[SUPPORT], exact=True)).to_have_value("")
