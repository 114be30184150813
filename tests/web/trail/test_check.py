"""`second-question check` says what is wrong, where, and what to do."""

import json
from argparse import Namespace
from datetime import UTC, datetime

import pytest
from cryptography.fernet import Fernet
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from pytest_django import Settings

from second_question_web import installation
from second_question_web.commands import check
from second_question_web.files import actions as files
from second_question_web.files.models import StoredFile
from second_question_web.incidents.models import Child, Series
from second_question_web.partnerships.actions import load_reference
from second_question_web.trail.actions import System, record
from second_question_web.trail.models import Entry
from tests.people import person
from tests.sent import sent_notification
from tests.web.trail.tampering import tamper

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 27, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def installed() -> None:
    load_reference(by=System("tests"))


def problems(capsys: pytest.CaptureFixture[str], every: bool = True) -> list[dict[str, str]]:
    status = check.run(Namespace(json=True, all=every))
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)["problems"]
    assert status == (1 if found else 0)
    return found


def test_a_sound_installation_has_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    Series.objects.create(name="SIN-2026", last=1)
    Child.objects.create(notification=sent_notification(), place=1, sealed_answers={"name": "Mira"})
    files.add(by=person("Bea"), upload=ContentFile(b"some text", "note.txt"), purpose="case", now=NOW)
    assert problems(capsys) == []
    assert problems(capsys, every=False) == []


def test_without_json_it_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.run(Namespace(json=False, all=False)) == 0
    said = capsys.readouterr()
    newest = Entry.objects.order_by("number").last()
    assert newest is not None
    assert said.out.startswith("All is well")
    assert f"{newest.number}, its hash {newest.digest}" in said.out
    assert "Checking the trail" in said.err


def test_the_first_broken_link_is_named_with_when_and_what(capsys: pytest.CaptureFixture[str]) -> None:
    for key in ("SIN-2026-0001", "SIN-2026-0002"):
        row = record("clock.pause", by=person("Bea"), subject=("rapid_review", key), at=NOW)
    tamper("UPDATE trail_entry SET subject_key = 'SIN-2026-0009' WHERE number = %s", row.number)
    (problem,) = problems(capsys)
    assert problem["what"] == f"row {row.number} was changed after it was written"
    assert problem["where"] == (
        f"trail, row {row.number} "
        "(27 March 2026, 12:00: Bea Okafor paused the clock of the rapid review of SIN-2026-0009)"
    )


def test_a_missing_last_row_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    row = record("clock.pause", by=person("Bea"), subject=("rapid_review", "SIN-2026-0001"))
    tamper("DELETE FROM trail_entry WHERE number = %s", row.number)
    (problem,) = problems(capsys)
    assert problem["where"] == f"trail, row {row.number}"
    assert "are missing" in problem["what"]


@pytest.mark.parametrize(
    ("bytes_now", "what"),
    [
        (None, "its bytes cannot be found"),
        (b"short", "it has 5 bytes, not 9"),
        (b"some tex!", "its bytes are not those that were given"),
    ],
)
def test_a_file_that_is_not_whole(capsys: pytest.CaptureFixture[str], bytes_now: bytes | None, what: str) -> None:
    upload = ContentFile(b"some text", "note.txt")
    stored = files.add(by=person("Bea"), upload=upload, purpose="case", case="SIN-2026-0001", now=NOW)
    where = str(stored.file.name)
    default_storage.delete(where)
    if bytes_now is not None:
        default_storage.save(where, ContentFile(bytes_now))
    (problem,) = problems(capsys)
    assert (problem["what"], problem["where"]) == (what, f"file {StoredFile.objects.get().pk} of SIN-2026-0001")


@pytest.mark.parametrize(
    ("last", "what"), [(3, "missing: 1, 3"), (1, "given beyond the last, 1: 2"), (20, "missing: 1, 3, 4, 5")]
)
def test_gaps_in_the_numbers(capsys: pytest.CaptureFixture[str], last: int, what: str) -> None:
    sent_notification(2)
    Series.objects.create(name="SIN-2026", last=last)
    found = problems(capsys)
    assert found[-1]["where"] == "numbers SIN-2026"
    assert found[-1]["what"].startswith(what)


@pytest.mark.parametrize("every", [True, False])
def test_what_no_key_opens(capsys: pytest.CaptureFixture[str], settings: Settings, every: bool) -> None:
    child = Child.objects.create(notification=sent_notification(), place=1, sealed_answers={"name": "Mira"})
    settings.IDENTITY_KEYS = [Fernet.generate_key().decode()]
    (problem,) = problems(capsys, every)
    assert problem["where"] == f"Child {child.pk}, field sealed_answers"
    assert "Mira" not in str(problem)


def test_reference_data_of_another_edition(capsys: pytest.CaptureFixture[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE partnerships_referenceload SET digest = 'other'")
    (problem,) = problems(capsys)
    assert problem["where"] == "reference data"


def test_a_database_that_is_behind_is_the_only_problem(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation, "migrations_waiting", lambda: True)
    assert [problem["where"] for problem in problems(capsys)] == ["database"]
