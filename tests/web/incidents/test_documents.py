"""Documents are attached to a notification, opened, and taken out of sight."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from second_question_web.files.models import StoredFile
from tests.notifications import begun
from tests.people import person

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def attach(client: Client, reference: str, name: str = "report.pdf", content: bytes = PDF) -> int:
    fields = {"file": SimpleUploadedFile(name, content), "provenance": "opinion", "description": "First report"}
    return client.post(f"/notifications/{reference}/documents/", fields).status_code


def test_a_document_is_attached_shown_and_opened(bea: Client) -> None:
    draft = begun()
    assert attach(bea, draft.reference) == 302
    kept = StoredFile.objects.get()
    assert (kept.case, kept.provenance) == (draft.reference, "opinion")
    assert "report.pdf" in bea.get(f"/notifications/{draft.reference}/documents/").content.decode()
    opened = bea.get(f"/notifications/{draft.reference}/documents/{kept.pk}/")
    assert b"".join(opened.streaming_content) == PDF  # type: ignore[attr-defined]  # a file is streamed


def test_a_program_is_refused_with_words(bea: Client) -> None:
    draft = begun()
    assert attach(bea, draft.reference, "report.pdf", b"MZ\x90\x00" * 50) == 200
    assert not StoredFile.objects.exists()


def test_a_document_is_taken_out_of_sight_with_a_reason(bea: Client) -> None:
    draft = begun()
    attach(bea, draft.reference)
    address = f"/notifications/{draft.reference}/documents/{StoredFile.objects.get().pk}/remove/"
    assert bea.post(address, {"reason": ""}).status_code == 200
    assert bea.post(address, {"reason": "Wrong family."}).status_code == 302
    assert "report.pdf" not in bea.get(f"/notifications/{draft.reference}/documents/").content.decode()


@pytest.mark.parametrize(("who", "status"), [("Noor", 404), ("Petra", 404), ("Chidi", 404)])
def test_others_attach_nothing(who: str, status: int) -> None:
    draft, client = begun(), Client()
    client.force_login(person(who))
    assert attach(client, draft.reference) == status


def test_a_document_of_another_case_is_not_found(bea: Client) -> None:
    one, other = begun(start="a"), begun(start="b")
    attach(bea, one.reference)
    assert bea.get(f"/notifications/{other.reference}/documents/{StoredFile.objects.get().pk}/").status_code == 404
