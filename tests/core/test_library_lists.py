"""Lists of documents and their counts: filtered, in order, and as if what the asker may not see were not there."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from second_question.library.access import EVERYBODY, OWNER, Access
from second_question.library.collection import Library
from second_question.library.entry import Entry, KeptPassage, KeptRecommendation
from second_question.library.listing import Order
from second_question.library.searching import Asked
from second_question.library.store import COPY, Store

TEXT = "Nobody asked about the fathers.\nThe trust should ask about fathers."
PANEL = Access(frozenset({"public", "panel"}))


def entry(name: str, published: str | None, *, area: str = "Norfolk", theme: str = "curiosity.fathers") -> Entry:
    return Entry(
        key=f"key-{name}", digest=f"digest-{name}", name=name, text=f"{name}: {TEXT}", title=f"Child {name}",
        kind="local-review", area=area, authorities=(area,), regions=("East of England",), nation="England",
        published=published, ages=(0, 12), pages=2, facts={"title": name},
        passages=(KeptPassage(1, 0, 20, ("Findings",), (theme,)), KeptPassage(2, 20, 40, ("Findings",), (theme, "school"))),
        recommendations=(KeptRecommendation(2, 20, 40, "1"),), sketch=(1, 2, 3),
    )  # fmt: skip


DOCUMENTS = {
    "Amber": (entry("Amber", "2021-06-14"), "public", "public"),
    "Beryl": (entry("Beryl", "2023", area="Kent"), "public", "panel"),
    "Coral": (entry("Coral", "2022-01", theme="sudden-death"), "panel", "panel"),
    "Drift": (entry("Drift", None, theme="neglect"), "public", "public"),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path) as opened:
        fill(opened.store, *DOCUMENTS)
        yield opened


def fill(store: Store, *names: str) -> dict[str, int]:
    with store.writing():
        return {
            name: store.put(one, visibility=record, text_visibility=text)
            for name, (one, record, text) in DOCUMENTS.items()
            if name in names
        }


def names(library: Library, access: Access = OWNER, filters: dict[str, list[str]] | None = None, **more: object) -> str:
    listed = library.documents(access, filters, **more)  # type: ignore[arg-type]
    return " ".join(one.name for one in listed.documents)


@pytest.mark.parametrize(
    ("access", "filters", "found"),
    [
        pytest.param(OWNER, {}, "Beryl Coral Amber Drift", id="newest first, undated last"),
        pytest.param(EVERYBODY, {}, "Beryl Amber Drift", id="what everybody may see"),
        pytest.param(Access(), {}, "", id="who may see nothing"),
        pytest.param(OWNER, {"area": ["KENT"]}, "Beryl", id="however it is written"),
        pytest.param(OWNER, {"area": ["kent", "norfolk"], "year": ["2021"]}, "Amber", id="each field"),
        pytest.param(OWNER, {"year": ["2022.."]}, "Beryl Coral", id="years from"),
        pytest.param(OWNER, {"year": ["2021", "2023"]}, "Beryl Amber", id="one of two years"),
        pytest.param(OWNER, {"year": ["soon"]}, "", id="no year"),
        pytest.param(OWNER, {"colour": ["red"]}, "", id="no such field"),
        pytest.param(OWNER, {"kind": []}, "Beryl Coral Amber Drift", id="nothing asked of a field"),
        pytest.param(OWNER, {"age": ["under 1"]}, "Beryl Coral Amber Drift", id="age"),
        pytest.param(OWNER, {"theme": ["curiosity"]}, "Beryl Amber", id="a group of themes"),
        pytest.param(EVERYBODY, {"theme": ["curiosity.fathers"]}, "Amber", id="themes of a text that is withheld"),
    ],
)
def test_documents_by_filter(library: Library, access: Access, filters: dict[str, list[str]], found: str) -> None:
    assert names(library, access, filters) == found
    assert library.documents(access, filters).total == len(found.split())


def test_a_list_is_taken_in_parts_and_in_other_orders(library: Library) -> None:
    assert names(library, limit=2) == "Beryl Coral"
    assert names(library, limit=2, offset=2) == "Amber Drift"
    assert library.documents(OWNER, limit=1).total == 4
    assert names(library, limit=None, order=Order.TITLE) == "Amber Beryl Coral Drift"


def test_what_has_changed_since_comes_in_the_order_of_its_changes(library: Library) -> None:
    seen = library.documents(OWNER, order=Order.CHANGED).documents[-1].changed
    assert names(library, changed_since=seen) == ""
    amber = library.document("key-Amber", OWNER)
    assert amber is not None
    library.store.set_visibility(amber.id, "public", "public")
    assert names(library, changed_since=seen, order=Order.CHANGED) == "Amber"


def test_what_is_taken_out_of_view_is_neither_listed_nor_counted_until_it_is_back(library: Library) -> None:
    before = library.facets(EVERYBODY)
    amber = library.document("key-Amber", EVERYBODY)
    assert amber is not None
    library.store.set_visibility(amber.id, "withdrawn", "withdrawn")
    assert names(library, EVERYBODY) == "Beryl Drift"
    assert library.document("key-Amber", EVERYBODY) is None
    assert library.facets(EVERYBODY)["year"] == {"2023": 1}
    library.store.set_visibility(amber.id, "public", "public")
    assert library.facets(EVERYBODY) == before


def test_copies_are_not_listed(library: Library) -> None:
    amber, beryl = (library.document(f"key-{name}", OWNER) for name in ("Amber", "Beryl"))
    assert amber is not None
    assert beryl is not None
    library.store.set_status(beryl.id, COPY, amber.id)
    assert names(library) == "Coral Amber Drift"
    assert library.facets(OWNER)["area"] == {"Norfolk": 3}


def test_facets_count_documents_and_each_count_is_the_length_of_its_list(library: Library) -> None:
    for access in (OWNER, EVERYBODY, PANEL):
        facets = library.facets(access)
        assert facets["kind"] == {"local-review": library.documents(access).total}
        for name, values in facets.items():
            for value, number in values.items():
                assert library.documents(access, {name: [value]}).total == number
    assert list(library.facets(OWNER)["year"]) == ["2021", "2022", "2023"]
    assert library.facets(OWNER, {"year": ["2021"]})["area"] == {"Norfolk": 1}


def test_everybody_gets_the_lists_of_a_library_without_what_is_restricted(library: Library, tmp_path: Path) -> None:
    with Library(tmp_path / "alone") as alone:
        fill(alone.store, "Amber", "Drift")
        bare = replace(DOCUMENTS["Beryl"][0], passages=())
        with alone.store.writing():
            alone.store.put(bare, visibility="public", text_visibility="public")
        assert library.facets(EVERYBODY) == alone.facets(EVERYBODY)
        for filters in ({}, {"theme": ["school"]}, {"area": ["kent"]}, {"year": ["..2022"]}):
            assert names(library, EVERYBODY, filters) == names(alone, EVERYBODY, filters)


def test_corrected_facts_take_the_place_of_the_earlier_and_nothing_else_changes(library: Library) -> None:
    amber = library.document("key-Amber", OWNER)
    assert amber is not None
    library.store.found_at("amber.pdf", amber.digest, amber.id)
    told = "Amber: the midwife asked nobody about the stepfather of either child."
    corrected = replace(
        DOCUMENTS["Amber"][0], key="another", digest="another", title="Child A", text=told, authorities=("Essex",), sketch=(),
        passages=(KeptPassage(3, 7, len(told), (), ("neglect",)),), recommendations=(), facts={"title": "corrected"},
    )  # fmt: skip
    library.update()
    with library.store.writing():
        library.store.replace(amber.id, corrected)
    now = library.document("key-Amber", OWNER)
    assert now is not None
    assert (now.id, now.title, now.visibility, now.status) == (amber.id, "Child A", "public", "current")
    assert now.changed > amber.changed
    assert library.store.facts_of(now.id) == {"title": "corrected"}
    assert library.store.recommendations_of(now.id) == []
    assert [one.page for one in library.store.passages_of(now.id)] == [3]
    assert names(library, OWNER, {"area": ["essex"], "theme": ["neglect"]}) == "Amber"
    assert names(library, OWNER, {"theme": ["curiosity"]}) == "Beryl"
    assert [hit.document.key for hit in library.search(Asked("stepfather", EVERYBODY, vocabulary=False)).hits] == [
        "key-Amber"
    ]
    assert library.store.by_digest("digest-Amber") == now, "the file that it was made of is still known"


def test_there_is_nothing_to_replace_where_there_is_no_document(library: Library) -> None:
    with pytest.raises(LookupError, match="no document 99"), library.store.writing():
        library.store.replace(99, DOCUMENTS["Amber"][0])


def test_a_store_of_an_earlier_program_is_filed_when_it_is_opened(library: Library) -> None:
    before = library.facets(OWNER)
    with sqlite3.connect(library.store.folder / "library.sqlite3") as earlier:
        earlier.execute("drop table filed")
        earlier.execute("pragma user_version = 0")
    with Library(library.store.folder) as later:
        assert later.facets(OWNER) == before
