"""Two tabs, a lost connection, a double click: nothing is lost and nothing is doubled."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import notifying
from tests.journeys.conftest import Visit
from tests.journeys.hands import Hands
from tests.journeys.notifying import ChildTold, IncidentTold, reference_of
from tests.journeys.seen import days_ago, reads, says, works_for_everybody

QUESTION = "What happened?"
SAVED = re.compile(r"^Saved \d\d:\d\d$")


def test_two_tabs_lose_neither_text(visit: Visit) -> None:
    first = given_a_draft(visit("Bea Okafor"))
    second = first.context.new_page()
    for tab in (first, second):
        tab.goto(f"/notifications/{reference_of(first)}/answer/what-happened/")
    when_both_save(first, second)
    then_both_texts_are_shown_and_kept(second)


def test_a_lost_connection_loses_nothing(visit: Visit) -> None:
    page = given_a_draft(visit("Bea Okafor"))
    page.goto(f"/notifications/{reference_of(page)}/answer/what-happened/")
    when_the_connection_is_lost_while_typing(page)
    then_it_is_kept_when_it_comes_back(page)
    then_it_stands_there_after_opening_the_page_again(page)


CHILDREN = [(True, ChildTold("Sedge Marlow", days_ago(2100))), (False, ChildTold("Ivo Pell", days_ago(2400)))]


@pytest.mark.parametrize(("scripts", "child"), CHILDREN, ids=["with scripts", "without scripts"])
def test_a_double_click_sends_once(visit: Visit, scripts: bool, child: ChildTold) -> None:
    page = visit("Bea Okafor", scripts=scripts)
    told = IncidentTold("A boy was found with bruises.", (child,), child.born + timedelta(900))
    reference = notifying.record(Hands(page), told)
    notifying.check(Hands(page))
    page.get_by_role("button", name="Send the notification").dblclick()
    reads(page, "Notification sent")
    then_it_was_sent_once(visit("Audra Quill"), reference)


def given_a_draft(page: Page) -> Page:
    Hands(page).press("Record an incident")
    Hands(page).press("Start now")
    page.wait_for_url(notifying.REFERENCE)
    return page


def when_both_save(first: Page, second: Page) -> None:
    for tab, words in ((first, "The first text."), (second, "The second text.")):
        Hands(tab).write(QUESTION, words)
        Hands(tab).press("Save and continue")


def then_both_texts_are_shown_and_kept(page: Page) -> None:
    reads(page, "This page was changed meanwhile")
    says(page, "The first text.")
    says(page, "The second text.")
    works_for_everybody(page)
    Hands(page).choose(f"Which answer to keep for “{QUESTION}”", "Keep both, what was saved first")
    Hands(page).press("Save what I chose")
    page.goto(f"/notifications/{reference_of(page)}/answer/what-happened/")
    expect(page.get_by_label(QUESTION, exact=True)).to_have_value(re.compile(r"The first text\.\s+The second text\."))


def when_the_connection_is_lost_while_typing(page: Page) -> None:
    page.context.set_offline(True)
    Hands(page).write(QUESTION, "Typed on a train, in a tunnel.")
    expect(page.locator("[data-autosave-status]")).to_contain_text(
        "connection lost. What you typed is still on this page"
    )
    works_for_everybody(page)


def then_it_is_kept_when_it_comes_back(page: Page) -> None:
    page.context.set_offline(False)
    expect(page.locator("[data-autosave-status]")).to_have_text(SAVED)


def then_it_stands_there_after_opening_the_page_again(page: Page) -> None:
    page.reload()
    says(page, "We kept what you typed")
    expect(page.get_by_label(QUESTION, exact=True)).to_have_value("Typed on a train, in a tunnel.")
    works_for_everybody(page)


def then_it_was_sent_once(page: Page, reference: str) -> None:
    page.goto(f"/trail/?case={reference}")
    expect(page.get_by_role("row").filter(has_text="Bea Okafor sent")).to_have_count(1)
