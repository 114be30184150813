"""Catchphrases: what is found, what is left alone, and that it points into the text exactly."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.reading.patterns import folded
from second_question.reading.prompts import phrases_in
from second_question.rules.phrases import PHRASES
from tests.shared_data import shared

MAIN_SOURCE = "sources/002_fe7d86f1caa11320.txt"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There was a lack of professional curiosity.", "professional curiosity"),
        ("Staff should be more professionally curious.", "professionally curious"),
        ("PROFESSIONAL\nCURIOSITY was missing", "PROFESSIONAL\nCURIOSITY"),
        ("the voice of the child was lost", "voice of the child"),
        ("the voice of the young person", "voice of the young person"),
        ("The children’s voices were absent", "children’s voices"),
        ("a whole-family approach", "whole-family"),
        ("a whole family assessment", "whole family"),
        ("trauma‑informed practice", "trauma‑informed"),
        ("assessments need to be more robust", "robust"),
        ("to strengthen pathways", "strengthen"),
        ("The children are doing well.", "doing well"),
        ("Baby is thriving.", "thriving"),
        ("Mother appeared relaxed", "appeared relaxed"),
        ("further multi-agency training", "further multi-agency training"),
        ("Practitioners were reminded of the policy", "were reminded"),
        ("She was seen as hard to reach", "hard to reach"),
        ("The family did not engage with us", "not engage"),
        ("The procedure was not followed", "procedure was not followed"),
        ("it was taken at face value", "at face value"),
        ("a tragic accident", "tragic accident"),
    ],
)
def test_a_phrase_is_found_as_it_is_written(text: str, found: str) -> None:
    assert [text[phrase.start : phrase.end] for phrase in phrases_in(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The baby was not thriving and was weighed again.",
        "The Strengthening Families Programme began in May.",
        "He was engaged to be married.",
        "The nurse asked Robin what a night was like, and Robin drew it.",
        "The doors were of good quality, and the training ground was near.",
    ],
)
def test_plain_words_and_names_are_left_alone(text: str) -> None:
    assert phrases_in(text) == []


def test_every_phrase_has_its_question_its_source_and_a_place_in_the_list() -> None:
    assert len(PHRASES) >= 25
    assert len({phrase.id for phrase in PHRASES}) == len(PHRASES)
    assert len({phrase.phrase for phrase in PHRASES}) == len(PHRASES)
    assert all(phrase.question.endswith(("?", ".")) and "?" in phrase.question and phrase.source for phrase in PHRASES)


@pytest.mark.parametrize("form", [form for phrase in PHRASES for form in phrase.forms])
def test_every_form_can_be_looked_for(form: str) -> None:
    assert re.match(r"[a-z]{2}", form)
    assert re.compile(form).groups == 0


@given(st.text(alphabet=st.sampled_from(list("Aa professional curiosity’‑İß\n—.")), max_size=200))
def test_whatever_is_found_stands_there(text: str) -> None:
    for phrase in phrases_in(text):
        assert phrases_in(text[phrase.start : phrase.end])[0].phrase == phrase.phrase


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)


def test_the_phrases_of_the_main_source_are_found_in_it() -> None:
    found = {phrase.id for phrase in phrases_in(shared(MAIN_SOURCE).read_text())}
    of_f2 = {phrase.id for phrase in PHRASES if phrase.source == "F2"}
    assert of_f2 <= found
    assert len(found) >= 35
