"""Codebooks: what comes with the program, and what a codebook of one's own may look like."""

import json
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.rules.codebooks import NotACodebook, codebook, codebook_from_json, codebooks

HANDBOOK = [
    *("pathway.identification", "pathway.management", "pathway.engagement", "pathway.closure"),
    *("curiosity", "curiosity.adolescents", "curiosity.babies", "curiosity.fathers", "curiosity.culture"),
    *("resources", "information-sharing", "policies", "training", "child-voice", "risk", "leadership"),
    *("domestic-abuse", "neglect", "sexual-abuse", "exploitation", "peer-on-peer"),
    *("parental-mental-health", "child-mental-health", "substance-misuse", "sudden-infant-death"),
    *("school", "looked-after", "disability-health", "gender-sexuality", "trafficking", "covid-19", "poverty-housing"),
]

SMALL: dict[str, Any] = {"id": "play/2026", "codes": [{"code": "play", "definition": "Games and playing."}]}


def changed(**values: Any) -> str:
    return json.dumps({**SMALL, "codes": [{**SMALL["codes"][0], **values}]})


def test_the_codes_are_those_of_the_handbook() -> None:
    assert [code.code for code in codebook().codes] == HANDBOOK


def test_every_edition_is_named_with_its_year_and_has_a_source_and_a_first_day() -> None:
    assert "practice-themes/2021" in codebooks()
    for name, book in codebooks().items():
        assert book.id == name
        assert book.source
        assert isinstance(book.began, date)


@pytest.mark.parametrize("name", HANDBOOK)
def test_a_code_says_what_it_covers_includes_and_excludes(name: str) -> None:
    code = codebook().code(name)
    assert code.definition.endswith(".")
    assert code.include
    assert code.exclude
    assert code.examples
    assert code.words.strong


def test_the_narrower_codes_of_curiosity_stand_below_it() -> None:
    below = [code.code for code in codebook().under("curiosity")]
    assert below == ["curiosity.adolescents", "curiosity.babies", "curiosity.fathers", "curiosity.culture"]


def test_a_code_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match=r"practice-themes/2021 has no code 'weather'"):
        codebook().code("weather")


def test_a_small_codebook_needs_no_more_than_names_and_definitions() -> None:
    book = codebook_from_json(json.dumps(SMALL))
    assert (book.id, book.title, book.codes[0].title) == ("play/2026", "play/2026", "play")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "JSON object"),
        ('{"codes": []}', 'no "id"'),
        ('{"id": "a"}', 'no "codes"'),
        ('{"id": "a", "codes": [1]}', "Code 1 is not an object"),
        (changed(code=" "), 'Code 1 has no "code"'),
        (changed(definition=""), 'Code 1 (play) has no "definition"'),
        (changed(title=3), '"title" must be text'),
        (changed(examples="one"), '"examples" must be a list'),
        (changed(include=["a", 2]), '"include" must be a list'),
        (changed(words=["a"]), '"words" must be an object'),
        (changed(words={"strong": [""]}), 'words: "strong" must be a list'),
        (changed(**{"from": "last year"}), "no date"),
        (changed(until=2021), "no date"),
        (changed(parent="sport"), "'sport', which is no code"),
        (changed(parent="play"), "its own ancestor"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, says: str) -> None:
    with pytest.raises(NotACodebook) as told:
        codebook_from_json(text)
    assert says in " ".join(told.value.problems)


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(NotACodebook) as told:
        codebook_from_json('{"codes": [{"code": "a"}, {"code": "a", "definition": "b"}]}')
    assert len(told.value.problems) == 3


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["id", "codes", "code", "definition", "parent", "words", "from", "strong", "include"]),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_no_json_ends_in_anything_but_a_codebook_or_its_problems(values: object) -> None:
    with suppress(NotACodebook):
        assert codebook_from_json(json.dumps(values)).codes
