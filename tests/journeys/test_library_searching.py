"""A practitioner finds what was learned, reads it where it stands, and cites it; on a telephone without scripts too."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import PHONE, Visit
from tests.journeys.hands import Hands
from tests.journeys.seen import reads, says, works_for_everybody

BRIEFING = "Practitioner briefing: concealed pregnancy"


def test_a_practitioner_finds_and_cites(visit: Visit) -> None:
    page = visit()
    when_words_are_typed_the_answer_is_there(page)
    when_the_results_are_narrowed_to_briefings(page)
    then_the_passage_is_read_where_it_stands(page)
    then_it_is_cited(page)


def test_a_telephone_without_scripts_finds_the_same(visit: Visit) -> None:
    page = visit(width=PHONE, scripts=False)
    page.goto("/library/browse/")
    works_for_everybody(page)
    page.get_by_label("Search the library").fill("concealed pregnancy")
    Hands(page).press("Search")
    expect(page).to_have_url(re.compile(r"/library/search/\?q=concealed\+pregnancy$"))
    page.locator("summary", has_text="Year published").click()
    page.get_by_label("From").fill("2021")
    Hands(page).press("Apply")
    expect(page).to_have_url(re.compile(r"\?q=concealed\+pregnancy&year=2021\.\.$"))
    expect(results(page)).to_contain_text(BRIEFING)
    works_for_everybody(page)


def when_words_are_typed_the_answer_is_there(page: Page) -> None:
    page.goto("/library/search/")
    works_for_everybody(page)
    page.get_by_label("What do you want to learn about?").press_sequentially("concealed pregnacny")
    expect(results(page)).to_contain_text("Searched for pregnancy instead")
    expect(page).to_have_url(re.compile(r"\?q=concealed\+pregnacny$"))
    expect(page.get_by_role("status").first).to_contain_text("passages in")


def when_the_results_are_narrowed_to_briefings(page: Page) -> None:
    page.get_by_label(re.compile("^Briefing")).check()
    expect(page).to_have_url(re.compile("kind=briefing"))
    expect(results(page).get_by_role("heading", level=3)).to_have_text([BRIEFING])
    expect(page.get_by_label(re.compile("^Thematic review"))).to_be_visible()
    works_for_everybody(page)


def then_the_passage_is_read_where_it_stands(page: Page) -> None:
    results(page).get_by_role("link", name=re.compile("^Read it")).first.click()
    reads(page, BRIEFING)
    expect(page.locator(".sq-text mark").first).to_be_in_viewport()
    works_for_everybody(page)


def then_it_is_cited(page: Page) -> None:
    address = page.url.partition("?")[0]
    says(page, "How to cite")
    expect(page.locator("#citation")).to_contain_text(re.compile(r"\(2021\) .*concealed pregnancy\. Briefing\."))
    with page.expect_download() as taken:
        page.get_by_role("link", name="RIS").click()
    assert f"UR  - {address}".rpartition("/library/")[2] in taken.value.path().read_text()
    Hands(page).follow("What says the same?")
    reads(page, "What says the same?")
    works_for_everybody(page)


def results(page: Page) -> Locator:
    return page.locator("#results")
