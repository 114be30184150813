"""Opening and using an account through the pages."""

import re
import time

from playwright.sync_api import Page

from tests.journeys.codes import code_for
from tests.journeys.hands import Hands
from tests.journeys.installation import Installation
from tests.journeys.seen import reads, works_for_everybody

PASSWORD = "seven lanterns by the weir"
MAIL_LIMIT = 30  # seconds


def link_in(installation: Installation, pattern: str) -> str:
    """The address that was printed or sent by e-mail; without a mail server, e-mail is printed too."""
    limit = time.monotonic() + MAIL_LIMIT
    while time.monotonic() < limit:
        found = re.findall(rf"{installation.address}({pattern})", installation.printed())
        if found:
            return str(found[-1])
        time.sleep(0.1)
    raise AssertionError(f"no address {pattern} in what was printed:\n{installation.printed()}")


def choose_password(page: Page, name: str, button: str) -> None:
    """On the page behind a link."""
    hands = Hands(page)
    page.locator("[name=name]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=again]").fill(PASSWORD)
    works_for_everybody(page)
    hands.press(button)


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """On the sign-in page."""
    Hands(page).write("Email address", email)
    page.locator("[name=password]").fill(password)
    Hands(page).press("Sign in")


def set_up_second_factor(page: Page) -> str:
    """On its page; gives the secret that the app now holds."""
    reads(page, "Set up a second factor")
    secret = page.locator("strong", has_text=re.compile("^([A-Z2-7]{4} ?){8}$")).inner_text()
    works_for_everybody(page)
    Hands(page).write("Code", code_for(secret))
    Hands(page).press("Continue")
    reads(page, "Your recovery codes")
    works_for_everybody(page)
    return secret
