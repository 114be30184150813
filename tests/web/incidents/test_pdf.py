"""The printed copy: tagged, marked, numbered, and deaf to what people typed."""

import io

import pytest
from django.test import Client
from pypdf import PdfReader
from pytest_django import Settings

from second_question_web.incidents import actions
from second_question_web.incidents.actions import Change
from second_question_web.incidents.models import Notification
from second_question_web.incidents.snapshot import checksum
from tests.notifications import NOW, answered, begun, complete, sent
from tests.people import person

pytestmark = pytest.mark.django_db

MALICIOUS = (
    '#panic("gone") #read("/etc/passwd") $x^2$ *bold* _it_ <label> @ref // no comment\n'
    '"; #set page(width: 1pt) [x] {y} \\ #sys.inputs.data <script>alert(1)</script> ${7*7} {{ 7*7 }}'
)


def document(client: Client, case: Notification) -> PdfReader:
    return PdfReader(io.BytesIO(client.get(f"/notifications/{case.reference}/copy.pdf").content))


def words(of: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in of.pages).split())


def test_it_is_tagged_titled_and_in_english(bea: Client) -> None:
    read = document(bea, sent(begun()))
    assert "/StructTreeRoot" in read.root_object
    assert str(read.root_object["/Lang"]) == "en-GB"
    assert read.xmp_metadata is not None
    assert "pdfuaid:part" in read.xmp_metadata.stream.get_data().decode()
    assert read.metadata is not None
    assert read.metadata.title == "Notification SIN-2026-0001"


def test_every_page_is_marked_and_numbered(bea: Client) -> None:
    read = document(bea, sent(begun()))
    for number, page in enumerate(read.pages, start=1):
        text = page.extract_text()
        assert text.count("OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(read.pages)}" in text
        assert "R-2026-0001" in text


def test_it_says_what_was_kept_and_for_whom_it_was_made(bea: Client) -> None:
    case = sent(begun())
    text = words(document(bea, case))
    assert checksum(case.snapshot) in text.replace(" ", "")
    assert "Made for Bea Okafor (Wessenmere Council)" in text


def test_what_people_type_is_printed_as_it_is(bea: Client) -> None:
    draft = complete(begun())
    answered(draft, "what_happened", {"what_happened": MALICIOUS, "children_safe_now": True})
    text = words(document(bea, actions.send(by=person("Bea"), notification=draft, now=NOW)))
    squeezed = text.replace(" ", "")
    assert [part for part in MALICIOUS.split() if part not in squeezed] == []


@pytest.mark.parametrize("typed", ["Łucja Ó Ćwik", "محمد", "李小龙", "👶🏽 baby", "\ufffe\u0301"])
def test_names_of_every_script_give_a_document(bea: Client, typed: str) -> None:
    draft = complete(begun(), full_name=f"{typed} Vale")
    assert "Vale" in words(document(bea, actions.send(by=person("Bea"), notification=draft, now=NOW)))


def test_it_holds_what_was_sent_and_lists_what_changed(bea: Client) -> None:
    case = sent(begun())
    changes = [Change("incident", 0, "likely_cause", "neglect"), Change("child", 2, "birth_status", "unborn")]
    actions.amend(
        by=person("Bea"), notification=case, changes=changes, reason="New facts.", version=case.version, now=NOW
    )
    text = words(document(bea, case))
    before, after = text.split("Changes since sending")
    assert "Physical abuse" in before
    assert "Child 2" not in before
    assert "From “Physical abuse” to “Neglect”" in after
    assert "Why: New facts." in after


@pytest.mark.parametrize("demo", [True, False])
def test_a_demonstration_says_that_it_is_fictional(bea: Client, settings: Settings, demo: bool) -> None:
    settings.DEMO = demo
    assert ("Everything in this document is fictional" in words(document(bea, sent(begun())))) is demo


def test_there_is_no_copy_of_a_draft(bea: Client) -> None:
    assert bea.get(f"/notifications/{complete(begun()).reference}/copy.pdf").status_code == 404
