"""An invitation, a second factor, signing out and in again, and five wrong passwords; and the very first administrator."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.accounts import choose_password, link_in, set_up_second_factor, sign_in
from tests.journeys.codes import code_for
from tests.journeys.conftest import Visit
from tests.journeys.hands import Hands
from tests.journeys.installation import Installation, started
from tests.journeys.seen import reads, says, works_for_everybody

NAME, EMAIL = "Maud Ferrier", "maud@example.org"


def test_somebody_is_invited_protects_the_account_and_comes_back(visit: Visit, installation: Installation) -> None:
    when_an_administrator_invites(visit("Adam Stone"))
    maud = visit()
    when_the_invitation_is_accepted(maud, link_in(installation, r"/invitation/[^\s/]+/"))
    when_her_organisation_approves(visit("Olga Reyes"))
    maud.goto("/sign-in/")
    sign_in(maud, EMAIL)
    reads(maud, "Your work")
    maud.goto("/account/second-factor/")
    secret = set_up_second_factor(maud)
    then_password_and_code_let_her_in_again(maud, secret)
    then_five_wrong_passwords_lock_the_account(maud)


def test_an_empty_installation_names_its_first_administrator(
    tmp_path_factory: pytest.TempPathFactory, open_browser: Callable[..., Page]
) -> None:
    with started(tmp_path_factory.mktemp("empty")) as empty:
        page = open_browser(empty.address)
        page.goto(link_in(empty, r"/set-up/[^\s/]+/"))
        Hands(page).write("Email address", EMAIL)
        choose_password(page, NAME, "Make this account")
        sign_in(page, EMAIL)
        set_up_second_factor(page)
        Hands(page).press("I have kept them safe: continue")
        reads(page, "Your work")
        works_for_everybody(page)
        page.goto("/people/invite/")
        reads(page, "Invite somebody")


def when_an_administrator_invites(page: Page) -> None:
    page.goto("/people/invite/")
    hands = Hands(page)
    hands.write("Name", NAME)
    hands.write("Work email address", EMAIL)
    hands.write("Organisation", "Wessenmere Council")
    hands.choose("What may the person do?", "Business manager, for one safeguarding partnership")
    hands.pick("Partnership", "Wessenmere Safeguarding Children Partnership")
    works_for_everybody(page)
    hands.press("Send the invitation")
    says(page, f"An invitation is on its way to {NAME}.")
    works_for_everybody(page)


def when_the_invitation_is_accepted(page: Page, link: str) -> None:
    page.goto(link)
    choose_password(page, NAME, "Open the account")
    reads(page, "Your account is not open")
    works_for_everybody(page)


def when_her_organisation_approves(page: Page) -> None:
    page.goto("/people/")
    Hands(page).follow(NAME)
    works_for_everybody(page)
    Hands(page).press("Approve")
    says(page, f"{NAME} is approved.")


def then_password_and_code_let_her_in_again(page: Page, secret: str) -> None:
    Hands(page).press("Sign out")
    reads(page, "Sign in")
    sign_in(page, EMAIL)
    reads(page, "Enter the code")
    works_for_everybody(page)
    Hands(page).write("Code", code_for(secret, steps=1))  # a code opens the door once; this is the next one
    Hands(page).press("Continue")
    reads(page, "Your work")


def then_five_wrong_passwords_lock_the_account(page: Page) -> None:
    Hands(page).press("Sign out")
    for _ in range(5):
        reads(page, "Sign in")
        sign_in(page, EMAIL, "not the right words at all")
        says(page, "There is a problem")
    works_for_everybody(page)
    sign_in(page, EMAIL)
    says(page, "too many wrong attempts")
    works_for_everybody(page)
