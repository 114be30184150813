"""Nothing restricted is found, counted, suggested or guessed by those who may not see it: for every query, the answer is what it
would be if the restricted documents were not there."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from second_question.library.access import EVERYBODY, OWNER, Access
from second_question.library.adding import Seen
from second_question.library.collection import Library
from second_question.library.searching import Asked

WORDS = (
    "father",
    "midwife",
    "concealed",
    "pregnancy",
    "bruising",
    "NAI",
    "school",
    "zebra",
    "quokka",
    "quoka",
    "fathr",
    "sleep",
)
OPEN = """# Local Child Safeguarding Practice Review: Child Coral

Published: 2021

The midwife asked about the father and wrote down his name, but the school had no place for it in its own record.

A concealed pregnancy was known to the school nurse, who told nobody of it because she had promised not to do so.
"""
CLOSED = """# Rapid Review: Child Quokka

Published: 2023

The quokka was seen at school with bruising, and the father said that the zebra had fallen on it while the family was asleep.

Quokka bruising, quokka sleep and a quokka pregnancy were concealed from the midwife in the county of Kent all winter long.
"""


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Library]]:
    """One with a document that everybody may see and one that only the Panel may; and one with the first alone."""
    folder = tmp_path_factory.mktemp("access")
    (folder / "open.md").write_text(OPEN)
    (folder / "closed.md").write_text(CLOSED)
    with Library(folder / "both") as both, Library(folder / "alone") as alone:
        for library in (both, alone):
            list(library.add([folder / "open.md"], seen=Seen("public"), workers=1))
        list(both.add([folder / "closed.md"], seen=Seen("panel"), workers=1))
        both.update()
        alone.update()
        yield both, alone


def queries() -> st.SearchStrategy[str]:
    forms = ("{}", '"{}"', "{}*", "title:{}", "NOT {}", "year:2023", "kind:rapid-review", "area:kent", "theme:school")
    word = st.builds(lambda form, word: form.format(word), st.sampled_from(forms), st.sampled_from(WORDS))
    return st.lists(st.one_of(word, st.sampled_from(["AND", "OR", "NOT", "(", ")"])), max_size=6).map(" ".join)


@given(query=queries())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=120)
def test_everybody_gets_the_answer_of_a_library_without_what_is_restricted(
    libraries: tuple[Library, Library], query: str
) -> None:
    answers = [library.search(Asked(query, EVERYBODY)).to_json() for library in libraries]
    for answer in answers:
        answer.pop("took_ms")
        for hit in answer["results"]:
            hit.pop("score")  # how rare a word is among all passages is part of it, and so of the order
        answer["results"].sort(key=lambda hit: (hit["document"], hit["start"]))
    assert answers[0] == answers[1]


@given(query=st.text(max_size=80) | st.text(alphabet='ab -*:()"“”’.…éßİ19ANDORT\n', max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
def test_whatever_is_typed_is_answered_and_marked_within_the_passage(
    libraries: tuple[Library, Library], query: str
) -> None:
    for hit in libraries[0].search(Asked(query, OWNER)).hits:
        ends = [0, *(place for one in hit.highlights for place in one), len(hit.said)]
        assert ends == sorted(ends)


@pytest.mark.parametrize("word", ["quokka", "quoka", "zebra", "rapid-review", "2023"])
def test_the_panel_finds_what_everybody_does_not(libraries: tuple[Library, Library], word: str) -> None:
    both, _ = libraries
    query = {"rapid-review": "kind:rapid-review", "2023": "year:2023"}.get(word, word)
    assert both.search(Asked(query, EVERYBODY)).total == 0
    assert both.search(Asked(query, Access(frozenset({"public", "panel"})))).total > 0
    assert both.search(Asked(query, OWNER)).total > 0


def test_who_may_see_nothing_finds_nothing(libraries: tuple[Library, Library]) -> None:
    for library in libraries:
        found = library.search(Asked("", Access()))
        assert (found.total, found.hits, found.counts) == (0, (), {})


def test_what_is_similar_is_only_looked_for_where_the_asker_may_see(libraries: tuple[Library, Library]) -> None:
    both, _ = libraries
    said = ["The quokka was seen at school with bruising, and the father said that the zebra had fallen on it."]
    assert next(one.document.title for one in both.similar_to_text(said, access=OWNER)).endswith("Quokka")
    assert all(one.document.visibility == "public" for one in both.similar_to_text(said, access=EVERYBODY))
