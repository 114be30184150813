"""A new key is put in front, everything is sealed again, the old key is dropped; what no key opens is named."""

from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from django.db import connection
from pytest_django import Settings

from second_question.commands.registry import InputProblems, UsageProblem
from second_question_web.commands import keys as command
from second_question_web.incidents.models import Adult, Child, Notification
from second_question_web.rapid_reviews.models import ClockChange
from second_question_web.sealed import ring, rotation
from second_question_web.sealed.keys import CannotOpen, seal, unseal
from second_question_web.trail.models import Entry
from tests.people import person
from tests.sent import sent_notification

pytestmark = pytest.mark.django_db
FIRST = Fernet.generate_key().decode()
NAME = {"name": "Mira Example", "born": "2020-02-29"}


@pytest.fixture(autouse=True)
def key_file(settings: Settings, tmp_path: Path) -> Path:
    """A ring of one key in a home folder of the test."""
    settings.HOME = tmp_path
    ring.write((FIRST,))
    return tmp_path / "identity-keys"


def step(name: str) -> int:
    return command.run(Namespace(step=name))


def some_children(count: int = 3) -> None:
    notification = sent_notification()
    for place in range(1, count + 1):
        Child.objects.create(notification=notification, place=place, sealed_answers=NAME)


def under(*keys: str) -> None:
    ring.write(keys)


def test_the_sweep_finds_the_sealed_fields_of_every_model() -> None:
    found = rotation.sealed_fields()
    assert {Notification, Child, Adult, ClockChange} <= set(found)
    assert found[Child] == ["sealed_answers"]


def test_after_a_rotation_values_open_with_the_new_key_alone() -> None:
    some_children()
    assert step("rotate") == 0
    new, old = ring.keys()
    assert old == FIRST
    under(new)
    assert [child.sealed_answers for child in Child.objects.all()] == [NAME] * 3


def test_the_old_key_alone_opens_nothing_new() -> None:
    some_children(1)
    step("rotate")
    under(FIRST)
    with pytest.raises(CannotOpen, match="put the key that it was sealed with back"):
        Child.objects.get()


def test_both_open_while_only_some_is_sealed_again() -> None:
    some_children(1)
    rotation.add_key()
    Child.objects.create(notification=Notification.objects.get(), place=2, sealed_answers=NAME)
    assert [child.sealed_answers for child in Child.objects.all()] == [NAME, NAME]
    assert len(rotation.still_under_old_keys()) == 1


def test_a_second_run_goes_on_where_the_first_was_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotation, "BATCH", 2)
    some_children(5)
    rotation.add_key()
    with pytest.raises(KeyboardInterrupt):
        rotation.reseal_everything(stop)
    assert 0 < len(rotation.still_under_old_keys()) < 5
    rotation.reseal_everything(lambda _done: None)
    assert rotation.still_under_old_keys() == []
    assert rotation.reseal_everything(lambda _done: None).changed == 0


def stop(_done: int) -> None:
    raise KeyboardInterrupt


def test_what_was_written_meanwhile_is_not_overwritten() -> None:
    some_children(1)
    rotation.add_key()
    stale = next(found for found in rotation.every_record() if found.model is Child)
    Child.objects.update(sealed_answers={"name": "Newer"})
    assert rotation._written(stale, {"sealed_answers": seal("{}")}) == 0  # noqa: SLF001  the race itself
    assert Child.objects.get().sealed_answers == {"name": "Newer"}


def test_retiring_waits_until_nothing_needs_the_old_key() -> None:
    some_children(1)
    rotation.add_key()
    with pytest.raises(InputProblems, match="1 values still need an old key, the first at Child"):
        step("retire")
    step("reseal")
    assert step("retire") == 0
    (only,) = ring.keys()
    assert only != FIRST
    assert Child.objects.get().sealed_answers == NAME


def test_a_lost_key_is_named_with_the_place_and_the_rest_is_done() -> None:
    some_children(2)
    under(Fernet.generate_key().decode())
    kept = Child.objects.create(
        notification_id=Child.objects.values_list("notification", flat=True)[0], place=3, sealed_answers=NAME
    )
    with pytest.raises(InputProblems) as found:
        step("rotate")
    assert len(found.value.problems) == 2
    assert "field sealed_answers: no key of this installation opens it. Put the key" in found.value.problems[0]
    assert Child.objects.get(pk=kept.pk).sealed_answers == NAME


def test_every_step_is_in_the_trail_without_any_key(capsys: pytest.CaptureFixture[str]) -> None:
    some_children(1)
    step("rotate")
    step("retire")
    rows = Entry.objects.filter(action__startswith="keys.").order_by("number")
    assert [(row.action, row.actor_name) for row in rows] == [
        (f"keys.{deed}", "System: keys") for deed in ("rotate", "reseal", "retire")
    ]
    said = capsys.readouterr()
    assert ring.keys()[0] not in said.out + said.err + "".join(str(vars(row)) for row in rows)


def test_keys_from_the_environment_are_changed_by_whoever_keeps_them(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, key_file: Path
) -> None:
    monkeypatch.setenv("SECOND_QUESTION_IDENTITY_KEYS", FIRST)
    settings.IDENTITY_KEYS = [FIRST]
    before = key_file.read_text()
    with pytest.raises(UsageProblem, match="Put this new key in front"):
        step("rotate")
    assert key_file.read_text() == before


def test_the_file_is_for_its_owner_only(key_file: Path) -> None:
    rotation.add_key()
    assert key_file.stat().st_mode & 0o777 == 0o600


def test_a_running_process_notices_the_new_key() -> None:
    sealed = seal("Mira")
    rotation.add_key()
    assert unseal(sealed) == "Mira"
    under(ring.keys()[0])
    with pytest.raises(CannotOpen):
        unseal(sealed)


def test_a_date_and_a_text_survive_too() -> None:
    change = ClockChange.objects.create(
        rapid_review=sent_notification().rapid_review,
        kind="pause",
        from_on=date(2026, 11, 3),
        reason="Police asked – “wait”",
        made_at="2026-11-03T10:00Z",
        made_by=person("Bea").name,
    )
    step("rotate")
    step("retire")
    assert ClockChange.objects.get(pk=change.pk).reason == "Police asked – “wait”"


def test_nothing_in_the_database_is_plain() -> None:
    some_children(1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed_answers FROM incidents_child")
        assert "Mira" not in cursor.fetchone()[0]
