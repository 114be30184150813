"""What a schema says is wrong, in sentences: where, what, and how it should be."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from second_question.exchange.review.schema import MOMENT, OWN, TIME

if TYPE_CHECKING:
    from jsonschema import ValidationError

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object in braces",
    "null": "null",
}
_PATTERNS = {
    TIME: "is not a time: write it like 14:30",
    MOMENT: "is not a moment: write it like 2026-03-31T14:30:00+00:00",
    OWN: "is no name for a question of your own: begin it with own_, then letters, digits, - and _",
}
_LONGEST = 60


def sentence(error: "ValidationError", before: Sequence[str | int] = ()) -> str:
    """One thing that is wrong. `before` is the way to what was looked at."""
    title = error.schema.get("title", "") if isinstance(error.schema, dict) else ""
    way = [*before, *error.absolute_path]
    say = _SENTENCES.get(str(error.validator), _otherwise)
    wrong = say(error.instance, error.validator_value, error.schema)
    return f"{path(way)}{f' ({title})' if title and way else ''}: {wrong}"


def path(parts: Iterable[str | int]) -> str:
    """records[2].answers.full_name, counted from 0 as programs do; the beginning is called the file."""
    written = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return written.lstrip(".") or "the file"


def shown(value: object) -> str:
    """A value as a sentence quotes it, cut where it is long."""
    text = f"“{value}”" if isinstance(value, str) else json.dumps(value, default=str)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _type(value: Any, rule: Any, _: Any) -> str:
    kinds = [rule] if isinstance(rule, str) else rule
    return f"{shown(value)} should be {' or '.join(_TYPES.get(kind, kind) for kind in kinds)}"


def _one_of(value: Any, rule: Any, _: Any) -> str:
    return f"{shown(value)} is not one of the answers: {', '.join(one['const'] for one in rule)}"


def _unknown_keys(value: Any, _: Any, schema: Any) -> str:
    extra = [key for key in value if key not in schema["properties"] and not re.search(OWN, key)]
    names = ", ".join(shown(key) for key in extra)
    if "patternProperties" in schema:
        return f"the template has no such question: {names}. Declare your own under own_questions, beginning with own_"
    return f"nothing is called {names} here"


def _otherwise(value: Any, rule: Any, _: Any) -> str:
    return f"{shown(value)} is not as it should be: {shown(rule)}"


# What the schema demanded -> what is said of a value, the demand, and the part of the schema that makes it.
_SENTENCES: dict[str, Callable[[Any, Any, Any], str]] = {
    "type": _type,
    "oneOf": _one_of,
    "enum": lambda value, rule, _: f"{shown(value)} is not one of: {', '.join(rule)}",
    "const": lambda value, rule, _: f"{shown(value)} should be {shown(rule)}",
    "format": lambda value, *_: f"{shown(value)} is not a date of the calendar: write it like 2026-03-31",
    "pattern": lambda value, rule, _: f"{shown(value)} {_PATTERNS.get(rule, 'is not written as it should be')}",
    "required": lambda value, rule, _: f"missing: {', '.join(key for key in rule if key not in value)}",
    "additionalProperties": _unknown_keys,
    "minimum": lambda value, rule, _: f"{shown(value)} is too small: the smallest is {rule}",
    "minLength": lambda *_: "something must be written here",
    "uniqueItems": lambda value, *_: f"{shown(value)} names something twice",
}
