"""Takes the pictures of the README and the user guide from a fresh demo: `make screenshots` (needs Chromium).

Everything on them is fictional. A picture is taken of what a person sees first, at most one screen and a half high.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
PORT = 8771
ADDRESS = f"http://127.0.0.1:{PORT}"
WIDTH, PHONE, MOST_HIGH = 1100, 375, 1500
CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Picture:
    """One picture: who is signed in (nobody for an empty name), and how to get to what it shows.

    `width` is that of the screen; `from_` the element at which the picture begins, the top of the page when empty.
    """

    name: str
    who: str
    go: Callable[[Page], None]
    width: int = WIDTH
    from_: str = ""


def at(path: str) -> Callable[[Page], None]:
    """Straight to an address."""
    return lambda page: _open(page, path)


def case(state: str, further: str = "") -> Callable[[Page], None]:
    """To the newest notification of that state in the register, and on from there."""

    def go(page: Page) -> None:
        _open(page, f"/notifications/?state={state}&sort=-sent")
        reference = page.get_by_role("link", name=re.compile(r"^SIN-")).first.inner_text()
        _open(page, f"/notifications/{reference}/{further}")

    return go


def first(path: str, name: str) -> Callable[[Page], None]:
    """To the first link of that kind on a page."""

    def go(page: Page) -> None:
        _open(page, path)
        page.get_by_role("link", name=re.compile(name)).first.click()
        page.wait_for_load_state()

    return go


def review(state: str, further: str = "", sort: str = "-opened") -> Callable[[Page], None]:
    """To the newest rapid review of that state in the person's list, or the first in another order, and on from there."""

    def go(page: Page) -> None:
        _open(page, f"/rapid-reviews/?state={state}&sort={sort}")
        reference = page.get_by_role("link", name=re.compile(r"^SIN-")).first.inner_text()
        _open(page, f"/notifications/{reference}/rapid-review/{further}")

    return go


def needed(panel: str, further: str = "") -> Callable[[Page], None]:
    """To the first line of a panel of the home page, and on from there."""

    def go(page: Page) -> None:
        _open(page, "/")
        page.get_by_role("region", name=panel).get_by_role("link").first.click()
        page.wait_for_load_state()
        if further:
            _open(page, page.url.removeprefix(ADDRESS) + further)

    return go


def from_the_area_that_contributes(page: Page) -> None:
    """To the areas of the review in which another one takes part."""
    _open(page, "/rapid-reviews/")
    row = page.get_by_role("row").filter(has_text="Contributing")
    row.get_by_role("link").first.click()
    page.get_by_role("link", name="Other areas").click()
    page.wait_for_load_state()


def preview_import(page: Page) -> None:
    """Gives the register a sample file and waits for the preview."""
    _open(page, "/notifications/import/")
    page.set_input_files("input[type=file]", ROOT / "docs" / "samples" / "notifications.csv")
    page.locator("main form button").first.click()
    page.wait_for_url(re.compile("preview|import/"))
    page.wait_for_timeout(6000)
    page.reload()


def a_deposit(page: Page) -> None:
    """Gives the library a sample file, waits until it is read, and goes to where its facts are checked."""
    _open(page, "/library/deposits/upload/")
    page.set_input_files("input[type=file]", ROOT / "tests" / "samples" / "library" / "rowan.txt")
    page.get_by_role("button", name="Add").click()
    check = page.get_by_text("Check the facts")
    for _ in range(30):
        if check.count():
            break
        page.wait_for_timeout(2000)
        page.reload()
    check.click()
    page.wait_for_load_state()


