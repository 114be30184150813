"""The template as a page and as files (R7, R12)."""

import io
import json
from collections.abc import Callable

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.rapid_reviews.writing.actions import add_question
from second_question_web.rapid_reviews.writing.actions.added_questions import Wording
from tests.people import partnership, person
from tests.reviews import NOW
from tests.web.rapid_reviews.second_question.conftest import Opens
from tests.web.rapid_reviews.second_question.texts import part, words

pytestmark = pytest.mark.django_db
PAGE = "/rapid-reviews/template/"
CENTRE = Wording("background", "How did the closure of the centre matter?", "Who used it?", "long_text", NOW.date())
Browser = Callable[[str], Client]


@pytest.fixture
def added() -> None:
    """Wessenmere asks one question more from today."""
    add_question(by=person("Bea"), partnership=partnership(), wording=CENTRE, now=NOW)


def test_every_question_of_the_template_is_on_the_page(opened: Opens) -> None:
    said = words(opened("Bea", PAGE))
    asked = [q for s in RAPID_REVIEW_2021.sections for q in s.questions if not q.id.endswith("_because")]
    assert len(asked) > 100
    assert [q.label for q in asked if q.label not in said] == []


def test_a_question_says_how_it_is_answered_whether_it_is_needed_and_who_asks_for_it(opened: Opens) -> None:
    row = part(opened("Colm", PAGE), "#section-background ~ .sq-table tbody tr")
    assert words(row) == (
        "The context before the incident, briefly * needed before sending What a reader must know to follow the analysis. "
        "No chronology. In words, or “not known”, “not asked”, “refused” R2"
    )


def test_what_hangs_on_another_answer_says_so(opened: Opens) -> None:
    assert "Only if “May it be complex or of national importance?” is “Yes”." in words(opened("Bea", PAGE))


@pytest.mark.usefixtures("added")
def test_a_partnerships_own_question_is_shown_to_its_people_alone(opened: Opens) -> None:
    assert "How did the closure of the centre matter?" in words(opened("Bea", PAGE))
    assert "How did the closure of the centre matter?" not in words(opened("Noor", PAGE))


@pytest.mark.usefixtures("added")
def test_the_blank_word_form_asks_what_a_review_opened_today_would(browser: Browser) -> None:
    response = browser("Bea").get(f"{PAGE}blank.docx")
    assert response["Content-Disposition"] == 'attachment; filename="rapid-review-blank.docx"'
    said = "".join(node.text or "" for node in Document(io.BytesIO(response.content)).element.iter())
    assert "How did the closure of the centre matter?" in said


def test_the_blank_pdf_form_can_be_printed(browser: Browser) -> None:
    response = browser("Petra").get(f"{PAGE}blank.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert len(PdfReader(io.BytesIO(response.content)).pages) > 5


def test_the_schema_names_the_template(browser: Browser) -> None:
    response = browser("Leila").get(f"{PAGE}schema.json")
    assert json.loads(response.content)["properties"]["template"]["const"] == "rapid-review/2021"


@pytest.mark.parametrize(
    ("name", "status"), [("Max", 200), ("Leila", 200), ("Chidi", 200), ("Rhea", 403), ("Adam", 403)]
)
def test_who_may_read_it(browser: Browser, name: str, status: int) -> None:
    assert browser(name).get(PAGE).status_code == status


def test_no_other_kind_of_file(browser: Browser) -> None:
    assert browser("Bea").get(f"{PAGE}blank.exe").status_code == 404


@pytest.mark.parametrize(("name", "offered"), [("Bea", True), ("Dana", False)])
def test_only_those_who_manage_it_are_led_to_adding_questions(opened: Opens, name: str, offered: bool) -> None:
    assert ("Add questions to it" in words(opened(name, PAGE))) is offered
