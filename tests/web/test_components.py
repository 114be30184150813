"""The design system's components as Python draws them against the fixtures that the design system itself publishes.

An upgrade of either side that changes the HTML shows here as a difference.
"""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, Tag
from jinja2 import Environment

from second_question_web.ui.jinja import environment
from tests.conftest import missing

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ROOT / "node_modules" / "govuk-frontend" / "dist" / "govuk" / "components"
IMPORT = re.compile(r'from "govuk_frontend_jinja/components/([a-z-]+)/macro.html" import')

# (component, fixture): why ours differs. Empty is best.
KNOWN_DIFFERENCES: dict[tuple[str, str], str] = {}


@cache
def used() -> list[str]:
    """The components that our templates import."""
    templates = (ROOT / "src" / "second_question_web").rglob("jinja2/**/*.html")
    return sorted({name for template in templates for name in IMPORT.findall(template.read_text())})


@cache
def pages() -> Environment:
    return environment()


def fixtures(component: str) -> list[dict[str, object]]:
    path = PUBLISHED / component / "fixtures.json"
    if not path.exists():
        missing("the design system’s fixtures are not installed: npm ci --ignore-scripts")
    published: list[dict[str, object]] = json.loads(path.read_text())["fixtures"]
    return published


def drawn(component: str, options: object) -> str:
    macro = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    source = f'{{% from "govuk_frontend_jinja/components/{component}/macro.html" import {macro} %}}{{{{ {macro}(o) }}}}'
    return pages().from_string(source).render(o=options)


def shape(html: str) -> list[object]:
    """The HTML without the white space that a browser does not show."""
    return [part for node in BeautifulSoup(html, "html.parser").children if (part := node_shape(node))]


def node_shape(node: object) -> object:
    if isinstance(node, Tag):
        inside = [part for child in node.children if (part := node_shape(child))]
        return (
            node.name,
            sorted((k, " ".join(v) if isinstance(v, list) else v) for k, v in node.attrs.items()),
            inside,
        )
    return " ".join(node.split()) if isinstance(node, NavigableString) and not isinstance(node, Comment) else ""


def test_templates_use_the_design_system() -> None:
    assert {"button", "radios", "error-summary", "summary-list"} <= set(used())


@pytest.mark.parametrize("component", used())
def test_a_component_is_drawn_as_published(component: str) -> None:
    published = fixtures(component)
    assert published
    differing = [
        fixture["name"]
        for fixture in published
        if shape(drawn(component, fixture["options"])) != shape(str(fixture["html"]))
    ]
    assert differing == [name for (of, name) in KNOWN_DIFFERENCES if of == component]
