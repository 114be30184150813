"""A notification as it is recorded through the pages. Everything in it is fictional."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from playwright.sync_api import Page

from tests.journeys.hands import Hands
from tests.journeys.seen import days_ago, reads

REFERENCE = re.compile(r"SIN-\d{4}-\d{4,}")
CRITERIA = "A child died or was seriously harmed in our area, and abuse or neglect is known or suspected"
MOSTLY_ABOUT = "Is this the child whom the incident is mostly about?"
LATELY = days_ago(4)
NOT_HARMED = "The child was not seriously harmed"


@dataclass(frozen=True)
class ChildTold:
    """What is told of one child."""

    name: str
    born: date
    focus: bool = True
    outcome: str = "The child was seriously harmed"


@dataclass(frozen=True)
class IncidentTold:
    """What is told of an incident. Journeys share a register: days far apart keep their incidents from looking alike."""

    what_happened: str
    children: tuple[ChildTold, ...]
    on: date = LATELY


def reference_of(page: Page) -> str:
    """The number of the case whose page is open."""
    found = REFERENCE.search(page.url)
    assert found, page.url
    return found.group()


def record(hands: Hands, told: IncidentTold) -> str:
    """From the home page to a task list that is ready to be sent; gives the number."""
    hands.press("Record an incident")
    hands.press("Start now")
    hands.page.wait_for_url(REFERENCE)
    tell_of_the_incident(hands, told)
    for child in told.children:
        tell_of_a_child(hands, child)
    tell_who_notifies(hands)
    return reference_of(hands.page)


def tell_of_the_incident(hands: Hands, told: IncidentTold) -> None:
    """From the task list, the four tasks about the incident, one after the other."""
    hands.follow("When it happened")
    hands.give_day("When did the incident happen?", told.on)
    hands.give_day("When did your local authority become aware of it?", told.on + timedelta(1))
    hands.press("Save and continue")
    hands.choose("What kind of incident is it?", "A child was seriously harmed")
    hands.choose("What is the likely cause?", "Physical abuse")
    hands.choose("Why are you notifying it?", CRITERIA)
    hands.press("Save and continue")
    hands.pick("Which local authority is responsible?", "Wessenmere Council")
    hands.press("Save and continue")
    hands.write("What happened?", told.what_happened)
    hands.choose("Are all the children concerned safe now?", "Yes")
    hands.press("Save and go to the task list")


def tell_of_a_child(hands: Hands, child: ChildTold) -> None:
    """From the task list, a child with everything that must be answered."""
    hands.press("Add a child" if child.focus else "Add another child")
    reads(hands.page, "Who the child is")
    hands.choose("Is the child born, and named?", "Born, and has a name")
    hands.write("Full name", child.name)
    hands.give_day("Date of birth", child.born)
    hands.choose(MOSTLY_ABOUT, "Yes" if child.focus else "No")
    hands.press("Save and continue")
    hands.choose("What happened to this child?", child.outcome)
    hands.press("Save and continue")
    hands.choose("Sex", "Female")
    hands.choose("Ethnicity", "White British")
    hands.press("Save and continue")
    reads(hands.page, "Home and school")
    hands.press("Save and continue")
    hands.choose("Looked after by a local authority now?", "No")
    hands.press("Save and go to the task list")


def tell_who_notifies(hands: Hands) -> None:
    """From the task list, the last task."""
    hands.follow("About you")
    hands.write("Your full name", "Bea Okafor")
    hands.write("Your job title", "Partnership business manager")
    hands.write("Telephone number", "01632 960001")
    hands.write("Email address", "bea@example.org")
    hands.press("Save and continue")


def check(hands: Hands) -> None:
    """From the task list to the answers, ticked as checked."""
    hands.press("Check your answers")
    reads(hands.page, "Check your answers before sending")
    hands.tick("I have checked these answers")


def send(hands: Hands) -> None:
    """From the task list to the receipt."""
    check(hands)
    hands.press("Send the notification")
    reads(hands.page, "Notification sent")
