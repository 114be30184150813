"""The published JSON Schema: made from the template, and all of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from second_question.exchange.review import review_schema
from second_question.exchange.review.schema import answer_schema
from second_question.rules.questions import Kind, Option, Question, Section, ShownWhen
from second_question.rules.template.parts import RAPID_REVIEW_2021
from tests.sample_review import FILE

PUBLISHED = Path(__file__).resolve().parents[2] / "docs" / "schemas" / "rapid-review-2021.schema.json"
SCHEMA: Any = review_schema()
OPTIONS = (Option("a", "First", "More of it"), Option("b", "Second"))


def test_it_is_a_schema_and_is_published() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(PUBLISHED.read_text()) == SCHEMA


def test_the_published_example_fits_the_published_schema() -> None:
    Draft202012Validator(json.loads(PUBLISHED.read_text())).validate(json.loads(FILE.read_text()))


@pytest.mark.parametrize("section", RAPID_REVIEW_2021.sections, ids=lambda section: section.id)
def test_every_question_is_in_it_with_its_words(section: Section) -> None:
    record = SCHEMA["$defs"][section.record]["properties"]
    for question in section.questions:
        assert record["answers"]["properties"][question.id]["title"] == question.label
        assert (question.id in record["unanswered"]["properties"]) == question.may_be_unanswered


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Kind.TEXT, "x", 1),
        (Kind.LONG_TEXT, "x\ny", None),
        (Kind.TIME, "23:59", "24:00"),
        (Kind.NUMBER, 0, -1),
        (Kind.NUMBER, 7, True),
        (Kind.CHOICE, "a", "First"),
        (Kind.CHOICES, ["a", "b"], ["a", "a"]),
        (Kind.CHOICES, [], ["c"]),
        (Kind.YES_NO, False, "no"),
        (Kind.AREA, "E06000001", ["E06000001"]),
        (Kind.AREAS, ["E06000001"], "E06000001"),
        (Kind.ORGANISATIONS, ["1"], [1]),
    ],
)
def test_what_an_answer_may_be(kind: Kind, good: object, bad: object) -> None:
    options = OPTIONS if kind in (Kind.CHOICE, Kind.CHOICES) else ()
    validator = Draft202012Validator(answer_schema(Question("q", "Q?", kind, options=options)))
    assert validator.is_valid(good)
    assert not validator.is_valid(bad)


def test_what_a_schema_cannot_demand_of_a_draft_is_noted() -> None:
    question = Question("q", "Q?", Kind.TEXT, required=True, shown_when=ShownWhen("p", ("yes",)), source="R2")
    schema = answer_schema(question)
    assert schema["x-needed-to-send"] is True
    assert schema["x-asked-when"] == {"question": "p", "is": ["yes"]}


def test_codes_carry_their_words() -> None:
    schema: Any = answer_schema(Question("q", "Q?", Kind.CHOICE, options=OPTIONS))
    assert schema["oneOf"][0] == {"const": "a", "title": "First", "description": "More of it"}
