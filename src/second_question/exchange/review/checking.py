"""What is wrong with JSON that claims to be a rapid review, in sentences that say where and what."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from second_question.exchange.review.problems import path, sentence
from second_question.exchange.review.schema import OWN, Schema, answer_schema, review_schema
from second_question.rules.questions import Kind, Question
from second_question.rules.template.parts import OwnQuestion, record_kind, template_with

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, FormatChecker


def check(data: object) -> list[str]:
    """Everything that prevents the data from being read as a rapid review, one sentence each; empty when nothing does."""
    wrong = [sentence(error) for error in _validator().iter_errors(data)]
    if wrong or not isinstance(data, dict):
        return list(dict.fromkeys(wrong))
    return [*_own_twice(data), *_more_than_one_review(data), *_answers_to_own(data)]


def own_questions(data: Mapping[str, Any]) -> tuple[OwnQuestion, ...]:
    """The questions that a review's JSON declares as its partnership's own. The data must fit the schema."""
    declared = data.get("own_questions", ())
    return tuple(
        OwnQuestion(one["id"], one["section"], one["label"], one.get("hint", ""), Kind(one.get("kind", Kind.LONG_TEXT)))
        for one in declared
    )


@lru_cache(maxsize=1)
def _validator() -> "Draft202012Validator":
    return _validator_of(review_schema())


def _validator_of(schema: Schema) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema, format_checker=_formats())


@lru_cache(maxsize=1)
def _formats() -> "FormatChecker":
    """Dates as the template writes them; the library alone would take a moment that no calendar has."""
    from jsonschema import FormatChecker

    formats = FormatChecker(formats=())
    formats.checks("date", raises=ValueError)(_is_date)
    formats.checks("date-time", raises=(ValueError, OverflowError))(_is_moment)
    return formats


def _is_date(value: object) -> bool:
    return not isinstance(value, str) or bool(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) and _day(value))


def _day(value: str) -> date:
    return date.fromisoformat(value)


def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or bool(datetime.fromisoformat(value).astimezone(UTC))


def _own_twice(data: Mapping[str, Any]) -> Iterator[str]:
    counted = Counter(own.id for own in own_questions(data))
    for name, times in counted.items():
        if times > 1:
            yield f"own_questions: “{name}” is declared {times} times. Give each question a name of its own"


def _more_than_one_review(data: Mapping[str, Any]) -> Iterator[str]:
    reviews = [position for position, record in enumerate(data["records"]) if record["kind"] == "review"]
    for position in reviews[1:]:
        yield f"records[{position}]: there is one review only, and records[{reviews[0]}] is it already"


def _answers_to_own(data: Mapping[str, Any]) -> Iterator[str]:
    """Whether own questions that are answered are declared, asked about that kind of record, and answered in kind."""
    form = template_with((), own_questions(data))
    for position, record in enumerate(data["records"]):
        asked = {question.id: question for question in form.questions_of(record["kind"])}
        for part in ("answers", "unanswered"):
            for name in record.get(part, {}):
                where = ("records", position, part, name)
                if re.search(OWN, name) and name not in asked:
                    yield f"{path(where)}: own_questions declares no such question about {_of(record['kind'])}"
                elif part == "answers" and re.search(OWN, name):
                    yield from _in_kind(asked[name], record[part][name], where)


def _in_kind(question: Question, answer: object, where: Sequence[str | int]) -> Iterator[str]:
    for error in _validator_of(answer_schema(question)).iter_errors(answer):
        yield sentence(error, where)


def _of(kind: str) -> str:
    found = record_kind(kind)
    return found.one if not found.repeated else f"a record of the kind “{found.one}”"
