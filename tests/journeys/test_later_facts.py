"""A harm becomes a death, and stands beside what was notified; a notification is withdrawn, and its rapid review closed."""

from playwright.sync_api import Page, expect

from tests.journeys import notifying
from tests.journeys.conftest import Visit
from tests.journeys.hands import Hands
from tests.journeys.notifying import ChildTold, IncidentTold
from tests.journeys.seen import days_ago, reads, says, works_for_everybody

TOLD = IncidentTold("A girl fell from a window.", (ChildTold("Hazel Quarrie", days_ago(3000)),), days_ago(800))


def test_a_harm_becomes_a_death_and_then_the_notification_is_withdrawn(visit: Visit) -> None:
    page = visit("Bea Okafor")
    reference = notifying.record(Hands(page), TOLD)
    notifying.send(Hands(page))
    when_the_child_has_died(page, reference)
    then_both_stand_beside_each_other(page, reference)
    when_it_is_withdrawn(page, reference)
    then_its_rapid_review_is_closed(page, reference)


def when_the_child_has_died(page: Page, reference: str) -> None:
    page.goto(f"/notifications/{reference}/")
    hands = Hands(page)
    hands.follow("Amend, or record a death")
    hands.follow("Record that Hazel Quarrie has died")
    hands.give_day("When did the child die?", days_ago(790))
    hands.choose("What is the likely cause?", "Related to maltreatment, but not directly caused by it")
    hands.write("How do you know?", "The hospital told us.")
    works_for_everybody(page)
    hands.press("Record the death")


def then_both_stand_beside_each_other(page: Page, reference: str) -> None:
    reads(page, f"Notification {reference}")
    row = page.locator(".govuk-summary-list__row").filter(has_text="What kind of incident is it?")
    expect(row).to_contain_text("A child died")
    expect(row).to_contain_text("As notified: A child was seriously harmed")
    works_for_everybody(page)


def when_it_is_withdrawn(page: Page, reference: str) -> None:
    Hands(page).follow("Withdraw")
    Hands(page).write("Why is it withdrawn?", "It was notified twice.")
    works_for_everybody(page)
    Hands(page).press("Withdraw")
    says(page, f"{reference} was withdrawn.")


def then_its_rapid_review_is_closed(page: Page, reference: str) -> None:
    page.goto(f"/notifications/{reference}/rapid-review/")
    says(page, "because the notification was withdrawn")
    works_for_everybody(page)
