"""Meaning beside words: what it puts in order, what it finds in other words, and that it stays a derived extra.

The model here knows five ideas and the words for them, so that everything but the real model is tested everywhere.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy
import pytest

from second_question.library.access import EVERYBODY, OWNER, Access
from second_question.library.collection import Library
from second_question.library.entry import Entry, KeptPassage
from second_question.library.meaning import vectors as vectors_module
from second_question.library.meaning.model import installed
from second_question.library.searching import Asked
from tests.conftest import missing

IDEAS = ("mother mum", "pregnancy expecting", "hidden concealed hid", "school teacher lessons", "winter snow")
PASSAGES = {
    "Amber": ("The pregnancy was concealed by the mother from the midwife.", "public", "public"),
    "Beryl": ("Lessons had been moved, and no teacher at school knew of it in the snow.", "public", "public"),
    "Coral": ("A concealed pregnancy of this mother was known to the teacher alone.", "panel", "panel"),
    "Drift": ("The pregnancy was concealed, the mother said.", "public", "panel"),
}


class Ideas:
    """A model that counts the words for each idea; a text with none is about something else."""

    def __init__(self, name: str = "ideas") -> None:
        self.name = name
        self.asked = 0

    def vectors(self, texts: Sequence[str]) -> "numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float32]]":
        self.asked += len(texts)
        rows = numpy.array([_counts(text) for text in texts], dtype=numpy.float32)
        found: numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float32]]
        found = rows / numpy.linalg.norm(rows, axis=1, keepdims=True)
        return found


def _counts(text: str) -> list[int]:
    words = text.lower().replace(".", "").replace(",", "").split()
    counts = [sum(word in idea.split() for word in words) for idea in IDEAS]
    return [*counts, int(not any(counts))]


def entry(name: str, text: str) -> Entry:
    return Entry(
        key=name, digest=name, name=name, text=text, title=f"Child {name}", kind="briefing", published="2021",
        passages=(KeptPassage(1, 0, len(text)),),
    )  # fmt: skip


@pytest.fixture
def model() -> Ideas:
    return Ideas()


@pytest.fixture
def library(tmp_path: Path, model: Ideas) -> Iterator[Library]:
    with Library(tmp_path, model) as opened:
        with opened.store.writing():
            for name, (text, record, of_text) in PASSAGES.items():
                opened.store.put(entry(name, text), visibility=record, text_visibility=of_text)
        opened.update()
        opened.update_meaning()
        yield opened


def in_other_words(library: Library, query: str, access: Access = OWNER, **more: object) -> list[str]:
    found = library.search(Asked(query, access, **more))  # type: ignore[arg-type]
    return [hit.document.key for hit in found.also]


def test_what_is_said_in_other_words_is_shown_apart_and_not_counted(library: Library) -> None:
    found = library.search(Asked("mum hid expecting", OWNER, vocabulary=False))
    assert (found.total, found.hits, found.by_meaning) == (0, (), True)
    assert {hit.document.key for hit in found.also} == {"Amber", "Coral", "Drift"}
    assert found.to_json()["in_other_words"][0]["passage"] in [text for text, _, _ in PASSAGES.values()]


def test_who_may_not_read_a_text_is_not_given_it_by_meaning_either(library: Library) -> None:
    assert in_other_words(library, "mum hid expecting", EVERYBODY) == ["Amber"]
    assert in_other_words(library, "mum hid expecting", Access()) == []


def test_a_text_that_is_closed_is_not_found_by_meaning_and_is_again_when_it_is_opened(
    library: Library, model: Ideas
) -> None:
    amber = library.store.by_key("Amber")
    assert amber is not None
    asked = model.asked
    library.store.set_visibility(amber.id, "panel", "panel")
    assert in_other_words(library, "mum hid expecting", EVERYBODY) == []
    library.store.set_visibility(amber.id, "public", "public")
    assert in_other_words(library, "mum hid expecting", EVERYBODY) == ["Amber"]
    assert model.asked - asked <= 2, "only the query was looked at, not the texts again"


def test_another_text_in_its_place_is_not_found_by_the_meaning_of_the_earlier(library: Library) -> None:
    amber = library.store.by_key("Amber")
    assert amber is not None
    with library.store.writing():
        library.store.replace(amber.id, entry("Amber", "It was winter all the year."))
    assert in_other_words(library, "mum hid expecting", EVERYBODY) == []
    library.update_meaning()
    assert in_other_words(library, "mum hid expecting", EVERYBODY) == []
    assert in_other_words(library, "snow", EVERYBODY) == ["Amber"]


@pytest.mark.parametrize("query", ['"mum hid"', "mum AND expecting", "mum NOT teacher", "hid*", "title:mum"])
def test_who_asks_for_the_words_gets_the_words(library: Library, query: str) -> None:
    found = library.search(Asked(query, OWNER))
    assert (found.by_meaning, found.also) == (False, ())


def test_meaning_can_be_switched_off_and_is_not_used_before_it_is_made(tmp_path: Path) -> None:
    with Library(tmp_path, Ideas()) as fresh:
        with fresh.store.writing():
            fresh.store.put(entry("Amber", PASSAGES["Amber"][0]), visibility="public", text_visibility="public")
        fresh.update()
        assert not fresh.search(Asked("mum", OWNER)).by_meaning
        fresh.update_meaning()
        assert fresh.search(Asked("mum", OWNER)).by_meaning
        assert not fresh.search(Asked("mum", OWNER, meaning=False)).by_meaning


def test_pages_of_hits_fit_together(library: Library) -> None:
    whole = [hit.document.key for hit in library.search(Asked("concealed pregnancy teacher", OWNER, limit=4)).hits]
    parts = [
        hit.document.key
        for offset in range(4)
        for hit in library.search(Asked("concealed pregnancy teacher", OWNER, limit=1, offset=offset)).hits
    ]
    assert parts == whole
    assert len(whole) > 1


def test_filters_hold_for_meaning(library: Library) -> None:
    assert in_other_words(library, "mum hid expecting", filters={"kind": ["rapid-review"]}) == []
    assert in_other_words(library, "mum hid expecting", filters={"theme": ["school"]}) == []
    assert len(in_other_words(library, "mum hid expecting", filters={"year": ["2021"]})) == 3


def similar_to(library: Library, said: str, access: Access) -> list[str]:
    return [one.document.key for one in library.similar_to_text([said], access=access)]


def test_what_says_the_same_in_other_words_is_similar_for_those_who_may_read_it(library: Library) -> None:
    said = "Mum hid that she was expecting; nobody concealed it from the school."
    assert set(similar_to(library, said, OWNER)) >= {"Amber", "Coral", "Drift"}
    assert "Amber" in similar_to(library, said, EVERYBODY)
    assert "Coral" not in similar_to(library, said, EVERYBODY)
    (first, *_) = library.similar_to_text([said], access=EVERYBODY)
    assert first.because[0].theirs == PASSAGES["Amber"][0]


def test_a_run_that_was_stopped_goes_on_and_what_is_known_is_not_made_again(tmp_path: Path) -> None:
    model = Ideas()

    def stop(_number: int) -> None:
        raise KeyboardInterrupt

    with Library(tmp_path, model) as library:
        with library.store.writing():
            for name, (text, record, of_text) in PASSAGES.items():
                library.store.put(entry(name, text), visibility=record, text_visibility=of_text)
        with pytest.raises(KeyboardInterrupt):
            library.update_meaning(stop)
        assert model.asked == 2, "the title and the passage of one document"
        library.update_meaning()
        assert model.asked == 2 * len(PASSAGES)


def test_vectors_of_another_model_or_a_damaged_file_are_made_anew(library: Library) -> None:
    folder = library.store.folder
    library.close()
    for damage in (False, True):
        if damage:
            (folder / vectors_module.FILE).write_bytes(b"no database" * 99)
        with Library(folder, Ideas("others")) as later:
            assert not later.search(Asked("mum hid", OWNER)).by_meaning
            later.update_meaning()
            assert later.search(Asked("mum hid", OWNER)).by_meaning


def test_many_passages_are_found_by_signs_first_and_then_exactly(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = in_other_words(library, "mum hid expecting")
    monkeypatch.setattr(vectors_module, "ROUGHLY", 3)
    assert in_other_words(library, "mum hid expecting") == before


def test_a_store_without_its_vectors_file_answers_by_words(library: Library) -> None:
    with sqlite3.connect(library.store.folder / vectors_module.FILE) as database:
        database.execute("delete from vectors")
    found = library.search(Asked("concealed pregnancy", OWNER))
    assert found.hits
    assert not found.by_meaning


def test_the_model_that_is_installed_tells_like_from_unlike() -> None:
    model = installed()
    if model is None:
        missing("the extra `meaning` is not installed: uv sync --extra meaning")
    assert model is not None
    hidden, same, other = model.vectors(
        ["She hid that she was expecting.", "The pregnancy was concealed.", "The budget of the council was late."]
    )
    assert hidden @ same > hidden @ other + 0.2
