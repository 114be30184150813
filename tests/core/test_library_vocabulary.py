"""The field's vocabulary, and the parts of a query."""

from collections import Counter

import pytest

from second_question.library.query import Either, Filed, Node, Phrase, Together, Without, Word, parsed
from second_question.library.sketch import likeness, sketch_of
from second_question.library.vocabulary import WEIGHT, meanings
from second_question.library.words import stems_of

SAID = "the health visitor saw the baby at home in march and wrote down that the father was away at work for most of the week "


def test_every_meaning_has_forms_a_kind_and_a_source() -> None:
    for meaning in meanings():
        assert len(meaning.forms) >= 2
        assert meaning.kind in WEIGHT
        assert meaning.source


def test_no_form_stands_in_two_meanings() -> None:
    counted = Counter(stems for meaning in meanings() for stems in {stems_of(form) for form in meaning.forms})
    assert [stems for stems, number in counted.items() if number > 1] == []


def test_a_meaning_gives_its_other_forms() -> None:
    injury = next(meaning for meaning in meanings() if "NAI" in meaning.forms)
    assert "non-accidental injury" in injury.others(stems_of("nai"))
    assert "NAI" not in injury.others(stems_of("nai"))


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("a b", Together((Word("a"), Word("b")))),
        ("a AND b", Together((Word("a"), Word("b")), strict=True)),
        ("a b OR c", Either((Together((Word("a"), Word("b"))), Word("c")))),
        ("a NOT b", Together((Word("a"), Without(Word("b"))))),
        ("a -b", Together((Word("a"), Without(Word("b"))))),
        ("non-accidental", Together((Word("non-accidental"),))),
        ("“a b”", Together((Phrase("a b"),))),
        ('title:"a b"', Together((Phrase("a b", "title"),))),
        ("negl*", Together((Word("negl", prefix=True),))),
        ('area:"North Somerset"', Together((Filed("area", "North Somerset"),))),
        ("(a OR b) AND c", Together((Either((Word("a"), Word("b"))), Word("c")), strict=True)),
        ("((a", Together((Word("a"),))),
        ("a)) b", Together((Word("a"), Word("b")))),
        ("AND OR", Together()),
        ("NOT", Together()),
        ("(" * 5000 + "a", Together((Word("a"),))),
    ],
)
def test_a_query_is_taken_apart(query: str, node: Node) -> None:
    assert parsed(query) == node


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        pytest.param(SAID.upper(), 1.0, 1.0, id="the same in capitals"),
        pytest.param(SAID + "and there was no more to be said of it", 0.5, 0.95, id="with a further sentence"),
        pytest.param(
            "a wholly different text on the duties of schools when a pupil leaves in the middle of a term",
            0,
            0,
            id="other",
        ),
        pytest.param("short", 0, 0, id="too short to tell"),
    ],
)
def test_likeness_of_texts(other: str, least: float, most: float) -> None:
    assert least <= likeness(sketch_of(SAID), sketch_of(other)) <= most