PICTURES = (
    Picture("sign-in", "", at("/sign-in/")),
    Picture("home", "Bea Okafor", at("/")),
    Picture("task-list", "Bea Okafor", case("draft")),
    Picture("check-answers", "Bea Okafor", case("draft", "check/")),
    Picture("receipt", "Bea Okafor", case("sent", "receipt/")),
    Picture("notification", "Bea Okafor", case("sent")),
    Picture("rapid-review", "Bea Okafor", review("drafting"), from_="#clock"),
    Picture("review-overview", "Bea Okafor", review("drafting")),
    Picture("review-section", "Bea Okafor", review("drafting", "sections/background/")),
    Picture("review-pathway", "Bea Okafor", review("panel_replied", "pathway/")),
    Picture("review-agencies", "Bea Okafor", review("drafting", "agencies/")),
    Picture("review-meeting", "Bea Okafor", review("drafting", "meetings/1/")),
    Picture("review-decision", "Sam Pritchard", needed("Decisions to sign"), from_="#answers"),
    Picture("review-check", "Bea Okafor", review("decided", "check/")),
    Picture("review-sent", "Bea Okafor", review("panel_replied", "versions/1/sent/")),
    Picture("review-areas", "Bea Okafor", from_the_area_that_contributes),
    Picture("review-appraisal", "Bea Okafor", review("drafting", "appraisal/")),
    Picture("review-read", "Chidi Marsh", review("drafting", "read/")),
    Picture("panel-reply", "Bea Okafor", needed("The Panel has replied")),
    Picture("panel-review", "Petra Nyman", needed("Rapid reviews that wait for a reply")),
    Picture("summary-ask", "Colm Addy", needed("Summaries to write"), width=PHONE),
    Picture("summary-sign", "Leila Frost", needed("Summaries to sign", "sign/")),
    Picture("question-add", "Bea Okafor", at("/rapid-reviews/questions/add/")),
    Picture("review-import", "Bea Okafor", review("drafting", "import/unplaced/", sort="opened")),
    Picture("register", "Bea Okafor", at("/notifications/")),
    Picture("import-preview", "Petra Nyman", preview_import),
    Picture("referral", "Dana Whitlock", first("/referrals/?state=screening", "^REF-")),
    Picture("referral-form", "Colm Addy", at("/referrals/new/")),
    Picture("library", "", at("/library/")),
    Picture("library-search", "", at("/library/search/?q=concealed+pregnancy")),
    Picture("library-study", "Bea Okafor", at("/library/case-studies/curiosity.fathers/")),
    Picture("partnership", "Bea Okafor", first("/partnerships/", "^Wessenmere Safeguarding")),
    Picture("panel-inbox", "Petra Nyman", at("/panel/")),
    Picture("trail", "Audra Quill", at("/trail/")),
    Picture("trail-row", "Audra Quill", first("/trail/?action=notification.send", "^[0-9,]+$|Row")),
    Picture("people", "Olga Reyes", at("/people/")),
    Picture("invite", "Olga Reyes", at("/people/invite/")),
    Picture("account", "Bea Okafor", at("/account/")),
    Picture("calendar", "Bea Okafor", at("/calendar/")),
    Picture("library-deposit", "Bea Okafor", a_deposit, from_=".govuk-caption-l"),
    Picture("second-factor", "Theo Grant", at("/account/second-factor/")),
)


def main(names: list[str]) -> int:
    """Takes all pictures, or those named."""
    IMAGES.mkdir(exist_ok=True)
    wanted = [picture for picture in PICTURES if not names or picture.name in names]
    with demo(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        for picture in wanted:
            page = browser.new_context(viewport={"width": picture.width, "height": 900}).new_page()
            take(page, picture)
            page.context.close()
        browser.close()
    return 0


def take(page: Page, picture: Picture) -> None:
    """Signs in, goes there, takes it."""
    _open(page, "/sign-in/")
    if picture.who:
        page.get_by_role("button", name=f"Sign in as {picture.who}").click()
        page.wait_for_load_state()
    picture.go(page)
    clip = {"x": 0, "y": _top(page, picture.from_), "width": picture.width}
    clip["height"] = min(page.evaluate("document.documentElement.scrollHeight") - clip["y"], MOST_HIGH)
    page.screenshot(path=IMAGES / f"{picture.name}.png", full_page=True, clip=clip)  # type: ignore[arg-type]  # a clip
    print(f"{picture.name}: {page.title()}")


def _top(page: Page, of: str) -> int:
    """How far below the top of the page that element begins, with a little room above it."""
    return int(page.locator(of).evaluate("part => part.getBoundingClientRect().top + scrollY")) - 20 if of else 0


def _open(page: Page, path: str) -> None:
    answer = page.goto(ADDRESS + path)
    if answer is None or answer.status >= 400:
        raise SystemExit(f"{path} answered {answer and answer.status}")


@contextmanager
def demo() -> Iterator[None]:
    """A demo of its own for the time of the block."""
    with tempfile.TemporaryDirectory(prefix="second-question-pictures-") as home:
        command = [str(Path(sys.executable).parent / "second-question"), "run", "--demo", "--port", str(PORT)]
        process = subprocess.Popen(command, env={**os.environ, "SECOND_QUESTION_HOME": home, "DATABASE_URL": ""})
        try:
            _wait_for(f"{ADDRESS}/health/")
            yield
        finally:
            process.terminate()
            process.wait(30)


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the demo did not start")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
