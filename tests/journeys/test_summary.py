"""A nurse without an account writes her agency's summary on a telephone; her lead signs, and signs again after a correction."""

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit
from tests.journeys.deciding import review_of
from tests.journeys.hands import Hands
from tests.journeys.installation import Installation
from tests.journeys.mail import found_in_mail, newest_in_mail
from tests.journeys.prepared import prepared
from tests.journeys.seen import reads, says, works_for_everybody

AGENCY, CHILD = "Wessenmere Community Health", "Lark Ashdown"
NURSE, LEAD = "orla.finch@example.org", "hana.reid@example.org"
LINK, CODE, ASKED_TO_SIGN = r"/summaries/open/[\w-]+/", r"Your code is (\d{6})", "Subject: Please read and sign"
INVOLVEMENT, ANALYSIS = (
    "What was your agency’s involvement?",
    "Looking back, what stands out, and why did it happen so?",
)
KNEW = "Lark was seen at home twice."
WHY = "Both visits were made by day, and her father works at night."
CORRECTED = "Both visits were made by day. Her father works at night and was asleep."


def test_a_summary_is_written_signed_corrected_and_signed_again(visit: Visit, installation: Installation) -> None:
    reference = prepared(installation, CHILD, 10)
    bea, nurse, lead = visit("Bea Okafor"), visit(width=PHONE), visit(width=PHONE, scripts=False)
    when_the_agency_is_asked(bea, reference)
    when_they_open_their_link(nurse, installation, NURSE)
    then_they_find_the_family_and_nothing_of_the_incident(nurse)
    when_the_nurse_writes(nurse)
    when_the_nurse_returns_it_to_be_signed(nurse)
    then_it_waits_for_a_signature(bea, reference)
    when_they_open_their_link(lead, installation, LEAD)
    when_the_lead_signs(lead)
    when_the_nurse_corrects_a_sentence(nurse)
    then_the_signature_has_lapsed_and_is_asked_again(lead, installation)
    then_the_chase_list_shows_it(bea, reference)
    when_the_link_is_ended(bea)
    then_the_link_leads_on(nurse, installation)


def when_the_agency_is_asked(page: Page, reference: str) -> None:
    page.goto(f"{review_of(reference)}agencies/")
    Hands(page).press("Ask agencies")
    Hands(page).tick(AGENCY)
    Hands(page).press("Continue")
    agency = page.get_by_role("group", name=AGENCY)
    agency.get_by_label("Name of the person who writes the summary").fill("Orla Finch")
    agency.get_by_label("Email address", exact=True).fill(NURSE)
    works_for_everybody(page)
    Hands(page).press("Ask 1 agency")
    says(page, f"Asked: {AGENCY}.")


def when_they_open_their_link(page: Page, installation: Installation, address: str) -> None:
    page.goto(newest_in_mail(installation, address, LINK))
    reads(page, "A summary for a safeguarding partnership")
    works_for_everybody(page)
    before = len(found_in_mail(installation, address, CODE))
    Hands(page).press("Send me a code")
    reads(page, "Enter the code")
    works_for_everybody(page)
    Hands(page).write("Code", newest_in_mail(installation, address, CODE, before))
    Hands(page).press("Continue")


def then_they_find_the_family_and_nothing_of_the_incident(page: Page) -> None:
    says(page, CHILD)
    expect(page.locator("#main-content")).not_to_contain_text("bruised")
    works_for_everybody(page)


def when_the_nurse_writes(page: Page) -> None:
    Hands(page).press("We knew them: write the summary")
    Hands(page).write(INVOLVEMENT, KNEW)
    Hands(page).write(ANALYSIS, WHY)
    works_for_everybody(page)
    Hands(page).press("Save and add an episode")
    Hands(page).write("What shall we call it?", "The visit in June")
    Hands(page).write("What happened?", "The visit took place while the father slept.")
    works_for_everybody(page)
    Hands(page).press("Save and check")


def when_the_nurse_returns_it_to_be_signed(page: Page) -> None:
    reads(page, "Check and return")
    says(page, "The visit in June")
    Hands(page).choose("Who signs it for your agency?", "Somebody else, who will be asked by email")
    Hands(page).write("Name of whoever signs", "Hana Reid")
    Hands(page).write("Email address, if it is somebody else", LEAD)
    works_for_everybody(page)
    Hands(page).press("Return to the partnership")
    says(page, "Thank you. Your summary has reached the partnership.")
    says(page, "It waits for the signature of Hana Reid.")
    works_for_everybody(page)


def then_it_waits_for_a_signature(page: Page, reference: str) -> None:
    page.goto(f"{review_of(reference)}agencies/")
    expect(page.get_by_role("row").filter(has_text=AGENCY)).to_contain_text("Returned, not yet signed")
    works_for_everybody(page)


def when_the_lead_signs(page: Page) -> None:
    Hands(page).press("Read and sign")
    reads(page, "Read and sign the summary of your agency")
    says(page, WHY)
    Hands(page).write("Your job title", "Named nurse")
    works_for_everybody(page)
    Hands(page).press("Sign the summary")
    says(page, "Thank you. You have signed the summary for your agency.")
    works_for_everybody(page)


def when_the_nurse_corrects_a_sentence(page: Page) -> None:
    page.reload()
    Hands(page).follow("read or correct it")
    page.get_by_role("link", name="Change").first.click()
    says(page, "This summary was returned.")
    Hands(page).write(ANALYSIS, CORRECTED)
    works_for_everybody(page)
    Hands(page).press("Save and check")
    says(page, "Hana Reid will be asked by email to read and sign it for your agency.")
    works_for_everybody(page)
    Hands(page).press("Return to the partnership")
    says(page, "It waits for the signature of Hana Reid.")


def then_the_signature_has_lapsed_and_is_asked_again(page: Page, installation: Installation) -> None:
    newest_in_mail(installation, LEAD, "Your signature no longer holds")
    newest_in_mail(installation, LEAD, ASKED_TO_SIGN, after=1)
    page.goto(newest_in_mail(installation, LEAD, LINK))
    Hands(page).press("Read and sign")
    says(page, CORRECTED)
    works_for_everybody(page)


def then_the_chase_list_shows_it(page: Page, reference: str) -> None:
    page.goto(f"{review_of(reference)}agencies/")
    expect(page.get_by_role("row").filter(has_text=AGENCY)).to_contain_text("Returned, not yet signed")
    Hands(page).follow(AGENCY)
    says(page, "The signature lapsed.")
    says(page, CORRECTED)
    works_for_everybody(page)


def when_the_link_is_ended(page: Page) -> None:
    Hands(page).press("End the link of Orla Finch")
    says(page, "The link of Orla Finch has ended.")


def then_the_link_leads_on(page: Page, installation: Installation) -> None:
    page.goto(newest_in_mail(installation, NURSE, LINK))
    reads(page, "This link does not work any more")
    works_for_everybody(page)
    Hands(page).press("Ask for a new link")
    reads(page, "We have passed it on")
    works_for_everybody(page)
