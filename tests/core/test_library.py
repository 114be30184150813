"""The library: adding, copies and versions, searching, and the index that is made from the store."""

import fcntl
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from second_question.library import index
from second_question.library.access import EVERYBODY, OWNER
from second_question.library.adding import Seen, What
from second_question.library.collection import Library
from second_question.library.index import NoIndex
from second_question.library.reading import unmarked
from second_question.library.searching import Asked, Found

AMBER = """# Local Child Safeguarding Practice Review: Child Amber

Published: 14 June 2021

## 1. Findings

1.1 Nobody asked about the fathers of the two younger children, although each of them lived in the house for some months.

1.2 The health visitor knew of the concealed pregnancy and did not tell the midwife, because the form had no place for it.

## 2. Recommendations

Recommendation 1: The health trust should add the names of fathers to the form for new births by March 2022.
"""
BERYL = """# Serious Case Review: Child Beryl

Published: 2016

## 1. Findings

1.1 A non-accidental injury was seen at school, and the bruising was explained as a fall from a bicycle by the stepfather.

1.2 Safer sleeping advice was given late, after the family had moved twice in one winter and lost its health visitor.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = tmp_path / "files"
    files.mkdir()
    (files / "amber.md").write_text(AMBER)
    (files / "beryl.md").write_text(BERYL)
    return files


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library") as opened:
        yield opened


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library with both reports, to be copied."""
    folder = tmp_path_factory.mktemp("made")
    for name, text in (("amber", AMBER), ("beryl", BERYL)):
        (folder / f"{name}.md").write_text(text)
    with Library(folder / "library") as library:
        add(library, folder / "amber.md", folder / "beryl.md", seen=Seen("public"))
    return folder / "library"


@pytest.fixture
def filled(made: Path, tmp_path: Path) -> Iterator[Library]:
    shutil.copytree(made, tmp_path / "filled")
    with Library(tmp_path / "filled") as library:
        yield library


def add(library: Library, *files: Path, seen: Seen | None = None) -> list[What]:
    done = [one.what for one in library.add(files, seen=seen, workers=1)]
    library.update()
    return done


def ask(library: Library, query: str, **more: object) -> Found:
    return library.search(Asked(query, OWNER, **more))  # type: ignore[arg-type]


def titles(found: Found) -> set[str]:
    return {hit.document.title.split()[-1] for hit in found.hits}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("concealed pregnancy", {"Amber"}, id="words"),
        pytest.param("conceal pregnancies", {"Amber"}, id="other endings"),
        pytest.param('"health visitor"', {"Amber", "Beryl"}, id="a phrase in both"),
        pytest.param('"visitor health"', set(), id="a phrase in its order"),
        pytest.param("visitor AND midwife", {"Amber"}, id="AND"),
        pytest.param("midwife OR bicycle", {"Amber", "Beryl"}, id="OR"),
        pytest.param("visitor NOT midwife", {"Beryl"}, id="NOT"),
        pytest.param("visitor -midwife", {"Beryl"}, id="minus"),
        pytest.param("(midwife OR bicycle) AND injury", {"Beryl"}, id="brackets"),
        pytest.param("bicyc*", {"Beryl"}, id="the beginning of a word"),
        pytest.param("title:beryl", {"Beryl"}, id="a field of the text"),
        pytest.param("kind:serious-case-review", {"Beryl"}, id="a field of the record"),
        pytest.param("year:2020..", {"Amber"}, id="years from"),
        pytest.param("year:..2016", {"Beryl"}, id="years to"),
        pytest.param("NAI", {"Beryl"}, id="an abbreviation"),
        pytest.param("late booking", {"Amber"}, id="a synonym"),
        pytest.param("safe sleep", {"Beryl"}, id="a term of the field in another form"),
        pytest.param("bycicle", {"Beryl"}, id="letters in the wrong order"),
        pytest.param("conceald pregnancy", {"Amber"}, id="a term of the field, misspelled"),
        pytest.param("", {"Amber", "Beryl"}, id="nothing asked"),
        pytest.param("zebra", set(), id="nothing there"),
        pytest.param('((("', {"Amber", "Beryl"}, id="only brackets"),
        pytest.param("year:soon", set(), id="no year"),
    ],
)
def test_a_query_finds(filled: Library, query: str, found: set[str]) -> None:
    assert titles(ask(filled, query)) == found


