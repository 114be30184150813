"""A rapid review as JSON: what other systems are sent, and what a version's digest is taken of (R7)."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from enum import Enum

from second_question.rules.template.content import ContentRecord, ReviewContent, in_order
from second_question.rules.template.parts import own_questions_of, themes_of

Json = dict[str, object]


def to_json(content: ReviewContent) -> Json:
    """The review as JSON values, every key in a fixed order; `json_in.from_json` is the exact inverse.

    Raises:
        TypeError: an answer is of a type that no question has.
    """
    return {
        "template": content.form.id,
        "reference": content.reference,
        "area": content.area,
        "contributing_areas": list(content.contributing_areas),
        "version": content.version,
        "opened_on": _value(content.opened_on),
        "due_on": _value(content.due_on),
        "sent_on": _value(content.sent_on),
        "late_reason": content.late_reason,
        "fictional": content.fictional,
        "themes": list(themes_of(content.form)),
        "own_questions": _all(map(asdict, own_questions_of(content.form))),
        "records": [_record(record) for record in content.records],
        "agencies": _all(map(asdict, content.agencies)),
        "decisions": _all(map(asdict, content.decisions)),
    }


def canonical(content: ReviewContent) -> bytes:
    """The one way of writing a review: UTF-8, keys sorted, no spaces, records in the order of the template."""
    data = to_json(content) | {"records": [_record(record) for record in in_order(content.records)]}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def content_hash(content: ReviewContent) -> str:
    """The SHA-256 digest of `canonical`, in hexadecimal: two reviews have the same when they say the same."""
    return hashlib.sha256(canonical(content)).hexdigest()


def _record(record: ContentRecord) -> Json:
    return {
        "kind": record.kind,
        "number": record.number,
        "agency": record.agency,
        "answers": {question: _value(answer) for question, answer in record.answers.items() if answer is not None},
        "unanswered": {question: str(reason) for question, reason in record.unanswered.items()},
    }


def _all(things: Iterable[Mapping[str, object]]) -> list[object]:
    return [_value(thing) for thing in things]


def _value(value: object) -> object:
    """One value as JSON has it. Moments are written in universal time, so that the same one is written the same way."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _value(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_value(inner) for inner in value]
    raise TypeError(f"no question has an answer of the type {type(value).__name__}")
