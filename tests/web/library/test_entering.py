"""From the deposits into the store of a host: whatever happened to either of them."""

import json

import pytest
from django.conf import settings
from django.utils import timezone

from second_question.library.access import EVERYBODY, OWNER
from second_question.library.adding import Seen
from second_question.library.collection import Library
from second_question.library.entry import PUBLIC
from second_question.library.index import NoIndex
from second_question.library.searching import Asked
from second_question.library.store import Store
from second_question_web.jobs import actions as jobs
from second_question_web.library import catching_up, collection
from second_question_web.library.collection import library
from second_question_web.library.depositing import actions
from second_question_web.library.depositing.entries import facts_of
from second_question_web.library.depositing.rules import Wishes
from second_question_web.library.models import Changes, Deposit
from second_question_web.library.rebuilding import rebuild
from second_question_web.trail.actions import System
from tests.conftest import SAMPLES
from tests.people import person
from tests.web.library.test_depositing import REPORT, entered

pytestmark = pytest.mark.django_db


def keys() -> set[str]:
    return {one.key for one in library().documents(EVERYBODY).documents}


def test_one_that_cannot_be_entered_does_not_keep_the_others_out() -> None:
    first, broken = entered(), entered(text=f"{REPORT}\nAnother.")
    whole = broken.text.entry
    broken.text.entry = {"text": "nothing else"}
    broken.text.save()
    last = entered(text=f"{REPORT}\nA third.")
    assert keys() == {first.key, last.key}
    broken.text.entry = whole
    broken.text.save()
    assert keys() == {first.key, last.key}
    actions.withdraw(deposit=last, by=person("Bea"), reason="Later.", now=timezone.now())
    assert keys() == {first.key, broken.key}


def test_one_whose_change_cannot_be_entered_is_hidden() -> None:
    deposit = entered()
    assert keys() == {deposit.key}
    deposit.text.entry = {"text": "nothing else"}
    deposit.text.save()
    now = timezone.now()
    actions.change(deposit=deposit, by=person("Bea"), facts=facts_of(deposit), wishes=Wishes(), now=now)
    assert keys() == set()


def test_a_store_from_an_older_backup_catches_up() -> None:
    first = entered()
    store = library().store
    with store.writing():
        store.set_state(catching_up.UPTO, "0")
    second = entered(text=f"{REPORT}\nAnother.")
    assert keys() == {first.key, second.key}


def test_a_database_from_an_older_backup_hides_what_it_does_not_know() -> None:
    first = entered()
    second = entered(text=f"{REPORT}\nAnother.")
    assert keys() == {first.key, second.key}
    Deposit.objects.filter(pk=second.pk).update(state=Deposit.State.READING, change=0)
    Changes.objects.update(number=first.change)
    assert keys() == {first.key}


def test_a_second_process_enters_nothing_twice() -> None:
    deposit = entered()
    other = Store(settings.LIBRARY)
    catching_up.catch_up(other)
    assert keys() == {deposit.key}
    changed = other.changed()
    catching_up.catch_up(other)
    assert other.changed() == changed
    other.close()


def test_the_same_file_from_the_command_line_gives_way() -> None:
    list(library().add([SAMPLES / "library" / "rowan.txt"], seen=Seen(PUBLIC)))
    deposit = entered()
    hits = library().search(Asked("landing", access=EVERYBODY)).hits
    assert {hit.document.key for hit in hits} == {deposit.key}
    actions.withdraw(deposit=deposit, by=person("Bea"), reason="Not ours.", now=timezone.now())
    hits = library().search(Asked("landing", access=EVERYBODY)).hits
    assert len({hit.document.key for hit in hits} - {deposit.key}) == 1


def test_the_same_file_that_nobody_on_the_web_may_see_stays_hidden() -> None:
    list(library().add([SAMPLES / "library" / "rowan.txt"]))
    assert not library().search(Asked("landing", access=EVERYBODY)).total
    assert library().search(Asked("landing", access=OWNER)).total == 1
    entered()
    assert library().search(Asked("landing", access=EVERYBODY)).total == 1


def test_a_missing_index_is_made_anew() -> None:
    entered()
    assert library().search(Asked("landing", access=EVERYBODY)).total
    state = json.loads(library().store.state("indexed") or "")
    (settings.LIBRARY / state["index"] / "meta.json").unlink()
    library()._index = None  # noqa: SLF001  as a process that begins
    assert library().search(Asked("landing", access=EVERYBODY)).total


def test_a_large_index_is_made_in_the_background(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: object
) -> None:
    entered()
    monkeypatch.setattr(collection, "SMALL", 0)
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(NoIndex):  # type: ignore[operator]
        library().search(Asked("landing", access=EVERYBODY))
    assert library().search(Asked("landing", access=EVERYBODY)).total


def test_making_it_anew_is_done_when_every_document_is_entered() -> None:
    entered()
    entered(text=f"{REPORT}\nAnother.")
    job = jobs.start("library.rebuild", "Index of the library", System("library"))
    library()
    said: list[tuple[int, int]] = []
    rebuild(job, lambda done, total: said.append((done, total)))  # type: ignore[arg-type]
    assert said[-1] == (2, 2)


def test_what_new_passages_mean_is_added_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    deposit = entered()
    asked = []

    def made(opened: Library, _progress: object) -> bool:
        asked.append(opened.store.folder)
        return True

    monkeypatch.setattr(Library, "update_meaning", made)
    job = jobs.start("library.meaning", "What the library’s new passages mean", System("schedule"))
    job.refresh_from_db()
    assert asked == [settings.LIBRARY]
    assert job.result["message"] == "What the new passages mean can be searched."
    assert keys() == {deposit.key}


def test_without_a_model_the_work_says_that_words_alone_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Library, "update_meaning", lambda _self, _progress: False)
    job = jobs.start("library.meaning", "What the library’s new passages mean", System("schedule"))
    job.refresh_from_db()
    assert job.result["message"].startswith("The library is searched by words alone")
