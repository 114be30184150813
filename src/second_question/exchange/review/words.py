"""Answers put into words, once for every document: Word, PDF, the pathway picture and its table."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from second_question.rules.completeness import has_value
from second_question.rules.questions import UNANSWERED_LABELS, Question, Unanswered
from second_question.rules.template.content import AnswerKey, ContentRecord

LONDON = ZoneInfo("Europe/London")
NOT_ANSWERED = "Not answered"
BECAUSE = "_because"
_YES_NO = {True: "Yes", False: "No"}
LIBRARY_ADDRESS = re.compile(r"https?://[\w.:-]+(?:/[\w./-]*)?/library/[0-9a-f]{12}/")
"""The permanent address of a document of the library, as a citation has it: the one text of people that becomes a link."""
# What XML forbids, and halves of characters: no document can hold them, and no reader can see them.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class Tone(StrEnum):
    """How a text is set: what was answered, why there is no answer, that one is missing, what helps with answering."""

    PLAIN = "plain"
    REASON = "reason"
    MISSING = "missing"
    HINT = "hint"


@dataclass(frozen=True)
class Said:
    """What stands beside a question. `ticks` are the answers to choose from on a blank form.

    `key` says which answer of the review it is, so that it can be found again in the document.
    """

    text: str = ""
    tone: Tone = Tone.PLAIN
    ticks: tuple[str, ...] = ()
    key: AnswerKey | None = field(default=None, compare=False)


def in_words(question: Question, value: object, unanswered: Unanswered | None = None, because: str = "") -> str:
    """An answer in words, several on a line each; or the reason for having none, as "Not known: " and why."""
    if isinstance(value, (tuple, list)):
        return "\n".join(question.label_of(str(code)) for code in value)
    words = _one_in_words(question, value)
    if words or unanswered is None:
        return words
    return ": ".join(filter(None, (UNANSWERED_LABELS[unanswered], because.strip())))


def said(question: Question, record: ContentRecord) -> Said | None:
    """What a record says to a question that applies to it; nothing when it may stay without an answer and has none."""
    key = AnswerKey.of(record, question.id)
    if has_value(record.answers, question.id):
        return Said(in_words(question, record.answers[question.id]), key=key)
    reason = record.unanswered.get(question.id)
    if reason is not None and question.may_be_unanswered:
        because = str(record.answers.get(question.id + BECAUSE) or "")
        return Said(in_words(question, None, reason, because), Tone.REASON, key=key)
    return Said(NOT_ANSWERED, Tone.MISSING) if question.required else None


def plain(text: str) -> str:
    """The text without what no document can hold; whatever ends a line ends it as a line feed."""
    return _LINE_ENDS.sub("\n", _FORBIDDEN.sub("", text))


def full_date(day: date) -> str:
    """3 March 2026; of a moment, the day in England."""
    if isinstance(day, datetime):
        day = (day.astimezone(LONDON) if day.tzinfo else day).date()
    return f"{day:%-d %B %Y}"


def date_or_nothing(day: date | None) -> str:
    """As `full_date`; nothing for no day."""
    return full_date(day) if day else ""


def clock_time(at: time) -> str:
    """2:05pm, 2pm, midday, midnight."""
    if at.minute == 0 and at.hour in (0, 12):
        return "midday" if at.hour else "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{(at.hour - 1) % 12 + 1}{minutes}{'am' if at.hour < 12 else 'pm'}"


def _one_in_words(question: Question, value: object) -> str:
    if isinstance(value, bool):
        return _YES_NO[value]
    if isinstance(value, date):
        return full_date(value)
    if isinstance(value, time):
        return clock_time(value)
    return "" if value is None else question.label_of(str(value))
