"""Our scripts in a browser: drafts that save themselves, questions that appear, long work that reports."""

import re

import pytest
from jinja2 import Environment
from playwright.sync_api import Dialog, Page, expect

from second_question.rules.questions import Kind, Question, ShownWhen
from second_question_web.ui.components import Work
from second_question_web.ui.given import Given
from tests.web.ui.conftest import Site

FORM = """
{% extends "ui/page.html" %}{% block content %}<h1>Child</h1>
<form method="post" action="/" data-autosave="/draft"><input type="hidden" name="csrfmiddlewaretoken" value="{{ token }}">
<label for="notes">Notes</label><textarea id="notes" name="notes"></textarea>
<p role="status" data-autosave-status></p><button>Send</button></form>{% endblock %}
"""
SAVED = re.compile(r"^Saved \d\d:\d\d$")


@pytest.fixture
def form(site: Site, tab: Page, templates: Environment) -> Page:
    site.pages["/"] = templates.from_string(FORM).render(token="first", signed_in={"name": "Helen", "organisation": ""})
    tab.goto(site.address)
    return tab


def test_what_is_typed_is_saved_as_a_draft(form: Page, site: Site) -> None:
    form.get_by_label("Notes").fill("Seen at home")
    expect(form.get_by_role("status")).to_have_text(SAVED)
    assert site.posted == ["notes=Seen+at+home"]


def test_a_lost_connection_is_said_and_mended(form: Page, site: Site) -> None:
    form.context.set_offline(True)
    form.get_by_label("Notes").fill("Seen at home")
    expect(form.get_by_role("status")).to_contain_text(
        "Not saved: connection lost. What you typed is still on this page"
    )
    form.context.set_offline(False)
    expect(form.get_by_role("status")).to_have_text(SAVED)
    assert site.posted == ["notes=Seen+at+home"]


def test_a_refusal_in_plain_words_is_shown(form: Page, site: Site) -> None:
    site.answers = [(409, "somebody else sent this notification.")]
    form.get_by_label("Notes").fill("Seen")
    expect(form.get_by_role("status")).to_have_text("Not saved: somebody else sent this notification.")


def test_signing_in_again_elsewhere_does_not_lose_the_draft(form: Page, site: Site) -> None:
    site.pages["/"] = str(site.pages["/"]).replace('value="first"', 'value="second"')
    site.answers = [(403, ""), (204, "")]
    form.get_by_label("Notes").fill("Seen")
    expect(form.get_by_role("status")).to_have_text(SAVED)
    assert form.locator("[name=csrfmiddlewaretoken]").input_value() == "second"


def test_nothing_is_saved_in_the_name_of_somebody_else(form: Page, site: Site) -> None:
    site.pages["/"] = str(site.pages["/"]).replace("Helen", "Ruth")
    site.answers = [(403, "")]
    form.get_by_label("Notes").fill("Seen")
    expect(form.get_by_role("status")).to_contain_text("you may have been signed out")
    assert form.locator("[name=csrfmiddlewaretoken]").input_value() == "first"


def test_leaving_with_something_unsaved_is_warned_of(form: Page, site: Site) -> None:
    site.answers = [(503, "")]
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    form.on("dialog", stay)
    form.get_by_label("Notes").click()
    form.keyboard.type("Seen")
    form.evaluate("window.setTimeout(() => window.location.assign('/elsewhere'))")
    expect(form.get_by_role("status")).to_contain_text("Not saved")
    assert asked == ["beforeunload"]


def test_a_question_appears_when_it_applies(site: Site, tab: Page, templates: Environment) -> None:
    plan = Question("plan", "Was there a plan?", Kind.YES_NO)
    which = Question("which", "Which plan?", Kind.TEXT, shown_when=ShownWhen("plan", ("yes",)))
    source = (
        '{% extends "ui/page.html" %}{% from "ui/components/question.html" import question %}'
        "{% block content %}<h1>Plans</h1><form>{{ question(plan, given) }}{{ question(which, given) }}</form>{% endblock %}"
    )
    site.pages["/"] = templates.from_string(source).render(plan=plan, which=which, given=Given())
    tab.goto(site.address)
    assert tab.get_by_label("Which plan?").is_hidden()
    tab.get_by_label("Yes").check()
    assert tab.get_by_label("Which plan?").is_visible()


def test_long_work_reports_until_it_is_done(site: Site, tab: Page, templates: Environment) -> None:
    page = '{% extends "ui/page.html" %}{% from "ui/components/progress.html" import progress %}'
    page += "{% block content %}<h1>Import</h1>{{ progress(work) }}{% endblock %}"
    part = '{% from "ui/components/progress.html" import progress_part %}{{ progress_part(work) }}'
    running = Work(title="Import", state="running", done=1, total=4, address="/part", page="/")
    site.pages["/"] = templates.from_string(page).render(work=running)
    site.pages["/part"] = templates.from_string(part).render(work=Work(title="Import", state="done", message="All in."))
    tab.goto(site.address)
    assert tab.get_by_text("1 of 4 rows (25%)").is_visible()
    expect(tab.get_by_role("status")).to_have_text("Finished. All in.")
