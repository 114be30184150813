"""Every page in a browser: nothing keeps anybody from using it; at a desk, on a telephone, enlarged to 400%, and in print."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import barriers, overflow
from tests.journeys.conftest import DESK, PHONE, Visit
from tests.journeys.installation import Installation, environment
from tests.journeys.seen import NARROWEST, too_wide

ROOT = Path(__file__).resolve().parents[2]
WIDTHS = (DESK, PHONE)
LEFT_OUT_OF_PRINT = ".sq-no-print, .sq-filter__details, .sq-quiet-details"
FOLDED = """(left_out) => Array.from(document.querySelectorAll("main details:not([open])"))
  .filter((one) => !one.closest(left_out) && one.lastElementChild.getBoundingClientRect().height === 0)
  .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def pages(installation: Installation) -> dict[str, list[str]]:
    """The addresses that each person of the demo opens; under the empty name, those for everybody."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.sweeps.addresses"],
        env=environment(installation.home, installation.database),
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, list[str]] = {}
    for _, name, address in json.loads(answer.stdout):
        found.setdefault(name, []).append(address)
    return found


WHO = ["", "Bea Okafor", "Dana Whitlock", "Petra Nyman", "Adam Stone", "everybody else"]


@pytest.mark.parametrize("who", WHO, ids=lambda who: who or "not signed in")
def test_every_page_works_for_everybody(visit: Visit, pages: dict[str, list[str]], who: str) -> None:
    people = [who] if who in pages else sorted(pages.keys() - set(WHO))
    assert people
    wrong = [problem for name in people for problem in problems_of(visit(name), pages[name])]
    assert not wrong, "\n".join(wrong)


def problems_of(page: Page, addresses: list[str]) -> list[str]:
    """What is wrong with these pages, each with its address."""
    assert addresses
    found = []
    for address in addresses:
        page.goto(address)
        problems = [*at_every_width(page), *in_print(page)]
        found += [f"{address}: {problem}" for problem in problems]
    return found


def at_every_width(page: Page) -> list[str]:
    """Barriers at a desk and on a telephone, and what does not fit when enlarged to 400%."""
    problems = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        problems += [f"{width} pixels: {barrier}" for barrier in barriers(page)]
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    return problems + ([f"wider than {NARROWEST} pixels: {too_wide(page)}"] if overflow(page) else [])


def in_print(page: Page) -> list[str]:
    """What is folded away on the screen and would be missing on paper, and a page without its heading."""
    page.emulate_media(media="print")
    folded = page.evaluate(FOLDED, LEFT_OUT_OF_PRINT)
    heading = page.get_by_role("heading", level=1).is_visible()
    page.emulate_media(media="screen")
    return [f"not printed: {one}" for one in folded] + ([] if heading else ["printed without its heading"])
