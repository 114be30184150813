"""A business manager finds that the learning of a review is not new, and cites it with what became of it (F5, R11)."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import PHONE, Visit
from tests.journeys.deciding import review_of
from tests.journeys.hands import Hands
from tests.journeys.installation import Installation
from tests.journeys.prepared import BEGUN, prepared
from tests.journeys.seen import says, works_for_everybody

LEARNED = "Safer sleeping advice has to reach the father who cares for the baby at night."
THEN = "should include fathers and other men who care for a baby in every antenatal and new birth visit"
STOPPED = "A leaflet was rewritten, and evening visits ended."


def test_the_learning_is_not_new(visit: Visit, installation: Installation) -> None:
    review = review_of(prepared(installation, "Siskin Ashdown", 14, BEGUN))
    page = visit("Bea Okafor")
    given_what_is_learned(page, review)
    when_it_is_looked_up(page)
    then_the_earlier_review_stands_beside_it(page)
    when_it_is_cited(page)
    then_the_answer_says_so(page)
    then_it_can_be_read_on_a_telephone_without_scripts(visit, review)


def given_what_is_learned(page: Page, review: str) -> None:
    page.goto(f"{review}sections/learning/")
    Hands(page).write("What is learned already?", LEARNED)
    Hands(page).press("Save and go to the overview")
    page.goto(f"{review}sections/learning/")


def when_it_is_looked_up(page: Page) -> None:
    Hands(page).follow("look it up in the library")
    page.locator("summary").filter(has_text="Look up words of your own").click()
    Hands(page).write("What do you want to look up?", LEARNED)
    Hands(page).press("Look it up")  # by script, in place
    learning = page.get_by_role("link", name="Learning", exact=True)
    expect(learning).not_to_have_attribute("aria-current", "true")
    expect(page.locator(".sq-learned__point")).to_have_text(LEARNED)
    Hands(page).follow("Learning")
    expect(learning).to_have_attribute("aria-current", "true")


def hazel(page: Page) -> Locator:
    return page.get_by_role("article").filter(has=page.get_by_role("heading", name="Baby Hazel")).first


def then_the_earlier_review_stands_beside_it(page: Page) -> None:
    expect(hazel(page)).to_contain_text("18 June 2021")
    expect(hazel(page)).to_contain_text(THEN)
    works_for_everybody(page)


def when_it_is_cited(page: Page) -> None:
    hazel(page).get_by_role("listitem").filter(has_text=THEN).get_by_role("button", name="Cite in the answer").click()
    says(page, "It is cited in the answer.")
    Hands(page).choose("What became of it?", "Put into practice in part")
    Hands(page).write("In a line", STOPPED)
    works_for_everybody(page)
    Hands(page).press("Save")
    says(page, "Think about checking it instead")


def then_the_answer_says_so(page: Page) -> None:
    Hands(page).follow("Read the answer")
    answer = page.get_by_label("Where was it learned, and what became of it?", exact=True)
    for words in ("Baby Hazel", THEN, f"put into practice in part. {STOPPED}", "/library/"):
        assert words in answer.input_value()
    expect(
        page.get_by_role("group", name="Has this been learned before?").get_by_label("Yes, in this partnership")
    ).to_be_checked()


def then_it_can_be_read_on_a_telephone_without_scripts(visit: Visit, review: str) -> None:
    page = visit("Bea Okafor", width=PHONE, scripts=False)
    page.goto(f"{review}learned-before/")
    expect(page.get_by_role("region", name="Cited in this review")).to_contain_text(STOPPED)
    hazel(page).get_by_role("link", name="Page").or_(
        hazel(page).get_by_role("link", name="Read it there")
    ).first.click()
    says(page, "Baby Hazel")
    page.go_back()
    works_for_everybody(page)
