"""A school that has no account writes its summary on a telephone, its head signs, and a link that ended is put right."""

import re
import time
from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.journeys import notifying
from tests.journeys.accounts import MAIL_LIMIT, link_in
from tests.journeys.conftest import PHONE, Visit
from tests.journeys.hands import Hands
from tests.journeys.installation import Installation
from tests.journeys.notifying import ChildTold, IncidentTold
from tests.journeys.seen import days_ago, reads, says, works_for_everybody

SCHOOL = "Alder Lane Academy"
LINK = r"/summaries/open/[\w-]+/"
CODE = re.compile(r"Your code is (\d{6})")
ASKED_OF_IT = f"Wessenmere Safeguarding Children Partnership asks what {SCHOOL} knew of a family"
KNEW = "A pupil since September. The family asked for help once."
WHY = "Each absence was noted by itself; nobody was asked to look at them together."


def test_a_summary_in_ten_minutes_on_a_telephone(visit: Visit, installation: Installation) -> None:
    bea = visit("Bea Okafor")
    given_a_review(bea, ChildTold("Linnet Ashdown", days_ago(2900)))
    when_the_school_is_asked(bea)
    nia = visit(width=PHONE)
    when_somebody_comes_in_by_the_link(nia, installation)
    when_they_write(nia)
    when_they_return_it_and_sign_as_the_lead(nia)
    then_the_partnership_reads_it(bea)


def test_a_link_that_ended_is_put_right_and_nothing_is_lost(visit: Visit, installation: Installation) -> None:
    bea = visit("Bea Okafor")
    given_a_review(bea, ChildTold("Corin Ashdown", days_ago(1700)))
    when_the_school_is_asked(bea)
    nia = visit(width=PHONE)
    when_somebody_comes_in_by_the_link(nia, installation)
    when_they_are_interrupted_while_writing(nia)
    when_the_link_is_ended(bea)
    then_the_link_says_so_and_a_new_one_can_be_asked_for(nia, installation)
    when_the_link_is_sent_again(bea)
    another = visit(width=PHONE)
    when_somebody_comes_in_by_the_link(another, installation)
    then_what_was_typed_is_there(another)


def given_a_review(page: Page, child: ChildTold) -> None:
    told = IncidentTold("A child came to school hungry and bruised.", (child,), child.born + timedelta(1200))
    reference = notifying.record(Hands(page), told)
    notifying.send(Hands(page))
    page.goto(f"/notifications/{reference}/rapid-review/agencies/")


def when_the_school_is_asked(page: Page) -> None:
    works_for_everybody(page)
    Hands(page).press("Ask agencies")
    works_for_everybody(page)
    Hands(page).tick(SCHOOL)
    Hands(page).press("Continue")
    school = page.get_by_role("group", name=SCHOOL)
    school.get_by_label("Name of the person who writes the summary").fill("Nia Pugh")
    school.get_by_label("Email address", exact=True).fill("nia@example.org")
    works_for_everybody(page)
    Hands(page).press("Ask 1 agency")
    says(page, f"Asked: {SCHOOL}.")
    Hands(page).follow(SCHOOL)
    works_for_everybody(page)


def when_somebody_comes_in_by_the_link(page: Page, installation: Installation) -> None:
    page.goto(link_in(installation, LINK))
    reads(page, "A summary for a safeguarding partnership")
    works_for_everybody(page)
    before = len(CODE.findall(installation.printed()))
    Hands(page).press("Send me a code")
    reads(page, "Enter the code")
    works_for_everybody(page)
    Hands(page).write("Code", code_in(installation, before))
    Hands(page).press("Continue")
    reads(page, ASKED_OF_IT)


def when_they_write(page: Page) -> None:
    says(page, "Linnet Ashdown")
    expect(page.locator("#main-content")).not_to_contain_text("bruised")
    works_for_everybody(page)
    Hands(page).press("We knew them: write the summary")
    Hands(page).write("What was your agency’s involvement?", KNEW)
    Hands(page).write("Looking back, what stands out, and why did it happen so?", WHY)
    works_for_everybody(page)
    Hands(page).press("Save and add an episode")
    Hands(page).write("What shall we call it?", "The call in March")
    Hands(page).write("What happened?", "A call to the family was not followed up.")
    Hands(page).press("Save and check")


def when_they_return_it_and_sign_as_the_lead(page: Page) -> None:
    reads(page, "Check and return")
    says(page, "The call in March")
    works_for_everybody(page)
    Hands(page).choose("Who signs it for your agency?", "I do: I lead on safeguarding here")
    Hands(page).write("Job title of whoever signs", "Designated safeguarding lead")
    Hands(page).press("Return to the partnership")
    says(page, "Thank you. Your summary has reached the partnership.")
    works_for_everybody(page)
    Hands(page).press("Leave")
    says(page, "You have left.")


def then_the_partnership_reads_it(page: Page) -> None:
    page.reload()
    says(page, WHY)
    says(page, "Signed for the agency by Nia Pugh, Designated safeguarding lead")
    says(page, "The same person wrote it, and declared to be the agency’s lead.")
    works_for_everybody(page)


def when_they_are_interrupted_while_writing(page: Page) -> None:
    Hands(page).press("We knew them: write the summary")
    Hands(page).write("What was your agency’s involvement?", KNEW)
    expect(page.locator("[data-autosave-status]")).to_contain_text("Saved")


def when_the_link_is_ended(page: Page) -> None:
    page.get_by_role("button", name="End the link of Nia Pugh").click()
    says(page, "The link of Nia Pugh has ended.")


def then_the_link_says_so_and_a_new_one_can_be_asked_for(page: Page, installation: Installation) -> None:
    page.goto(link_in(installation, LINK))
    reads(page, "This link does not work any more")
    works_for_everybody(page)
    Hands(page).press("Ask for a new link")
    reads(page, "We have passed it on")
    works_for_everybody(page)
    assert link_in(installation, r"/notifications/SIN-\d{4}-\d{4}/rapid-review/agencies/1/")


def when_the_link_is_sent_again(page: Page) -> None:
    page.get_by_role("button", name="Send again to Nia Pugh").click()
    says(page, "An email is on its way to Nia Pugh.")


def then_what_was_typed_is_there(page: Page) -> None:
    Hands(page).press("We knew them: write the summary")
    says(page, "We kept what you typed")
    expect(page.get_by_label("What was your agency’s involvement?")).to_have_value(KNEW)
    works_for_everybody(page)


def code_in(installation: Installation, before: int) -> str:
    """The code in the e-mail that comes next; without a mail server, e-mail is printed."""
    limit = time.monotonic() + MAIL_LIMIT
    while time.monotonic() < limit:
        found = CODE.findall(installation.printed())
        if len(found) > before:
            return str(found[-1])
        time.sleep(0.1)
    raise AssertionError("no code came")
