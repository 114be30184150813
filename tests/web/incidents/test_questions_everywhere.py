"""One definition, many uses: every question of the form is asked, checked, shown and printed with its answer."""

import io
import re
from datetime import date
from functools import partial

import pytest
from django.test import Client
from pypdf import PdfReader

from second_question.rules.notification import NOTIFICATION_FORM
from second_question.rules.questions import Question, Section, Unanswered
from second_question_web.incidents import actions
from second_question_web.incidents.models import Notification
from second_question_web.ui.questions.showing import in_words
from tests.notifications import NOW, answered, begun, complete
from tests.people import person
from tests.web.incidents.everything import UNBORN_ONLY, filled_in, value_of

pytestmark = pytest.mark.django_db

NAMES = {"Z06000001": "Wessenmere Council", "wessenmere-police": "Wessenmere Police"}
ASKED = [(section, question) for section in NOTIFICATION_FORM.sections for question in section.questions]


def squeezed(text: str) -> str:
    """Without blanks and line ends, which differ between a page and a document."""
    return re.sub(r"\s+", "", text)


def page_text(client: Client, address: str) -> str:
    html = client.get(address).content.decode()
    return squeezed(re.sub(r"<[^>]+>", " ", html).replace("&#39;", "'").replace("&amp;", "&"))


def missing_from(text: str) -> list[str]:
    """The questions whose label or answer is not in the text."""
    return [
        f"{section.record}.{question.id}"
        for section, question in ASKED
        if question.id not in UNBORN_ONLY
        and not all(squeezed(words) in text for words in (question.label, _answer(question, section)))
    ]


def _answer(question: Question, section: Section) -> str:
    return in_words(question, value_of(question, section), NAMES)


def test_every_question_is_on_the_page_of_its_task(bea: Client) -> None:
    draft = filled_in()
    for section in NOTIFICATION_FORM.sections:
        place = "1/" if section.record in ("child", "adult") else ""
        slug = section.id.replace("_", "-")
        html = bea.get(f"/notifications/{draft.reference}/answer/{slug}/{place}").content.decode()
        assert [q.id for q in section.questions if f'id="{q.id}"' not in html] == []


def test_every_answer_is_on_check_your_answers_on_the_case_and_in_the_document(bea: Client) -> None:
    draft = filled_in()
    case = f"/notifications/{draft.reference}/"
    assert missing_from(page_text(bea, f"{case}check/")) == []
    actions.send(by=person("Bea"), notification=draft, now=NOW)
    assert missing_from(page_text(bea, f"{case}answers/")) == []
    document = PdfReader(io.BytesIO(bea.get(f"{case}copy.pdf").content))
    assert missing_from(squeezed("".join(leaf.extract_text() for leaf in document.pages))) == []


@pytest.mark.parametrize(
    ("section", "place", "answers", "reasons", "words"),
    [
        ("child_identity", 1, {"birth_status": "unborn", "expected_birth_on": date(2027, 2, 3)}, {}, "3 February 2027"),
        (
            "child_identity",
            1,
            {"focus_child": False, "relationship_to_focus_child": "sibling"},
            {},
            "Brother or sister",
        ),
        (
            "when",
            0,
            {"incident_period": "Some time in spring", "aware_on": date(2026, 11, 17)},
            {"incident_on": Unanswered.NOT_KNOWN},
            "Some time in spring",
        ),
    ],
)
def test_the_questions_of_other_cases_are_shown_too(
    bea: Client,
    section: str,
    place: int,
    answers: dict[str, object],
    reasons: dict[str, Unanswered],
    words: str,
) -> None:
    draft: Notification = complete(begun())
    answered(draft, section, answers, place=place, unanswered=reasons)
    look = partial(page_text, bea)
    assert squeezed(words) in look(f"/notifications/{draft.reference}/check/")


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Unanswered.NOT_KNOWN, "Not known"),
        (Unanswered.NOT_ASKED, "Not asked"),
        (Unanswered.REFUSED, "Refused to say"),
    ],
)
def test_the_three_reasons_for_no_answer_are_told_apart(bea: Client, reason: Unanswered, words: str) -> None:
    draft = complete(begun())
    answered(draft, "child_characteristics", {"sex": "female"}, place=1, unanswered={"ethnicity": reason})
    sent = actions.send(by=person("Bea"), notification=draft, now=NOW)
    text = page_text(bea, f"/notifications/{sent.reference}/answers/")
    assert squeezed(f"Ethnicity {words}") in text
    assert sent.snapshot["children"][0]["ethnicity"] == {"unanswered": reason}
