"""A rapid review that exists as a Word file comes in: what was read is looked through, and what is left is placed by hand."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visit
from tests.journeys.deciding import review_of
from tests.journeys.hands import Hands
from tests.journeys.installation import Installation
from tests.journeys.prepared import prepared
from tests.journeys.seen import reads, says, works_for_everybody
from tests.journeys.test_import import then_the_work_ends
from tests.review_files import minutes_and_letter

NAME = "rapid review final v3.docx"
LETTER, WHY = "Dear Panel,", "an e-mail of 2 April was read as being about somebody else"
SUMMARY = "What does all of it add up to?"


def test_a_word_review_is_imported(visit: Visit, installation: Installation, tmp_path: Path) -> None:
    review = review_of(prepared(installation, "Sable Ashdown", 7))
    bea = visit("Bea Okafor")
    when_a_word_file_is_given(bea, review, tmp_path)
    when_it_is_looked_through_and_taken_in(bea)
    when_one_passage_is_left_out(bea)
    when_one_is_placed_by_hand(bea)
    then_it_stands_in_the_review(bea, review)
    then_the_reason_stands_with_what_was_left_out(bea, review)


def when_a_word_file_is_given(page: Page, review: str, folder: Path) -> None:
    path = folder / NAME
    path.write_bytes(minutes_and_letter())
    page.goto(review)
    Hands(page).follow("Import")
    works_for_everybody(page)
    page.get_by_label("Word, PDF or JSON file", exact=True).set_input_files(path)
    Hands(page).press("Read the file")
    then_the_work_ends(page, "What was read")


def when_it_is_looked_through_and_taken_in(page: Page) -> None:
    says(page, NAME)
    says(page, "Baby A was born at home after a pregnancy that nobody knew of.")
    says(page, LETTER)
    works_for_everybody(page)
    page.get_by_role("button", name="Take in what is ticked").first.click()
    reads(page, "Passages to place")
    says(page, "came into the review")
    works_for_everybody(page)


def when_one_passage_is_left_out(page: Page) -> None:
    page.get_by_role("link", name="Place this passage").first.click()
    says(page, LETTER)
    Hands(page).write("Why?", "The letter that came with it.")
    works_for_everybody(page)
    Hands(page).press("Leave it out")
    says(page, "The passage is placed. Here is the next.")


def when_one_is_placed_by_hand(page: Page) -> None:
    says(page, WHY)
    Hands(page).pick("Which question?", SUMMARY)
    works_for_everybody(page)
    Hands(page).press("Put it there")
    says(page, "The passage is placed. Here is the next.")


def then_it_stands_in_the_review(page: Page, review: str) -> None:
    page.goto(f"{review}sections/analysis/")
    expect(page.get_by_label(SUMMARY, exact=True)).to_have_value(f"CA said that {WHY}. FR asked who had sent it.")
    works_for_everybody(page)


def then_the_reason_stands_with_what_was_left_out(page: Page, review: str) -> None:
    page.goto(f"{review}import/unplaced/")
    says(page, "2 of 5 passages are placed or left out.")
    Hands(page).follow("See what was placed")
    says(page, "because: The letter that came with it.")
    works_for_everybody(page)