def test_a_hit_is_a_passage_with_its_page_and_marked_words(filled: Library) -> None:
    hit = ask(filled, "concealed pregnancy").hits[0]
    assert hit.passage is not None
    whole = filled.store.text_of(hit.document.id)
    assert whole[hit.passage.start : hit.passage.end] == hit.said
    assert [hit.said[start:end] for start, end in hit.highlights] == ["concealed", "pregnancy"]
    assert (hit.passage.page, hit.passage.headings[-1]) == (1, "1. Findings")


def test_an_english_word_is_never_taken_for_a_misspelling(filled: Library) -> None:
    assert ask(filled, "midwive").understood.corrected == {"midwive": ("midwife",)}
    assert ask(filled, "tricycle").understood.corrected == {}
    assert ask(filled, "conceived").understood.corrected == {}


def test_other_forms_and_corrections_are_said_and_can_be_switched_off(filled: Library) -> None:
    assert "non-accidental injury" in ask(filled, "NAI").understood.others["nai"]
    assert ask(filled, "bycicle").understood.corrected == {"bycicle": ("bicycle",)}
    assert ask(filled, "NAI", vocabulary=False).total == 0
    assert ask(filled, "bycicle", spelling=False).total == 0


def test_counts_are_of_what_was_found_and_each_can_be_filtered_by(filled: Library) -> None:
    everything = ask(filled, "")
    for name, values in everything.counts.items():
        for value, number in values.items():
            assert ask(filled, "", filters={name: [value]}).total == number
    assert sum(everything.counts["kind"].values()) == everything.total


def test_a_filter_that_there_is_not_finds_nothing(filled: Library) -> None:
    assert ask(filled, "", filters={"colour": ["red"]}).total == 0


def test_the_same_file_is_added_once_wherever_it_lies(filled: Library, folder: Path) -> None:
    again = folder / "again.md"
    shutil.copy(folder / "amber.md", again)
    assert add(filled, folder / "amber.md", again) == [What.THERE, What.THERE]
    assert filled.store.counts()["current"] == 2


def test_the_same_text_in_another_file_is_a_copy_and_found_once(filled: Library, folder: Path) -> None:
    other = folder / "amber.txt"
    other.write_text(AMBER.replace("#", "").replace("\n\n", "\n\n\n"))
    before, passages = ask(filled, "concealed pregnancy").total, filled.store.counts()["passages"]
    assert add(filled, other) == [What.COPY]
    assert ask(filled, "concealed pregnancy").total == before
    assert filled.store.counts()["passages"] == passages


def test_a_new_version_takes_the_place_of_the_earlier_which_is_kept(filled: Library, folder: Path) -> None:
    add(filled, folder / "beryl.md")
    (folder / "beryl.md").write_text(
        BERYL + "\n1.3 The board has since asked every school for a second look at bruising.\n"
    )
    assert add(filled, folder / "beryl.md") == [What.VERSION]
    assert ask(filled, "bicycle").total == 1
    assert ask(filled, "second look").total >= 1
    assert filled.store.counts()["earlier version"] == 1


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_added(library: Library, folder: Path) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    assert add(library, folder / "empty.pdf", folder / "amber.md", folder / "none.pdf") == [
        What.PROBLEM,
        What.ADDED,
        What.PROBLEM,
    ]


def test_a_run_that_was_stopped_goes_on(library: Library, folder: Path) -> None:
    files = [folder / "amber.md", folder / "beryl.md"]
    stopped = library.add(files, workers=1)
    assert next(stopped).what is What.ADDED
    stopped.close()
    assert add(library, *files) == [What.THERE, What.ADDED]
    assert ask(library, "visitor").total == 2


