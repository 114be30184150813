"""A register from a file: what would come in, what came in; the same file again changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.conftest import SAMPLES
from tests.journeys.conftest import Visit
from tests.journeys.hands import Hands
from tests.journeys.seen import reads, says, works_for_everybody
from tests.shared_data import shared


def a_small_file() -> Path:
    return SAMPLES / "notifications" / "good.csv"


def the_register_of_2020() -> Path:
    return shared("data/panel-2020-notifications.csv")


FILES = [(a_small_file, "3 notifications", "4 children"), (the_register_of_2020, "482 notifications", "514 children")]


@pytest.mark.parametrize(("file", "notifications", "children"), FILES, ids=["small", "2020"])
def test_a_register_comes_in_whole_and_only_once(
    visit: Visit, file: Callable[[], Path], notifications: str, children: str
) -> None:
    path = file()
    page = visit("Petra Nyman")
    when_a_file_is_given(page, path)
    says(page, f"{notifications} with {children}")
    works_for_everybody(page)
    Hands(page).press(f"Import {notifications}")
    then_the_work_ends(page, "What came in")
    says(page, f"{notifications} with {children}")
    works_for_everybody(page)
    when_a_file_is_given(page, path)
    says(page, "Nothing would come in.")
    says(page, notifications)
    works_for_everybody(page)


def when_a_file_is_given(page: Page, path: Path) -> None:
    page.goto("/notifications/import/")
    page.get_by_label("CSV file", exact=True).set_input_files(path)
    Hands(page).press("Look through the file")
    then_the_work_ends(page, "Check what will come in")


def then_the_work_ends(page: Page, heading: str) -> None:
    """The page reports on work in the background; work that has ended already is shown at once."""
    ended = page.get_by_role("heading", level=1, name=heading)
    result = page.get_by_role("link", name="See the result")
    result.or_(ended).wait_for()
    if not ended.is_visible():
        result.click()
    reads(page, heading)
