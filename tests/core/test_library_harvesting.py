"""What other libraries harvest: nothing is left out, and of what is not open any more nothing is told."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from second_question.library.collection import Library
from second_question.library.entry import Entry
from second_question.library.harvesting import Window, count, earliest, harvest, record
from second_question.library.store import EARLIER, FILE, Store
from second_question.library.tables import FORM

VISIBILITIES = {"amber": "public", "beryl": "panel", "coral": "public", "drift": "own"}
REGIONS = {"amber": "London", "coral": "North East"}


def entry(key: str) -> Entry:
    region = REGIONS.get(key)
    regions = (region,) if region else ()
    return Entry(key, f"digest-{key}", key, f"Text of {key}.", f"Child {key}", "local-review", regions=regions)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Library(tmp_path) as library:
        with library.store.writing():
            for key, visibility in VISIBILITIES.items():
                library.store.put(entry(key), visibility=visibility, text_visibility=visibility)
        for number, key in enumerate(VISIBILITIES, 1):
            stamped(library.store, key, f"2026-11-0{number}T09:30:00Z")
        yield library.store


def stamped(store: Store, key: str, at: str) -> None:
    store.rows("update stamps set at = ? where document = ?", (at, the(store, key)))


def the(store: Store, key: str) -> int:
    found = store.by_key(key)
    assert found
    return found.id


def keys(store: Store, window: Window) -> list[str]:
    found = [one.key for one in harvest(store, window)]
    assert len(found) == count(store, window)
    return found


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        pytest.param(Window(), ["amber", "coral"], id="everything that everybody may see"),
        pytest.param(Window(since="2026-11-02"), ["coral"], id="from"),
        pytest.param(Window(since="2026-11-01T09:30:00Z"), ["amber", "coral"], id="from that second, which is in it"),
        pytest.param(Window(until="2026-11-01T09:30:00Z"), ["amber"], id="until that second, which is in it"),
        pytest.param(Window(field="region", value="London"), ["amber"], id="one set"),
        pytest.param(Window(field="region", value="Wales"), [], id="a set that has nothing"),
    ],
)
def test_a_window_has_what_changed_in_it(store: Store, window: Window, expected: list[str]) -> None:
    assert keys(store, window) == expected


def test_a_list_is_read_in_parts(store: Store) -> None:
    first = harvest(store, Window(), limit=1)
    rest = harvest(store, Window(), after=first[0].key, limit=5)
    assert [one.key for one in (*first, *rest)] == ["amber", "coral"]


def test_what_is_taken_out_is_told_as_gone_in_every_set_and_with_its_key_alone(store: Store) -> None:
    with store.writing():
        store.set_visibility(the(store, "amber"), "withdrawn", "withdrawn")
    gone = record(store, "amber")
    assert gone
    assert gone.document is None
    assert gone.at > "2026-11-02"
    assert keys(store, Window(since="2026-11-10", field="region", value="North East")) == ["amber"]


def test_what_is_open_again_is_there_again(store: Store) -> None:
    for visibility in ("panel", "public"):
        with store.writing():
            store.set_visibility(the(store, "amber"), visibility, visibility)
    again = record(store, "amber")
    assert again
    assert again.document


def test_what_never_was_open_is_never_told_of(store: Store) -> None:
    with store.writing():
        store.set_visibility(the(store, "beryl"), "withdrawn", "withdrawn")
    assert record(store, "beryl") is record(store, "drift") is record(store, "nothing") is None
    assert "beryl" not in keys(store, Window())


def test_an_earlier_version_is_gone_and_a_correction_is_a_change(store: Store) -> None:
    with store.writing():
        store.set_status(the(store, "amber"), EARLIER, the(store, "coral"))
        store.replace(the(store, "coral"), replace(entry("coral"), title="Child Coral, corrected"))
    found = harvest(store, Window(since="2026-11-10"))
    assert [(one.key, one.document.title if one.document else "") for one in found] == [
        ("amber", ""),
        ("coral", "Child Coral, corrected"),
    ]


def test_the_earliest_stamp_is_that_of_something_open(store: Store, tmp_path: Path) -> None:
    assert earliest(store) == "2026-11-01T09:30:00Z"
    with Library(tmp_path / "empty") as empty:
        assert earliest(empty.store) is None


def test_a_store_of_an_earlier_program_is_stamped_when_it_is_opened(store: Store, tmp_path: Path) -> None:
    store.close()
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("drop table stamps")
        database.execute(f"pragma user_version = {FORM - 1}")
    with Library(tmp_path) as library:
        assert keys(library.store, Window(since="2026-11-10")) == ["amber", "coral"]
        assert record(library.store, "beryl") is None
