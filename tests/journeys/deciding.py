"""Deciding, signing and sending a rapid review through its pages."""

from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page

from tests.journeys.hands import Hands
from tests.journeys.seen import TODAY, reads, says

CARE_BOARD = "NHS Wessenmere Integrated Care Board"
OPENINGS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04"}


def review_of(reference: str) -> str:
    """The address of the case's rapid review."""
    return f"/notifications/{reference}/rapid-review/"


def write_decision(page: Page, outcome: str, why: str, on: date = TODAY) -> None:
    """From the page of the decision: what is decided, and why; what hangs on the outcome comes after."""
    hands = Hands(page)
    hands.choose("What do the partners decide?", outcome)
    hands.write("Why?", why)
    hands.write(
        "Which partners took the decision?", "Dana Whitlock, Wessenmere Council\nSam Pritchard, Wessen Valley Police"
    )
    hands.give_day("On which day?", on)


def record_decision(page: Page, reference: str) -> None:
    """What is written is the decision of the partners from now on."""
    page.goto(f"{review_of(reference)}decision/")
    Hands(page).press("Record the decision")
    says(page, "The decision is recorded. Now the partners can sign it.")


def sign(page: Page, reference: str, again: bool = False) -> None:
    """A partner reads the decision and agrees."""
    page.goto(f"{review_of(reference)}decision/")
    Hands(page).press("Read and sign again" if again else "Read and sign")
    Hands(page).choose("Your organisation’s view", "Agrees")
    Hands(page).press("Sign")
    says(page, "is recorded.")


def write_down_the_view(page: Page, reference: str, partner: str = CARE_BOARD) -> None:
    """A view that was given by telephone."""
    page.goto(f"{review_of(reference)}decision/")
    Hands(page).follow(f"Write down a view that was given elsewhere by {partner}")
    reads(page, f"The view of {partner}")
    Hands(page).write("Who gave it?", "Joan Achebe")
    Hands(page).write("Job title", "Chief nurse")
    Hands(page).write("How was it given?", "By telephone")
    Hands(page).choose("The partner’s view", "Agrees")
    Hands(page).press("Write it down")
    says(page, f"The view of {partner} is recorded.")


def said_by(page: Page, partner: str) -> Locator:
    """What stands under the decision for that partner."""
    return page.get_by_role("region", name=partner, exact=True)


def comes_as_document(page: Page, link: Locator, kind: str) -> None:
    """The link gives a file that opens like a PDF or a Word document does."""
    with page.expect_download() as coming:
        link.click()
    assert Path(coming.value.path()).read_bytes().startswith(OPENINGS[kind])
