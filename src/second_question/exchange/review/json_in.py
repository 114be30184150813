"""A rapid review read from JSON: what another system sent, or a version as it was frozen."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from second_question.exchange.review.checking import check, own_questions
from second_question.rules.questions import Form, Kind, Question, Unanswered
from second_question.rules.template.content import (
    AgencyAnswer,
    ContentDecision,
    ContentRecord,
    ContentSignature,
    ReviewContent,
)
from second_question.rules.template.parts import template_with

_SEVERAL = (Kind.CHOICES, Kind.AREAS, Kind.ORGANISATIONS)


class NotAReview(ValueError):
    """The data is not a rapid review. `problems` has a sentence for each thing that is wrong."""

    def __init__(self, problems: Sequence[str]) -> None:
        """Keeps the problems apart, for a page that lists them."""
        super().__init__("\n".join(problems))
        self.problems = list(problems)


def from_json(data: object) -> ReviewContent:
    """The review that the data is; the exact inverse of `json_out.to_json`.

    Raises:
        NotAReview: the data does not fit the schema, or contradicts itself.
    """
    problems = check(data)
    if problems or not isinstance(data, dict):
        raise NotAReview(problems)
    return _review(data)


def from_frozen(data: object) -> ReviewContent:
    """The review of a version that was checked when it was frozen: the same as `from_json`, without checking again.

    Raises:
        NotAReview: the data is none after all.
    """
    try:
        return _review(data)  # type: ignore[arg-type]  # what it is shows as it is read
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotAReview([f"this is no frozen review: {type(error).__name__}"]) from error


def _review(data: Mapping[str, Any]) -> ReviewContent:
    form = template_with(data.get("themes", ()), own_questions(data))
    return ReviewContent(
        form=form,
        reference=data["reference"],
        area=data["area"],
        records=tuple(_record(form, record) for record in data["records"]),
        version=int(data.get("version", 0)),
        opened_on=_day(data.get("opened_on")),
        due_on=_day(data.get("due_on")),
        sent_on=_day(data.get("sent_on")),
        late_reason=data.get("late_reason", ""),
        decisions=tuple(_decision(decision) for decision in data.get("decisions", ())),
        agencies=tuple(
            AgencyAnswer(**one | {"signed_on": _day(one.get("signed_on"))}) for one in data.get("agencies", ())
        ),
        contributing_areas=tuple(data.get("contributing_areas", ())),
        fictional=data.get("fictional", False),
    )


def _record(form: Form, data: Mapping[str, Any]) -> ContentRecord:
    asked = {question.id: question for question in form.questions_of(data["kind"])}
    return ContentRecord(
        data["kind"],
        int(data["number"]),
        {name: _answer(asked[name], value) for name, value in data["answers"].items()},
        {name: Unanswered(reason) for name, reason in data.get("unanswered", {}).items()},
        data.get("agency", ""),
    )


def _answer(question: Question, value: Any) -> object:
    if question.kind is Kind.DATE:
        return date.fromisoformat(value)
    if question.kind is Kind.TIME:
        return time.fromisoformat(value)
    if question.kind is Kind.NUMBER:
        return int(value)
    return tuple(value) if question.kind in _SEVERAL else value


def _decision(data: Mapping[str, Any]) -> ContentDecision:
    return ContentDecision(
        int(data["number"]),
        data["outcome"],
        date.fromisoformat(data["decided_on"]),
        data.get("why_changed", ""),
        tuple(_signature(signature) for signature in data.get("signatures", ())),
    )


def _signature(data: Mapping[str, Any]) -> ContentSignature:
    at = data.get("signed_at")
    return ContentSignature(**{**data, "signed_at": datetime.fromisoformat(at) if at else None})


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
