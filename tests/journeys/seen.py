"""What a person sees."""

from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.browser import barriers, overflow

TOO_WIDE = """Array.from(document.querySelectorAll("body *"))
  .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
  .map((one) => one.outerHTML.slice(0, 120))"""
NARROWEST = 320  # pixels: 1280 at 400% zoom (WCAG 1.4.10)
TODAY = date.today()  # noqa: DTZ011  the day of this machine, on which the installation runs too


def days_ago(days: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days=days)


def reads(page: Page, heading: str) -> None:
    """The page that is open has this main heading."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def says(page: Page, words: str) -> None:
    """These words stand somewhere on the page."""
    expect(page.locator("#main-content")).to_contain_text(words)


def too_wide(page: Page) -> list[str]:
    """The beginnings of the elements that reach beyond the right edge of the window."""
    return [str(html) for html in page.evaluate(TOO_WIDE)]


def works_for_everybody(page: Page) -> None:
    """Nothing keeps anybody from using this page, and it fits a screen that is enlarged to 400%."""
    assert barriers(page) == [], page.url
    size = page.viewport_size
    assert size
    page.set_viewport_size({"width": NARROWEST, "height": 640})
    assert overflow(page) == 0, f"{page.url}: {too_wide(page)}"
    page.set_viewport_size(size)