def test_several_files_are_read_at_once_and_given_in_their_order(library: Library, folder: Path) -> None:
    files = [folder / f"{number}.md" for number in range(5)]
    for number, file in enumerate(files):
        file.write_text(
            f"# Briefing {number}\n\n" + f"The school of number {number} had asked for help again and again. " * 3
        )
    done = list(library.add(files, workers=2))
    assert [(one.place, one.what) for one in done] == [(str(file), What.ADDED) for file in files]
    library.update()
    assert ask(library, "school", limit=9).total == 5


def test_a_table_of_records_is_searched_with_the_files(filled: Library, folder: Path) -> None:
    table = folder / "reviews.csv"
    table.write_text(
        "review_id,kind,title,area,published,child_age,summary_in_own_words,source_url\n"
        "X1,SCR,Child Opal,Norfolk,2014-05,7 weeks,A baby was shaken.,https://example.org/opal\n"
        ',LCSPR,"Child Jade, a girl",not named in listing,2022,15 years,She was stabbed in a park.,\n'
    )
    assert add(filled, table) == [What.ADDED, What.ADDED]
    (hit,) = ask(filled, "shaken baby").hits
    opal = hit.document
    assert (opal.kind, opal.area, opal.regions, opal.ages) == (
        "serious-case-review",
        "Norfolk",
        ("East of England",),
        (0,),
    )
    assert (hit.passage, opal.address) == (None, "https://example.org/opal")
    assert ask(filled, "", filters={"age": ["11 to 15"]}).total == 1
    assert add(filled, table) == [What.THERE, What.THERE]


def test_an_index_that_is_gone_or_damaged_is_made_anew_from_the_store(filled: Library) -> None:
    before = [hit.document.key for hit in ask(filled, "visitor").hits]
    for path in filled.store.folder.glob("index-*"):
        shutil.rmtree(path)
    with Library(filled.store.folder) as later:
        with pytest.raises(NoIndex, match="library rebuild"):
            ask(later, "visitor")
        later.rebuild()
        assert [hit.document.key for hit in ask(later, "visitor").hits] == before
        next(later.store.folder.glob("index-*/meta.json")).write_text("{")
    with Library(filled.store.folder) as damaged:
        with pytest.raises(NoIndex):
            ask(damaged, "visitor")
        damaged.rebuild()
        assert ask(damaged, "visitor").total == len(before)


def test_an_index_of_an_earlier_program_is_made_anew(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "FORM", index.FORM + 1)
    with Library(filled.store.folder) as later:
        with pytest.raises(NoIndex):
            ask(later, "visitor")
        later.update()
        assert ask(later, "visitor").total == 2


def test_the_old_index_answers_while_a_new_one_is_made(filled: Library) -> None:
    seen: list[int] = []
    filled.rebuild(lambda _number: seen.append(ask(filled, "visitor").total))
    assert seen == [2, 2]


def test_two_that_make_the_index_at_once_do_not_harm_each_other(filled: Library) -> None:
    def another(_number: int) -> None:
        with Library(filled.store.folder) as other:
            other.rebuild()

    filled.rebuild(another)
    with Library(filled.store.folder) as later:
        assert ask(later, "visitor").total == 2
    assert len(list(filled.store.folder.glob("index-*"))) == 1


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("**Child** Safeguarding", "Child Safeguarding"),
        ("## 2. *Findings*", "2. Findings"),
        ("__What we learned__:", "What we learned:"),
        ("Item 5 * 3 of snake_case", "Item 5 * 3 of snake_case"),
        ("# 1 family", "1 family"),
    ],
)
def test_titles_and_headings_are_shown_without_signs_of_markdown(said: str, shown: str) -> None:
    assert unmarked(said) == shown


def test_what_another_process_has_added_is_found_at_once(filled: Library, folder: Path) -> None:
    assert ask(filled, "zebra").total == 0
    (folder / "zebra.md").write_text(
        "# Briefing\n\nA zebra crossing outside the school had been asked for since the spring.\n"
    )
    with Library(filled.store.folder) as other:
        assert next(iter(other.add([folder / "zebra.md"], workers=1))).what is What.ADDED
    assert ask(filled, "zebra").total == 1


