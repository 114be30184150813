"""Lists of the documents that a search finds, and what is told of each, never more than the asker may see."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from second_question.library.access import EVERYBODY, OWNER, Access
from second_question.library.collection import Library
from second_question.library.describing import described
from second_question.library.entry import Entry, KeptPassage
from second_question.library.searching import Asked

PANEL = Access(frozenset({"public", "panel"}))
SEEN = {"amber": ("public", "public"), "beryl": ("public", "panel"), "coral": ("panel", "panel")}
SAID = "Nobody asked the fathers. The midwife wrote to nobody about fathers."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path) as opened:
        with opened.store.writing():
            for number, (key, (record, text)) in enumerate(SEEN.items()):
                opened.store.put(entry(key, 2020 + number), visibility=record, text_visibility=text)
        opened.update()
        yield opened


def entry(key: str, year: int) -> Entry:
    half = SAID.index("The")
    passages = (KeptPassage(1, 0, half, themes=("curiosity.fathers",)), KeptPassage(1, half, len(SAID)))
    return Entry(
        key, f"digest-{key}", key, SAID, f"Child {key}", "local-review", published=str(year), pages=1,
        facts={"authors": ["A. Fictional"]}, passages=passages,
    )  # fmt: skip


def keys(library: Library, asked: Asked, most: int = 10) -> list[str]:
    return [one.key for one in library.matching(asked, most)]


@pytest.mark.parametrize(
    ("query", "access", "expected"),
    [
        pytest.param("fathers", OWNER, ["coral", "beryl", "amber"], id="each once, the newest first"),
        pytest.param("fathers", PANEL, ["coral", "beryl", "amber"], id="the Panel"),
        pytest.param("fathers", EVERYBODY, ["amber"], id="not by a text that one may not see"),
        pytest.param("beryl", EVERYBODY, ["beryl"], id="by a title that one may see"),
        pytest.param("", EVERYBODY, ["beryl", "amber"], id="nothing asked: all records"),
    ],
)
def test_a_search_finds_documents(library: Library, query: str, access: Access, expected: list[str]) -> None:
    assert keys(library, Asked(query, access, relaxed=False)) == expected


def test_no_more_are_given_than_asked_for(library: Library) -> None:
    assert len(keys(library, Asked("fathers", OWNER), most=2)) == 2


def test_among_some_documents_others_are_not_found(library: Library) -> None:
    amber = library.store.by_key("amber")
    assert amber
    for query in ("fathers", ""):
        assert keys(library, Asked(query, OWNER, among=frozenset({amber.id}))) == ["amber"]


def test_a_part_of_what_was_asked_is_enough_only_where_that_is_wished(library: Library) -> None:
    asked = "fathers midwife zebra"
    assert keys(library, Asked(asked, OWNER)) == ["coral", "beryl", "amber"]
    assert keys(library, Asked(asked + " AND quokka", OWNER, relaxed=False, spelling=False)) == []


def test_themes_are_told_to_those_who_may_see_the_text(library: Library) -> None:
    def told(access: Access) -> dict[str, tuple[str, ...]]:
        listed = library.documents(access).documents
        return {one.document.key: one.themes for one in described(library.store, listed, access)}

    both = ("curiosity", "curiosity.fathers")
    assert told(EVERYBODY) == {"amber": both, "beryl": ()}
    assert told(PANEL) == {"amber": both, "beryl": both, "coral": both}


def test_authors_and_the_time_of_the_last_change_are_told(library: Library) -> None:
    one = described(library.store, library.documents(EVERYBODY).documents, EVERYBODY)[0]
    assert one.authors == ("A. Fictional",)
    assert one.at.startswith("20")
    assert one.at.endswith("Z")
