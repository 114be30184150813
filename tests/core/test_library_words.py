"""Words as the library's index sees them, and what the store keeps of them for the index."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from second_question.library import words
from second_question.library.access import OWNER
from second_question.library.adding import Seen
from second_question.library.collection import Library
from second_question.library.entry import Entry, KeptPassage
from second_question.library.searching import Asked
from second_question.library.words import COMMON, placed_words, stem_of, stems_of, to_index, words_of

REPORT = "Nobody asked about the fathers.\nThe midwife's form had no place for a naïve coöperation."
PASSAGES = (KeptPassage(1, 0, 31), KeptPassage(1, 32, len(REPORT)))
ENTRY = Entry(
    key="0123456789ab", digest="d", name="amber", text=REPORT, title="Child Amber", kind="local-review", pages=1,
    passages=PASSAGES,
)  # fmt: skip


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library") as opened:
        with opened.store.writing():
            opened.store.put(ENTRY, visibility="public", text_visibility="public")
        yield opened


def found(library: Library, query: str) -> int:
    library.update()
    return library.search(Asked(query, OWNER, spelling=False)).total


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("The child's voice", ("the", "child", "s", "voice")),
        ("multi-agency, 24/7 e_mail", ("multi", "agency", "24", "7", "e", "mail")),
        ("Zoë’s façade — “naïve”", ("zoe", "s", "facade", "naive")),
        ("Zoe\u0308 Łukasz Straße", ("zoe", "lukasz", "strasse")),
        ("Δημήτρης محمد", ("δημήτρης", "محمد")),
        (" …!\n", ()),
    ],
)
def test_a_text_is_cut_into_small_words_without_accents(text: str, cut: tuple[str, ...]) -> None:
    assert words_of(text) == cut


@pytest.mark.parametrize(
    ("one", "other"), [("pregnancies", "pregnancy"), ("Bruising", "bruised"), ("fathers", "Father")]
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stems_of(one) == stems_of(other)


@given(st.text(st.characters(max_codepoint=0x17F, exclude_characters="İ")))
def test_words_are_those_that_the_index_would_cut_by_itself(text: str) -> None:
    cut = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.ascii_fold()).build()
    assert list(words_of(text)) == cut.analyze(text)


@given(st.text())
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    spans, placed = placed_words(text)
    assert ["".join(words_of(text[start:end])) for start, end in spans] == placed
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(st.text(st.characters(codec="ascii")))
def test_the_index_gets_every_stem_in_order_and_each_rare_word_once(text: str) -> None:
    stems, rare = to_index(text)
    assert stems.split() == [stem_of(word) for word in words_of(text)]
    assert sorted(rare.split()) == sorted(set(words_of(text)) - COMMON)


def test_no_more_stems_are_kept_than_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_KNOWN", 3)
    assert stems_of("waiting visits asked bruises named waited") == ("wait", "visit", "ask", "bruis", "name", "wait")
    assert len(words._stems()) <= 3  # noqa: SLF001  # nothing else shows how many are kept


def test_the_store_keeps_what_a_document_was_cut_into(library: Library) -> None:
    assert library.store.cut_of(1) == [to_index(REPORT[one.start : one.end]) for one in PASSAGES]
    assert (found(library, "father"), found(library, "cooperat*"), found(library, '"fathers the"')) == (1, 1, 0)


def test_what_another_program_cut_is_cut_anew_for_the_index(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for statement in ("update cut set form = 0, stems = 'x\nx', words = 'x\nx'", "delete from cut"):
        library.store.rows(statement, ())
        library.rebuild()
        assert library.store.cut_of(1) is None
        assert (found(library, "father"), found(library, "x")) == (1, 0)


def test_a_text_put_right_is_cut_anew(library: Library) -> None:
    text = "Nobody asked about the mothers."
    put_right = Entry(**{**vars(ENTRY), "text": text, "passages": (KeptPassage(1, 0, len(text)),)})
    with library.store.writing():
        library.store.replace(1, put_right)
    assert library.store.cut_of(1) == [to_index(text)]
    assert (found(library, "fathers"), found(library, "mothers")) == (0, 1)


def test_the_library_of_an_earlier_program_is_found_in(library: Library, tmp_path: Path) -> None:
    library.store.rows("drop table cut", ())
    shutil.copytree(library.store.folder, tmp_path / "earlier")
    with Library(tmp_path / "earlier") as earlier:
        assert list(earlier.add([], seen=Seen("public"))) == []
        assert found(earlier, "fathers") == 1
