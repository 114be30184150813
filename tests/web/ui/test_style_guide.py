"""Every component of ours, in a browser: no barrier, no sideways scrolling, nothing that the security policy forbids."""

import pytest
from jinja2 import Environment
from playwright.sync_api import Page

from second_question_web.ui.style_guide import sample
from tests.browser import barriers, overflow
from tests.web.ui.conftest import Site

REFUSALS = ["400.html", "403.html", "404.html", "429.html", "500.html", "403_csrf.html"]
NAVIGATION = [{"text": "Home", "href": "/", "active": True}, {"text": "Notifications", "href": "/notifications/"}]
HELEN = {"name": "Helen Ashworth", "organisation": "Aldermere Council"}


@pytest.mark.parametrize("width", [1280, 320])
def test_every_component_can_be_used_by_everybody(site: Site, tab: Page, templates: Environment, width: int) -> None:
    page = templates.get_template("ui/style_guide.html")
    site.pages["/"] = page.render(signed_in=HELEN, navigation=NAVIGATION, csrf_input="", **sample())
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(site.address)
    for folded in tab.locator("details").all():
        folded.evaluate("(details) => { details.open = true }")
    assert barriers(tab) == []
    assert overflow(tab) == 0


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_can_be_read_by_everybody(site: Site, tab: Page, templates: Environment, name: str) -> None:
    site.pages["/"] = templates.get_template(name).render(request_number="7KQ2-M41X")
    tab.goto(site.address)
    assert barriers(tab) == []
    assert tab.get_by_text("7KQ2-M41X").is_visible()


@pytest.mark.parametrize("name", REFUSALS)
def test_a_refusal_is_drawn_when_nothing_else_is_known(templates: Environment, name: str) -> None:
    assert "<h1" in templates.get_template(name).render()


def test_the_demonstration_says_so_on_paper_too(site: Site, tab: Page, templates: Environment) -> None:
    site.pages["/"] = templates.get_template("404.html").render(demo=True)
    tab.goto(site.address)
    tab.emulate_media(media="print")
    assert tab.get_by_text("Everything here is fictional").is_visible()
