"""The JSON Schema of a rapid review, made from the template: the national template as other systems can read it (R7)."""

from collections.abc import Iterable
from functools import lru_cache

from second_question.rules.questions import UNANSWERED_LABELS, Kind, Option, Question
from second_question.rules.template.codes import OUTCOMES
from second_question.rules.template.parts import (
    RAPID_REVIEW_2021,
    RECORD_KINDS,
    THEMES,
    RecordKind,
    template_with,
)

Schema = dict[str, object]

OWN = r"^own_[A-Za-z0-9_-]+$"
"""What the id of a partnership's own question looks like, so that it can never be taken for one of the template."""

TIME = r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$"
MOMENT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})$"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
IDENTIFIER = "urn:second-question:rapid-review:2021"
_TEXT: Schema = {"type": "string"}
_DATE: Schema = {"type": "string", "format": "date"}
_CODES: Schema = {"type": "array", "items": _TEXT, "uniqueItems": True}

_ANSWERS: dict[Kind, Schema] = {
    Kind.TEXT: _TEXT,
    Kind.LONG_TEXT: _TEXT,
    Kind.DATE: _DATE,
    Kind.TIME: {"type": "string", "pattern": TIME},
    Kind.NUMBER: {"type": "integer", "minimum": 0},
    Kind.CHOICE: _TEXT,
    Kind.CHOICES: _CODES,
    Kind.YES_NO: {"type": "boolean"},
    Kind.AREA: _TEXT,
    Kind.AREAS: _CODES,
    Kind.ORGANISATIONS: _CODES,
}


@lru_cache(maxsize=1)
def review_schema() -> Schema:
    """The whole schema (draft 2020-12). It permits drafts: what sending needs is marked `x-needed-to-send`."""
    return {
        "$schema": DRAFT,
        "$id": IDENTIFIER,
        "title": RAPID_REVIEW_2021.title,
        "description": "A rapid review of a serious child safeguarding incident in England. Confidential.",
        **_object(_top(), ("template", "reference", "area", "records")),
        "$defs": _definitions(),
    }


def answer_schema(question: Question) -> Schema:
    """What an answer to that question may be, with the words for each code."""
    shape = dict(_ANSWERS[question.kind])
    if question.options and question.kind is Kind.CHOICE:
        shape = _one_of(question.options)
    elif question.options and question.kind is Kind.CHOICES:
        shape = {**_CODES, "items": _one_of(question.options)}
    return {"title": question.label, **_described(question.hint), **shape, **_notes(question)}


def _top() -> Schema:
    return {
        "template": {"title": "Which template", "const": RAPID_REVIEW_2021.id},
        "reference": {"title": "Reference of the case", **_TEXT},
        "area": {"title": "Area of the safeguarding partners", **_TEXT},
        "contributing_areas": {"title": "Other areas that contribute", "type": "array", "items": _TEXT},
        "version": {"title": "Number of the version sent; 0 while it is written", "type": "integer", "minimum": 0},
        "opened_on": _maybe("Opened on", _DATE),
        "due_on": _maybe("Due on", _DATE),
        "sent_on": _maybe("Sent to the Panel on", _DATE),
        "late_reason": {"title": "Why it was sent late", **_TEXT},
        "fictional": {"title": "Whether everything in it is invented", "type": "boolean"},
        "themes": {"title": "Themes of the day that it was asked about", **_CODES, "items": _theme()},
        "own_questions": _list("Questions that the partnership added", "own_question"),
        "records": {"title": "What the review says", "type": "array", "items": _any_record()},
        "agencies": _list("How the agencies answered", "agency_answer"),
        "decisions": _list("The decisions in the order of time", "decision"),
    }


def _definitions() -> Schema:
    return {
        "reason": {
            "title": "Why there is no answer",
            **_one_of(Option(str(reason), label) for reason, label in UNANSWERED_LABELS.items()),
        },
        "own_answer": {
            "title": "An answer to a question of the partnership's own, of the kind that `own_questions` says",
            "type": ["string", "integer", "boolean", "array"],
            "items": _TEXT,
        },
        "own_question": _own_question(),
        "agency_answer": _agency_answer(),
        "signature": _signature(),
        "decision": _decision(),
        **{kind.id: _record(kind) for kind in RECORD_KINDS},
    }


