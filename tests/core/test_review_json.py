"""A review as JSON: nothing is lost on the way out and in, and whoever sends something else is told where and what."""

import json
import re
import subprocess
import sys
from copy import deepcopy
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from second_question.exchange.review import NotAReview, canonical, check, content_hash, from_json, to_json
from second_question.rules.questions import Kind
from second_question.rules.template.content import ContentRecord, ReviewContent
from second_question.rules.template.parts import OwnQuestion, template_with
from tests.full_reviews import full_reviews
from tests.review_contents import contents
from tests.sample_review import sample_review

SLOW = settings(
    max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)
OWN_ANSWERS: dict[Kind, object] = {
    Kind.TEXT: "a line",
    Kind.LONG_TEXT: "lines\nof text",
    Kind.DATE: date(2026, 2, 28),
    Kind.TIME: time(14, 30),
    Kind.NUMBER: 0,
    Kind.CHOICE: "a_code",
    Kind.CHOICES: ("one", "two"),
    Kind.YES_NO: False,
    Kind.AREA: "E06000001",
    Kind.AREAS: ("E06000001",),
    Kind.ORGANISATIONS: (),
}


def written(content: ReviewContent) -> Any:
    """The review as another program reads it."""
    return json.loads(json.dumps(to_json(content)))


@given(contents())
@SLOW
def test_what_goes_out_fits_the_schema_and_comes_in_again(content: ReviewContent) -> None:
    assert check(written(content)) == []
    assert from_json(written(content)) == content


@given(contents())
@SLOW
def test_the_digest_is_of_what_is_said_and_not_of_its_order(content: ReviewContent) -> None:
    assert content_hash(replace(content, records=content.records[::-1])) == content_hash(content)
    assert content_hash(replace(content, version=content.version + 1)) != content_hash(content)


@pytest.mark.parametrize("kind", Kind)
def test_an_own_question_of_every_kind(kind: Kind) -> None:
    form = template_with((), [OwnQuestion("own_1", "incident", "Own", "", kind)])
    content = ReviewContent(form, "R", "A", (ContentRecord("review", 1, {"own_1": OWN_ANSWERS[kind]}),))
    assert from_json(written(content)) == content


def test_every_question_of_the_template_goes_out() -> None:
    out = {question for content in full_reviews() for record in content.records for question in record.answers}
    asked = {question.id for section in full_reviews()[0].form.sections for question in section.questions}
    assert len(asked) > 100
    assert out == asked
    assert all(from_json(written(content)) == content for content in full_reviews())


def test_the_canonical_form_is_plain_utf8_with_sorted_keys() -> None:
    text = canonical(sample_review()).decode()
    assert text.startswith('{"agencies":[{"agency":"Wessenmere')
    assert "’" in text
    assert canonical(from_json(json.loads(text))) == canonical(sample_review())


def test_half_a_character_can_be_digested() -> None:
    assert len(content_hash(replace(sample_review(), area="\ud800"))) == 64


def test_an_answer_of_no_known_type_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="float"):
        to_json(replace(sample_review(), records=(ContentRecord("review", 1, {"what_happened": 1.5}),)))


A_REVIEW = {"kind": "review", "number": 2, "answers": {}}
WRONG: list[tuple[str, object, str]] = [
    ("template", "other/1", " (Which template): “other/1” should be “rapid-review/2021”"),
    ("reference", 5, " (Reference of the case): 5 should be text"),
    (
        "sent_on",
        "2026-02-30",
        " (Sent to the Panel on): “2026-02-30” is not a date of the calendar: write it like 2026-03-31",
    ),
    ("sent_on", "20260301", " (Sent to the Panel on): “20260301” is not a date of the calendar"),
    ("version", -1, " (Number of the version sent; 0 while it is written): -1 is too small: the smallest is 0"),
    ("records.0.answers.nature", "moon", " (What kind of incident is it?): “moon” is not one of the answers: death"),
    ("records.0.answers.incident_on", None, " (Date of the incident): null should be text"),
    ("records.0.answers.own_9", "x", ": own_questions declares no such question about the review"),
    (
        "records.0.answers.own_2",
        "x",
        " (Was the family new to Wessenmere in the last twelve months?): “x” should be true",
    ),
    (
        "records.0.unanswered.nature",
        "secret",
        " (Why there is no answer): “secret” is not one of the answers: not_known",
    ),
    ("records.1.kind", "planet", ": “planet” is not one of: review, participant"),
    ("records.1", A_REVIEW, ": there is one review only, and records[0] is it already"),
    ("records.1.number", 0, " (Counts the participants from 1; may have gaps): 0 is too small: the smallest is 1"),
    ("own_questions.0.id", "mine", ": “mine” is no name for a question of your own: begin it with own_"),
    ("decisions.0.outcome", "maybe", ": “maybe” is not one of the answers: no_review, local_review"),
    (
        "decisions.0.signatures.0.signed_at",
        "2026-13-01T00:00:00Z",
        " (Signed at): “2026-13-01T00:00:00Z” is not a date",
    ),
]


def changed(at: str, value: object) -> Any:
    """The sample with one thing changed."""
    data = deepcopy(written(sample_review()))
    place = data
    *way, last = (int(step) if step.isdigit() else step for step in at.split("."))
    for step in way:
        place = place[step]
    place[last] = value
    return data


@pytest.mark.parametrize(("at", "value", "wrong"), WRONG)
def test_what_is_wrong_is_said_with_its_place(at: str, value: object, wrong: str) -> None:
    where = re.sub(r"\.(\d+)", r"[\1]", at)
    assert check(changed(at, value))[0].startswith(where + wrong)


@pytest.mark.parametrize(
    ("at", "problem"),
    [
        ("colour", "the file: nothing is called “colour” here"),
        (
            "records.0.answers.natures",
            "records[0].answers: the template has no such question: “natures”. Declare your own",
        ),
        (
            "records.0.unanswered.sex",
            "records[0].unanswered: the template has no such question: “sex”. Declare your own",
        ),
    ],
)
def test_what_nobody_asked_is_refused(at: str, problem: str) -> None:
    assert check(changed(at, "x"))[0].startswith(problem)


def test_an_own_question_is_declared_once() -> None:
    declared = to_json(sample_review())["own_questions"]
    assert isinstance(declared, list)
    problems = check(changed("own_questions", [*declared, declared[0]]))
    assert problems == ["own_questions: “own_2” is declared 2 times. Give each question a name of its own"]


@pytest.mark.parametrize(
    ("data", "problem"), [(None, "null should be an object"), ({}, "missing: template, reference"), ([1], "[1]")]
)
def test_what_is_no_review_at_all_is_refused(data: object, problem: str) -> None:
    with pytest.raises(NotAReview, match="the file") as refused:
        from_json(data)
    assert problem in refused.value.problems[0]


def test_json_waits_neither_for_word_nor_for_pdf() -> None:
    program = (
        "import sys\n"
        "from second_question.exchange.review import to_json, from_json, content_hash, pathway_rows\n"
        "print({'docx', 'typst', 'jsonschema', 'pypdfium2'} & sys.modules.keys())"
    )
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "set()"


def test_what_is_not_there_is_not_found() -> None:
    import second_question.exchange.review as package

    assert not hasattr(package, "excel")
    assert all(hasattr(package, name) for name in package.__all__)
