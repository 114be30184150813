"""`second-question register import`, as a script uses it."""

import json
from pathlib import Path

import pytest

from second_question.cli import main
from second_question_web import installation
from second_question_web.incidents.models import Notification
from tests.web.register.files import row, table

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' database is up to date."""
    monkeypatch.setattr(installation, "migrations_waiting", lambda: False)


@pytest.fixture
def good(tmp_path: Path) -> str:
    """A file with two good notifications."""
    file = tmp_path / "good.csv"
    file.write_bytes(table(row("A"), row("B")))
    return str(file)


def test_it_brings_a_file_in_and_says_so(good: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["register", "import", good]) == 0
    assert "2 notifications with 2 children came in." in capsys.readouterr().out
    assert Notification.objects.count() == 2


def test_a_dry_run_writes_nothing(good: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["register", "import", good, "--dry-run"]) == 0
    assert "would come in" in capsys.readouterr().out
    assert not Notification.objects.exists()


def test_json_is_one_document_and_names_every_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mixed.csv"
    file.write_bytes(table(row("A"), row("B", nature="fatal")))
    assert main(["register", "import", str(file), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["came_in"], said["refused"]) == (1, 1)
    assert [(p["row"], p["column"]) for p in said["problems"]] == [(3, "nature")]


def test_what_differs_is_a_problem_of_the_input(good: str, tmp_path: Path) -> None:
    main(["register", "import", good])
    changed = tmp_path / "changed.csv"
    changed.write_bytes(table(row("A", age_years="9"), row("B")))
    assert main(["register", "import", str(changed)]) == 1


def test_a_file_that_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["register", "import", "/nowhere/list.csv"]) == 1
    assert "/nowhere/list.csv: No such file" in capsys.readouterr().err


def test_an_installation_that_is_not_prepared_says_what_to_do(
    good: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(installation, "migrations_waiting", lambda: True)
    assert main(["register", "import", good]) == 2
    assert "Run “second-question run” once" in capsys.readouterr().err
