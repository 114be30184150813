"""The Panel asks the partners to think again; they do, and what was no becomes yes; both stand side by side."""

from playwright.sync_api import Page, expect

from tests.journeys import deciding
from tests.journeys.conftest import Visit
from tests.journeys.deciding import comes_as_document, review_of
from tests.journeys.hands import Hands
from tests.journeys.installation import Installation
from tests.journeys.prepared import SENT, prepared
from tests.journeys.seen import reads, says, works_for_everybody

ASKED = "The same bruises were seen three times. What made it likely that nobody put them together?"
QUALITY = "asks why, and why again, beyond what happened"
THINKING_AGAIN = "We stopped at the first answer, and will hear those who saw the bruises."
LOCAL_REVIEW = "A local child safeguarding practice review"
REASON = "The Panel asked why, and the three records show that nobody could know."


def test_the_panel_asks_and_the_partners_think_again(visit: Visit, installation: Installation) -> None:
    reference = prepared(installation, "Dunnock Ashdown", 8, SENT)
    petra, bea, dana = visit("Petra Nyman"), visit("Bea Okafor"), visit("Dana Whitlock")
    when_the_panel_reads_what_was_sent(petra, reference)
    when_the_panel_asks_to_think_again(petra, reference)
    when_the_partnership_thinks_again(bea, reference)
    when_they_decide_otherwise(bea, reference)
    when_it_is_signed_and_sent_again(dana, visit("Sam Pritchard"), bea, reference)
    then_both_stand_side_by_side(petra, reference)
    then_the_change_is_counted(petra, reference)


def when_the_panel_reads_what_was_sent(page: Page, reference: str) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Panel inbox").click()
    page.get_by_role("navigation", name="What the Panel has").get_by_role("link", name="Rapid reviews").click()
    expect(page.get_by_role("row").filter(has_text=reference)).to_contain_text("No local review")
    works_for_everybody(page)
    Hands(page).follow(reference)
    works_for_everybody(page)
    Hands(page).follow("Version 1")
    reads(page, "Version 1, as it was sent")
    says(page, "Unchanged since")
    works_for_everybody(page)


def when_the_panel_asks_to_think_again(page: Page, reference: str) -> None:
    page.goto(f"/panel/reviews/{reference}/")
    Hands(page).press("Write a reply")
    Hands(page).choose("What does the Panel say of the decision?", "Asks the partners to think again")
    Hands(page).write("The letter’s text on the decision", ASKED)
    Hands(page).tick(QUALITY)
    Hands(page).write("What does the letter say of these?", "It says what happened, and not why.")
    works_for_everybody(page)
    Hands(page).press("Save, and read the letter")
    reads(page, "Read the letter")
    says(page, ASKED)
    works_for_everybody(page)
    Hands(page).press("Send the reply")
    says(page, f"The reply to {reference} was sent. The partnership can read it now.")


def when_the_partnership_thinks_again(page: Page, reference: str) -> None:
    page.goto(review_of(reference))
    Hands(page).follow("The Panel")
    says(page, ASKED)
    says(page, QUALITY)
    for words, kind in (("PDF", "pdf"), ("Word", "docx")):
        comes_as_document(page, page.get_by_role("link", name=f"{words} of reply 1"), kind)
    page.get_by_role("group", name="What do the partners do?").get_by_label("Think again").check()
    Hands(page).write("What is the Panel told?", THINKING_AGAIN)
    works_for_everybody(page)
    Hands(page).press("Send the answer")
    says(page, "Thinks again")
    works_for_everybody(page)


def when_they_decide_otherwise(page: Page, reference: str) -> None:
    page.goto(f"{review_of(reference)}sections/decision/")
    deciding.write_decision(page, LOCAL_REVIEW, REASON)
    Hands(page).write("Which key questions is the review to answer?", "Who could have seen the three records together?")
    Hands(page).write("What will it add to this rapid review?", "It hears those who saw the bruises.")
    works_for_everybody(page)
    Hands(page).press("Save and go to the overview")
    page.goto(f"{review_of(reference)}decision/")
    says(page, "The answers below no longer say what was recorded as the decision.")
    Hands(page).write("Why does the decision change, or why is it recorded again?", REASON)
    works_for_everybody(page)
    Hands(page).press("Record the decision")
    says(page, "The decision is recorded. Now the partners can sign it.")
    works_for_everybody(page)


def when_it_is_signed_and_sent_again(dana: Page, sam: Page, bea: Page, reference: str) -> None:
    deciding.sign(dana, reference)
    deciding.sign(sam, reference)
    bea.goto(f"{review_of(reference)}check/")
    says(bea, "1 partner has not signed")
    Hands(bea).write(f"Why has {deciding.CARE_BOARD} not signed?", "Its chief nurse is on leave.")
    works_for_everybody(bea)
    Hands(bea).press("Send to the Panel")
    says(bea, f"{reference}, version 2")


def then_both_stand_side_by_side(page: Page, reference: str) -> None:
    page.goto(f"/panel/reviews/{reference}/")
    expect(page.get_by_role("article", name="The Panel’s reply 1")).to_contain_text(ASKED)
    expect(page.get_by_role("article", name="The partnership’s answer to reply 1")).to_contain_text(THINKING_AGAIN)
    says(page, "Version 2, the newest")
    says(page, REASON)
    works_for_everybody(page)
    page.goto(f"{review_of(reference)}versions/2/since/1/")
    says(page, LOCAL_REVIEW)
    works_for_everybody(page)


def then_the_change_is_counted(page: Page, reference: str) -> None:
    page.goto("/panel/")
    Hands(page).follow("Changed decisions")
    row = page.get_by_role("table", name="The reviews").get_by_role("row").filter(has_text=reference)
    expect(row).to_contain_text("No local review")
    expect(row).to_contain_text("From no to yes")
    works_for_everybody(page)
