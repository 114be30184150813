"""Journeys: what people do, from end to end, in a real browser in front of a real installation.

Every journey names the person who is at the screen. A test worker has one installation with the demo data; journeys share
it, so each begins a case of its own and counts nothing that another journey may add to.
"""

from collections.abc import Callable, Generator, Iterator
from typing import Protocol, cast

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import chromium
from tests.journeys.installation import Installation, started

DESK, PHONE = 1280, 375  # widths in pixels
PATIENCE = 20_000  # milliseconds that a person waits for a page on a busy machine
expect.set_options(timeout=PATIENCE)


class Visit(Protocol):
    """Opens a browser of their own for somebody, signed in when named."""

    def __call__(self, name: str = "", *, width: int = DESK, scripts: bool = True) -> Page:
        """The page that they see first."""


@pytest.fixture(scope="session")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """The demo, started as the README says."""
    with started(tmp_path_factory.mktemp("demo"), "--demo") as demo:
        yield demo


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # For one module: while it is open, Django refuses its database to other tests of the same process.
    with chromium() as browser:
        yield browser


@pytest.fixture
def contexts() -> list[BrowserContext]:
    """The browsers that a journey has opened."""
    return []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Function) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tells what stood on each screen when a journey failed."""
    report = yield
    if report.failed and report.when == "call":
        opened = cast("list[BrowserContext]", item.funcargs.get("contexts", []))
        pages = [page for context in opened for page in context.pages]
        report.sections += [(f"on the screen: {page.url}", page.locator("body").inner_text()) for page in pages]
    return report


@pytest.fixture
def open_browser(browser: Browser, contexts: list[BrowserContext]) -> Iterator[Callable[..., Page]]:
    """Browsers that share nothing; an error of a script or of the content security policy fails the test."""
    problems: list[str] = []

    def opened(address: str, width: int = DESK, scripts: bool = True) -> Page:
        size = {"width": width, "height": 900}
        contexts.append(browser.new_context(base_url=address, viewport=size))  # type: ignore[arg-type]  # a size
        if not scripts:  # every script is a file of ours: the policy of each page allows no other
            contexts[-1].route("**/*.js", lambda route: route.abort())
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        watch(page, problems)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert problems == []


def watch(page: Page, problems: list[str]) -> None:
    """Notes what goes wrong in a page."""
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if "Security Policy" in line.text else None)
    page.on("response", lambda answer: problems.append(f"500 at {answer.url}") if answer.status == 500 else None)


@pytest.fixture
def visit(installation: Installation, open_browser: Callable[..., Page]) -> Visit:
    """People of the demo, each in a browser of their own."""

    def visited(name: str = "", *, width: int = DESK, scripts: bool = True) -> Page:
        page = open_browser(installation.address, width, scripts)
        page.goto("/sign-in/")
        if name:
            page.get_by_role("button", name=f"Sign in as {name}").click()
            page.get_by_role("heading", level=1, name="Your work").wait_for()
        return page

    return visited