def _record(kind: RecordKind) -> Schema:
    """One kind of record: its answers by question, and the reasons of those that have none."""
    questions = template_with(theme.code for theme in THEMES).questions_of(kind.id)
    reasons: Schema = {q.id: {"title": q.label, **_ref("reason")} for q in questions if q.may_be_unanswered}
    keys: Schema = {
        "kind": {"const": kind.id},
        "number": {"title": f"Counts the {kind.many} from 1; may have gaps", "type": "integer", "minimum": 1},
        "agency": {"title": "The agency that wrote it; empty for the partnership", **_TEXT},
        "answers": _open({q.id: answer_schema(q) for q in questions}, "own_answer"),
        "unanswered": _open(reasons, "reason"),
    }
    return {"title": f"{kind.one[0].upper()}{kind.one[1:]}", **_object(keys, ("kind", "number", "answers"))}


def _any_record() -> Schema:
    """By kind, so that what is wrong is said of the one kind that it claims to be."""
    return {
        **_object({"kind": {"enum": [kind.id for kind in RECORD_KINDS]}}, ("kind",), closed=False),
        "allOf": [{"if": _is(kind.id), "then": _ref(kind.id)} for kind in RECORD_KINDS],
    }


def _is(kind: str) -> Schema:
    return {"properties": {"kind": {"const": kind}}, "required": ["kind"]}


def _own_question() -> Schema:
    keys: Schema = {
        "id": {**_TEXT, "pattern": OWN},
        "section": {"enum": [section.id for section in RAPID_REVIEW_2021.sections]},
        "label": {**_TEXT, "minLength": 1},
        "hint": _TEXT,
        "kind": {"enum": [str(kind) for kind in Kind]},
    }
    return _object(keys, ("id", "section", "label"))


def _agency_answer() -> Schema:
    keys: Schema = {"agency": _TEXT, "answer": _TEXT, "signed_by": _TEXT, "signed_on": _maybe("Signed on", _DATE)}
    return _object(keys, ("agency", "answer"))


def _signature() -> Schema:
    keys: Schema = {
        "partner": {"title": "Safeguarding partner", **_TEXT},
        "view": {"title": "What the partner says of the decision", **_TEXT},
        "words": _TEXT,
        "name": _TEXT,
        "job_title": _TEXT,
        "signed_at": _maybe("Signed at", {"type": "string", "pattern": MOMENT, "format": "date-time"}),
        "why_missing": {"title": "Why the partner has not signed", **_TEXT},
    }
    return _object(keys, ("partner", "view"))


def _decision() -> Schema:
    keys: Schema = {
        "number": {"type": "integer", "minimum": 1},
        "outcome": _one_of(OUTCOMES),
        "decided_on": _DATE,
        "why_changed": {"title": "Why it differs from the one before", **_TEXT},
        "signatures": {"type": "array", "items": _ref("signature")},
    }
    return _object(keys, ("number", "outcome", "decided_on"))


def _theme() -> Schema:
    return _one_of(Option(theme.code, theme.label) for theme in THEMES)


def _notes(question: Question) -> Schema:
    """What a schema cannot demand of a draft, as annotations."""
    notes: Schema = {"x-source": question.source}
    if question.required:
        notes["x-needed-to-send"] = True
    if question.shown_when:
        notes["x-asked-when"] = {"question": question.shown_when.question, "is": list(question.shown_when.answers)}
    return notes


def _one_of(options: Iterable[Option]) -> Schema:
    return {"oneOf": [{"const": o.code, "title": o.label, **_described(o.hint)} for o in options]}


def _described(hint: str) -> Schema:
    return {"description": hint} if hint else {}


def _maybe(title: str, shape: Schema) -> Schema:
    return {"title": title, **shape, "type": [shape["type"], "null"]}


def _list(title: str, of: str) -> Schema:
    return {"title": title, "type": "array", "items": _ref(of)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _object(keys: Schema, required: Iterable[str], *, closed: bool = True) -> Schema:
    shape: Schema = {"type": "object", "properties": keys, "required": list(required)}
    return {**shape, "additionalProperties": False} if closed else shape


def _open(keys: Schema, own: str) -> Schema:
    return {**_object(keys, ()), "patternProperties": {OWN: _ref(own)}}
