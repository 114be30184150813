"""A local authority records an incident with three children; the Panel has it; an auditor sees all of it."""

from playwright.sync_api import Page, expect

from tests.journeys import notifying
from tests.journeys.conftest import Visit
from tests.journeys.hands import Hands
from tests.journeys.notifying import NOT_HARMED, ChildTold, IncidentTold
from tests.journeys.seen import days_ago, reads, says, works_for_everybody

TOLD = IncidentTold(
    "A girl was brought to hospital with a broken leg.",
    (
        ChildTold("Fern Oldacre", days_ago(3100)),
        ChildTold("Linnet Oldacre", days_ago(5200), focus=False, outcome=NOT_HARMED),
        ChildTold("Rush Oldacre", days_ago(5900), focus=False, outcome=NOT_HARMED),
    ),
)


def test_an_incident_with_three_children_reaches_the_panel_and_the_trail(visit: Visit) -> None:
    bea = visit("Bea Okafor")
    reference = notifying.record(Hands(bea), TOLD)
    then_the_task_list_shows_three_children(bea)
    when_it_is_sent_there_are_a_receipt_and_a_clock(bea, reference)
    then_the_panel_acknowledges_it(visit("Petra Nyman"), reference)
    then_an_auditor_sees_all_of_it(visit("Audra Quill"), reference)


def then_the_task_list_shows_three_children(page: Page) -> None:
    for child in TOLD.children:
        expect(page.get_by_role("heading", name=child.name)).to_be_visible()
    works_for_everybody(page)


def when_it_is_sent_there_are_a_receipt_and_a_clock(page: Page, reference: str) -> None:
    notifying.send(Hands(page))
    says(page, reference)
    says(page, "15 working days after sending")
    works_for_everybody(page)
    Hands(page).follow("Open the rapid review and its clock")
    reads(page, "Rapid review")
    says(page, reference)
    says(page, "15 working days left")
    works_for_everybody(page)


def then_the_panel_acknowledges_it(page: Page, reference: str) -> None:
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Panel inbox").click()
    expect(page.get_by_role("row").filter(has_text=reference)).to_contain_text("3 children")
    Hands(page).press(f"Acknowledge {reference}")
    says(page, f"{reference} was acknowledged by Petra Nyman")
    works_for_everybody(page)


def then_an_auditor_sees_all_of_it(page: Page, reference: str) -> None:
    page.goto(f"/trail/?case={reference}")
    for what in ("Bea Okafor answered", "Bea Okafor sent", "Petra Nyman acknowledged"):
        expect(page.get_by_role("table")).to_contain_text(what)
    page.goto(f"/trail/?case={reference}&action=notification.start")
    expect(page.get_by_role("table")).to_contain_text(f"Bea Okafor began notification {reference}")
    works_for_everybody(page)
