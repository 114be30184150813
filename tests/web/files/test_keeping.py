"""A file that is given is kept as it is, under a name that says nothing, and every reading of it is known."""

import hashlib
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from second_question_web.files import actions, queries
from second_question_web.files.errors import CannotBeOpened, FileRefused
from second_question_web.files.models import StoredFile
from second_question_web.files.serving import as_download
from second_question_web.trail.models import Entry
from second_question_web.trail.refusals import Hidden
from tests.people import person
from tests.web.files.given import PDF, given

pytestmark = pytest.mark.django_db
CASE = "SIN-2026-0001"


def kept(name: str = "letter.pdf", content: bytes = PDF) -> StoredFile:
    upload = given(name, content)
    return actions.add(by=person("Bea"), upload=upload, case=CASE, purpose="case", now=timezone.now())


def test_it_is_kept_whole_with_size_hash_and_a_name_that_says_nothing(tmp_path: Path) -> None:
    stored = kept("Rowan's letter.pdf")
    assert (stored.size, stored.sha256) == (len(PDF), hashlib.sha256(PDF).hexdigest())
    on_disk = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in on_disk] == [stored.id.hex]
    assert on_disk[0].read_bytes() == PDF


def test_adding_and_opening_leave_a_trail_without_the_file_s_name() -> None:
    stored = kept("Rowan's letter.pdf")
    actions.open_file(by=person("Sam"), stored=stored, now=timezone.now()).close()
    rows = list(Entry.objects.order_by("number"))
    assert [(row.action, row.actor_name, row.case) for row in rows] == [
        ("file.add", "Bea Okafor", CASE),
        ("file.open", "Sam Pritchard", CASE),
    ]
    assert "Rowan" not in str([row.after for row in rows])


@pytest.mark.parametrize(
    ("name", "content", "why"), [("a.pdf", b"", "empty"), ("a.exe", b"MZ", "program"), ("a.pdf", b"no", "otherwise")]
)
def test_what_is_refused_leaves_nothing_behind(name: str, content: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=why):
        kept(name, content)
    assert not StoredFile.objects.exists()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_file_that_is_too_large_is_refused_with_the_limit(settings: Settings) -> None:
    settings.LARGEST_FILE = 1024 * 1024
    with pytest.raises(FileRefused, match="larger than 1 megabytes"):
        kept(content=PDF + b"\0" * 1024 * 1024)


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\bea\\letter.pdf", "letter.pdf"),
        ("letter\u202efdp.exe.pdf", "letterfdp.exe.pdf"),
        ("a<b>\x00|c?.pdf", "abc.pdf"),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
        ("...", "file"),
    ],
)
def test_names_are_made_harmless(given_name: str, name: str) -> None:
    assert actions.clean_name(given_name) == name


def test_a_removed_file_cannot_be_opened_and_is_still_there() -> None:
    stored = kept()
    for _ in range(2):
        actions.remove(by=person("Bea"), stored=stored, reason="Another child's letter", now=timezone.now())
    stored.refresh_from_db()
    with pytest.raises(CannotBeOpened, match="removed"):
        actions.open_file(by=person("Bea"), stored=stored, now=timezone.now())
    assert not queries.files_of(CASE).exists()
    assert stored.file.storage.exists(stored.file.name or "")
    assert Entry.objects.filter(action="file.remove", reason="Another child's letter").count() == 1


def test_a_file_of_another_case_is_not_found() -> None:
    with pytest.raises(Hidden):
        queries.file_of("SIN-2026-0002", kept().pk)


def test_missing_bytes_are_said_and_no_reading_is_claimed() -> None:
    stored = kept()
    stored.file.storage.delete(stored.file.name or "")
    with pytest.raises(CannotBeOpened, match="cannot be found"):
        actions.open_file(by=person("Bea"), stored=stored, now=timezone.now())
    assert not Entry.objects.filter(action="file.open").exists()


def test_a_browser_gets_it_as_an_attachment_that_cannot_run() -> None:
    stored = kept()
    response = as_download(stored, actions.open_file(by=person("Bea"), stored=stored, now=timezone.now()))
    assert response.headers["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"].startswith("sandbox")
    assert response.getvalue() == PDF
    response.close()