def test_while_another_process_writes_the_index_a_search_answers_from_what_is_there(
    filled: Library, folder: Path
) -> None:
    (folder / "zebra.md").write_text(
        "# Briefing\n\nA zebra crossing outside the school had been asked for since the spring.\n"
    )
    with Library(filled.store.folder) as other:
        list(other.add([folder / "zebra.md"], workers=1))
    lock = next(filled.store.folder.glob("index-*")) / ".tantivy-writer.lock"
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert (ask(filled, "zebra").total, ask(filled, "bicycle").total) == (0, 1)
    assert ask(filled, "zebra").total == 1


def test_a_store_from_a_backup_does_not_take_the_index_of_a_later_day_for_its_own(
    filled: Library, folder: Path
) -> None:
    backup = folder / "backup.sqlite3"
    with sqlite3.connect(backup) as copy, sqlite3.connect(filled.store.folder / "library.sqlite3") as original:
        original.backup(copy)
    (folder / "zebra.md").write_text(
        "# Briefing\n\nA zebra crossing outside the school had been asked for since the spring.\n"
    )
    add(filled, folder / "zebra.md")
    with sqlite3.connect(backup) as copy, sqlite3.connect(filled.store.folder / "library.sqlite3") as original:
        copy.backup(original)
    with Library(filled.store.folder) as restored:
        restored.update()
        assert (ask(restored, "zebra").total, ask(restored, "bicycle").total) == (0, 1)


def test_what_is_closed_or_opened_is_hidden_or_found_at_once(filled: Library) -> None:
    def public() -> set[str]:
        return titles(filled.search(Asked("visitor", EVERYBODY)))

    (beryl,) = {hit.document.id for hit in ask(filled, "bicycle").hits}
    assert public() == {"Amber", "Beryl"}
    filled.store.set_visibility(beryl, "panel", "panel")
    assert public() == {"Amber"}
    filled.store.set_visibility(beryl, "public", "panel")
    assert public() == {"Amber"}
    filled.store.set_visibility(beryl, "public", "public")
    assert public() == {"Amber", "Beryl"}


def test_a_text_is_never_seen_by_more_people_than_its_record(library: Library, folder: Path) -> None:
    with pytest.raises(ValueError, match="record"):
        add(library, folder / "amber.md", seen=Seen("own", "public"))


def test_a_record_can_be_open_while_its_text_is_withheld(library: Library, folder: Path) -> None:
    add(library, folder / "amber.md", seen=Seen("public", "own"))
    assert library.search(Asked("midwife", EVERYBODY)).total == 0
    (hit,) = library.search(Asked("Amber", EVERYBODY)).hits
    assert (hit.said, hit.passage) == (hit.document.title, None)
    said = ["Local Child Safeguarding Practice Review: Child Amber, names of fathers on the form for new births."]
    for access, recommended in ((EVERYBODY, 0), (OWNER, 1)):
        (found,) = library.similar_to_text(said, access=access)
        assert len(found.recommendations) == recommended


def test_a_theme_in_common_is_said_and_makes_passages_more_alike(filled: Library) -> None:
    said = ["The fathers of the younger children lived in the house, and no agency asked either of them anything."]
    (first, *_) = filled.similar_to_text(said, access=OWNER)
    assert first.document.title.endswith("Amber")
    assert "curiosity.fathers" in first.because[0].themes
    assert 0 < first.score <= 1


def test_what_was_recommended_stands_beside_what_is_alike(filled: Library) -> None:
    said = ["The form for new births had no place for the names of fathers, and nobody asked about them."]
    (first, *_) = filled.similar_to_text(said, access=OWNER)
    ((recommendation, words),) = first.recommendations
    assert "add the names of fathers" in words
    assert filled.store.text_of(first.document.id)[recommendation.start : recommendation.end] == words
