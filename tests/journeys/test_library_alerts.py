"""A practitioner saves a search, hears by e-mail of the review that is new in it, reads it, and ends the e-mails."""

import re
import subprocess
import sys

from playwright.sync_api import Page, expect

from tests.conftest import SAMPLES
from tests.journeys.conftest import PHONE, Visit
from tests.journeys.hands import Hands
from tests.journeys.installation import COMMAND, Installation, environment
from tests.journeys.seen import reads, says, works_for_everybody

NAME = "Farming families"
TITLE = re.compile("Child Bramble")
WRITE = """import django; django.setup()
from django.utils import timezone
from second_question_web.library.alerts.sending import alert
alert(now=timezone.now())"""


def test_a_subscriber_hears_of_what_is_new(visit: Visit, installation: Installation) -> None:
    theo = visit("Theo Grant")
    given_a_search_that_finds_nothing_is_saved(theo)
    when_a_review_comes_into_the_library(installation)
    email = when_the_emails_of_the_day_are_written(installation)
    then_the_email_leads_to_the_review(theo, email)
    then_it_is_marked_as_new_until_it_was_seen(theo)
    then_one_press_ends_the_emails_without_signing_in(visit(width=PHONE), email)


def given_a_search_that_finds_nothing_is_saved(page: Page) -> None:
    page.goto('/library/search/?q="lambing+season"')
    Hands(page).follow("Save this search")
    works_for_everybody(page)
    Hands(page).press("Save")
    says(page, "Enter a name for this search")
    Hands(page).write("What do you want to call it?", NAME)
    Hands(page).choose("Should we write to you when something new is found?", "Every day that something is new")
    Hands(page).press("Save")
    reads(page, "Saved searches")
    says(page, "Nothing new")


def when_a_review_comes_into_the_library(installation: Installation) -> None:
    run(installation, str(COMMAND), "library", "add", "--public", str(SAMPLES / "library" / "bramble.md"))


def when_the_emails_of_the_day_are_written(installation: Installation) -> str:
    """Without a mail server they are printed."""
    return run(installation, sys.executable, "-c", WRITE)


def then_the_email_leads_to_the_review(page: Page, email: str) -> None:
    assert "To: theo@example.org" in email
    page.goto(path_in(email, r"/library/[0-9a-f]{12}/"))
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def then_it_is_marked_as_new_until_it_was_seen(page: Page) -> None:
    page.goto("/library/saved/")
    says(page, "1 new")
    Hands(page).follow(NAME)
    expect(page.get_by_role("heading", level=3)).to_have_text(TITLE)
    works_for_everybody(page)
    Hands(page).press("I have seen these")
    says(page, "Nothing new")


def then_one_press_ends_the_emails_without_signing_in(page: Page, email: str) -> None:
    page.goto(path_in(email, r"/library/saved/stop/[\w:-]+/"))
    works_for_everybody(page)
    Hands(page).press("Stop these emails")
    reads(page, "Emails about saved searches have ended")


def path_in(email: str, pattern: str) -> str:
    found = re.search(pattern, email)
    assert found, email
    return found[0]


def run(installation: Installation, *command: str) -> str:
    """What a program of the installation prints."""
    own = environment(installation.home, installation.database)
    done = subprocess.run(command, env=own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
