"""A school refers an incident on a telephone; a partner screens it; it is kept as a near miss."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, Visit
from tests.journeys.hands import Hands
from tests.journeys.seen import days_ago, reads, says, works_for_everybody


def test_a_referral_from_a_telephone_is_screened_and_kept_as_a_near_miss(visit: Visit) -> None:
    colm = visit("Colm Addy", width=PHONE)
    reference = when_a_school_refers(colm)
    dana = visit("Dana Whitlock")
    when_a_partner_gives_a_view(dana, reference)
    when_the_partners_decide(dana, reference)
    then_the_school_reads_the_decision(colm, reference)


def when_a_school_refers(page: Page) -> str:
    page.goto("/referrals/")
    hands = Hands(page)
    hands.press("Refer an incident")
    hands.write("What happened?", "A pupil told us of a fall down the stairs; the bruises look like a hand.")
    hands.choose("Which of these is it, as far as you can tell?", "I am not sure")
    hands.give_day("When did it happen?", days_ago(1))
    hands.write("Why do you think that it may be serious?", "The marks do not fit what was said.")
    hands.write("Which children does it concern?", "Tansy Holt, aged 8")
    hands.choose("Are the children safe now, and other children near them?", "Yes")
    hands.choose("Does your agency’s safeguarding lead agree with this referral?", "I am the safeguarding lead")
    works_for_everybody(page)
    hands.press("Send the referral")
    reads(page, "Referral sent")
    works_for_everybody(page)
    found = re.search(r"/referrals/([^/]+)/", page.url)
    assert found
    return found[1]


def when_a_partner_gives_a_view(page: Page, reference: str) -> None:
    page.goto(f"/referrals/{reference}/")
    says(page, "Tansy Holt, aged 8")
    Hands(page).press("Record a partner’s view")
    Hands(page).choose("What does the partner think?", "A near miss: keep it for learning")
    Hands(page).write("Why?", "No serious harm, but we came close to it.")
    works_for_everybody(page)
    Hands(page).press("Record the view")
    says(page, "The view of Wessenmere Council is recorded.")


def when_the_partners_decide(page: Page, reference: str) -> None:
    Hands(page).press("Record the decision")
    Hands(page).choose("What does this referral become?", "A near miss, kept for learning")
    Hands(page).write("Why?", "All three partners spoke on the telephone.")
    Hands(page).write("Why do you decide without every partner’s view?", "They agreed on the telephone.")
    works_for_everybody(page)
    Hands(page).press("Record the decision")
    says(page, f"The decision on {reference} is recorded.")


def then_the_school_reads_the_decision(page: Page, reference: str) -> None:
    page.goto(f"/referrals/{reference}/")
    says(page, "this is a near miss")
    works_for_everybody(page)
    page.goto("/referrals/?state=near_miss")
    expect(page.get_by_role("table")).to_contain_text(reference)
    works_for_everybody(page)
