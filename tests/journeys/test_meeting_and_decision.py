"""The partners meet and decide; a word that is changed afterwards asks for every signature again; then it is sent."""

from playwright.sync_api import Page, expect

from tests.journeys import deciding
from tests.journeys.conftest import Visit
from tests.journeys.deciding import CARE_BOARD, comes_as_document, review_of, said_by
from tests.journeys.hands import Hands
from tests.journeys.installation import Installation
from tests.journeys.prepared import WRITTEN, prepared
from tests.journeys.seen import days_ago, reads, says, works_for_everybody

IMPROVEMENTS = "The case shows, or may show, improvements that are needed, also ones named before"
GROUNDS = "Bruises are read one by one, and by one reader at a time."
WHY = "What was learned about earlier bruises holds for these."
LAPSED = "Lapsed: signed on"


def test_the_partners_meet_and_decide(visit: Visit, installation: Installation) -> None:
    reference = prepared(installation, "Fern Ashdown", 6, WRITTEN)
    bea, dana, sam = (visit(name) for name in ("Bea Okafor", "Dana Whitlock", "Sam Pritchard"))
    when_a_meeting_is_called(bea, reference)
    when_people_are_invited(bea)
    when_it_is_held(bea)
    then_the_meeting_can_be_read(bea)
    when_the_decision_is_written(dana, reference)
    when_everybody_signs(dana, sam, bea, reference)
    when_a_word_is_changed(dana, reference)
    then_every_signature_has_lapsed(bea, reference)
    when_everybody_signs(dana, sam, bea, reference, again=True)
    when_it_is_sent(bea, reference)
    then_there_are_a_receipt_and_documents(bea)


def when_a_meeting_is_called(page: Page, reference: str) -> None:
    page.goto(f"{review_of(reference)}meetings/")
    works_for_everybody(page)
    Hands(page).press("Call a meeting")
    Hands(page).write("What is the meeting for?", "The partners decide")
    Hands(page).give_day("Day", days_ago(1))
    Hands(page).write("Time", "9:30am")
    works_for_everybody(page)
    Hands(page).press("Call the meeting")
    says(page, "The meeting is called. Now choose who is invited.")


def when_people_are_invited(page: Page) -> None:
    reads(page, "Invite people to meeting 1")
    Hands(page).tick("Dana Whitlock")
    Hands(page).tick("Sam Pritchard")
    works_for_everybody(page)
    Hands(page).press("Save")
    says(page, "2 people added to the list.")


def when_it_is_held(page: Page) -> None:
    Hands(page).press("Write notes")
    page.get_by_role("textbox").fill("Dana asked why nobody had read the three records together.")
    works_for_everybody(page)
    Hands(page).press("Save")
    says(page, "Notes saved.")
    when_an_action_is_agreed(page)
    Hands(page).press("Mark who is present")
    for name in ("Dana Whitlock", "Sam Pritchard"):
        page.get_by_role("group", name=name).get_by_label("Present", exact=True).check()
    works_for_everybody(page)
    Hands(page).press("Save, and record that the meeting was held")


def when_an_action_is_agreed(page: Page) -> None:
    Hands(page).follow("Add actions")
    first = page.get_by_role("group", name="Action 1", exact=True)
    first.get_by_label("What is to be done?").fill("Read the three records together")
    first.get_by_label("Who does it?").fill("Sam Pritchard, police")
    works_for_everybody(page)
    Hands(page).press("Save")
    says(page, "1 action written down.")


def then_the_meeting_can_be_read(page: Page) -> None:
    reads(page, "Meeting 1: The partners decide")
    says(page, "Held")
    says(page, "Read the three records together")
    works_for_everybody(page)
    comes_as_document(page, page.get_by_role("link", name="Minutes (Word)"), "docx")


def when_the_decision_is_written(page: Page, reference: str) -> None:
    page.goto(f"{review_of(reference)}decision/")
    works_for_everybody(page)
    Hands(page).follow("Change what is said of them")
    Hands(page).choose(IMPROVEMENTS, "Met")
    Hands(page).write(f"Grounds: {IMPROVEMENTS[0].lower()}{IMPROVEMENTS[1:]}", GROUNDS)
    works_for_everybody(page)
    Hands(page).press("Save and continue")
    page.wait_for_url("**/sections/decision/")
    deciding.write_decision(page, "No local review", WHY)
    Hands(page).write("What happens instead?", "An audit of bruises in the spring.")
    works_for_everybody(page)
    Hands(page).press("Save and continue")
    deciding.record_decision(page, reference)
    works_for_everybody(page)


def when_everybody_signs(dana: Page, sam: Page, bea: Page, reference: str, again: bool = False) -> None:
    deciding.sign(dana, reference, again)
    deciding.sign(sam, reference, again)
    deciding.write_down_the_view(bea, reference)
    for partner in ("Wessenmere Council", "Wessen Valley Police", CARE_BOARD):
        expect(said_by(bea, partner)).not_to_contain_text(LAPSED)
    works_for_everybody(bea)


def when_a_word_is_changed(page: Page, reference: str) -> None:
    page.goto(f"{review_of(reference)}sections/decision/")
    Hands(page).write("Why?", WHY.replace("learned", "understood"))
    Hands(page).press("Save and go to the overview")
    reads(page, "Rapid review")


def then_every_signature_has_lapsed(page: Page, reference: str) -> None:
    page.goto(f"{review_of(reference)}decision/")
    for partner in ("Wessenmere Council", "Wessen Valley Police", CARE_BOARD):
        expect(said_by(page, partner)).to_contain_text(LAPSED)
        expect(said_by(page, partner)).to_contain_text("“Why?”, by Dana Whitlock")
    works_for_everybody(page)


def when_it_is_sent(page: Page, reference: str) -> None:
    page.goto(f"{review_of(reference)}decision/")
    Hands(page).press("Check and send to the Panel")
    says(page, "0 answers missing")
    says(page, "0 partners have not signed")
    works_for_everybody(page)
    Hands(page).press("Send to the Panel")


def then_there_are_a_receipt_and_documents(page: Page) -> None:
    says(page, "Rapid review sent")
    works_for_everybody(page)
    for words, kind in (("PDF", "pdf"), ("Word", "docx")):
        comes_as_document(page, page.get_by_role("link", name=f"Download as {words}"), kind)
