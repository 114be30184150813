"""The Panel's letter as a document, for both sides; a draft for those who may reply alone."""

import io

import pytest
from django.test import Client
from docx import Document
from pypdf import PdfReader

from second_question_web.panel.letters import letter_of
from second_question_web.trail.models import Entry
from tests.people import person
from tests.sent import at_noon
from tests.web.panel.versions import TEXT, drafted, replied, sent_review

pytestmark = pytest.mark.django_db
LETTER = "/notifications/SIN-2026-0001/rapid-review/panel/replies/1/letter."
TODAY = at_noon(2026, 11, 26).date()


def words_of(kind: str, content: bytes) -> str:
    if kind == "pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]).split())


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("name", ["Bea", "Petra"])
def test_both_sides_have_the_same_letter(client: Client, kind: str, name: str) -> None:
    replied(sent_review())
    client.force_login(person(name))
    response = client.get(f"{LETTER}{kind}")
    said = words_of(kind, response.content)
    assert response.headers["Content-Disposition"].endswith(f'"SIN-2026-0001-panel-reply-1.{kind}"')
    point = "Asks why, and why again, beyond what happened"
    for expected in (TEXT.words, "Asks the partners to think again", "19 November 2026", point, TEXT.signed_title):
        assert expected in said
    assert "RR11" not in said
    assert Entry.objects.get(action="panel.read_letter").after == {"reply": 1, "kind": kind}


def test_a_draft_says_that_it_is_one_and_is_for_the_panel(client: Client) -> None:
    draft = drafted(sent_review())
    assert letter_of(draft, TODAY).subject == "Draft, not sent. Rapid review SIN-2026-0001, version 1"
    assert letter_of(draft, TODAY).on == TODAY
    for name, status in (("Petra", 200), ("Bea", 404)):
        client.force_login(person(name))
        assert client.get(f"{LETTER}pdf").status_code == status


@pytest.mark.parametrize(("name", "kind", "status"), [("Bea", "odt", 404), ("Noor", "pdf", 404), ("Rhea", "pdf", 403)])
def test_nothing_else_is_there(client: Client, name: str, kind: str, status: int) -> None:
    replied(sent_review())
    client.force_login(person(name))
    assert client.get(f"{LETTER}{kind}").status_code == status


def test_paragraphs_are_kept_apart_and_quality_may_be_missing() -> None:
    reply = replied(sent_review())
    reply.words, reply.quality, reply.quality_words = "One.\r\n\r\nTwo\nlines.", [], " "
    letter = letter_of(reply, TODAY)
    assert letter.paragraphs == ("One.", "Two\nlines.")
    assert letter.quality == ()
    assert letter.fictional
