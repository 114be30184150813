"""From what a person typed into one question to its value, or to words that say what to put right."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from second_question.rules.questions import Kind, Option, Question, Unanswered
from second_question_web.ui.given import DATE_PARTS, Given

LONGEST_LINE = 500
LONGEST_TEXT = 50_000
LARGEST_NUMBER = 999_999
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_NAMED_TIMES = {"midnight": time(0), "midday": time(12), "noon": time(12)}
_YES_NO = {"yes": True, "no": False}


@dataclass(frozen=True)
class Read:
    """A value, or a reason for having none, or what is wrong; none of them when the question was left open."""

    value: object = None
    unanswered: Unanswered | None = None
    error: str = ""


class _Wrong(ValueError):
    """What was typed is no answer to the question."""


def read(question: Question, given: Given, options: Sequence[Option] | None = None) -> Read:
    """Reads one answer; `options` are those of areas and organisations, otherwise the question's own."""
    if given.is_blank:
        return Read()
    if given.contradicts_itself:
        return Read(error=_about(question, "Give an answer, or say why there is none, but not both"))
    if given.unanswered:
        if question.may_be_unanswered:
            return Read(unanswered=given.unanswered)
        return Read(error=_about(question, "This question needs an answer"))
    codes = {option.code for option in (question.options if options is None else options)}
    try:
        return Read(_READERS[question.kind](given, codes))
    except _Wrong as wrong:
        return Read(error=_about(question, str(wrong)))


def _about(question: Question, message: str) -> str:
    return f"{question.label}{'' if question.label.endswith('?') else ':'} {message}"


def _line(given: Given, _codes: Collection[str]) -> str:
    text = " ".join(_clean(given.text).split())
    if len(text) > LONGEST_LINE:
        raise _Wrong(f"Shorten this to {LONGEST_LINE} characters. It has {len(text)}")
    return text


def _text(given: Given, _codes: Collection[str]) -> str:
    text = _clean(given.text).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST_TEXT:
        raise _Wrong(f"Shorten this to {LONGEST_TEXT:,} characters, or attach a document. It has {len(text):,}")
    return text


def _clean(text: str) -> str:
    """Without characters that nobody types: those that databases refuse, and those that turn the direction of text."""
    return "".join(c for c in text if (c >= " " or c in "\n\r\t") and c not in _TURNING)


def _day(given: Given, _codes: Collection[str]) -> date:
    missing = [name for name, part in zip(DATE_PARTS, given.parts, strict=True) if not part]
    if missing:
        raise _Wrong(f"The date must include a {' and a '.join(missing)}")
    day, month, year = _number(given.parts[0], "day"), _month(given.parts[1]), _year(given.parts[2])
    try:
        return date(year, month, day)
    except ValueError:
        raise _Wrong(f"There is no such day: {' '.join(given.parts)}. Check the day and the month") from None


def _month(typed: str) -> int:
    if typed[:3].casefold() in _MONTHS:
        return _MONTHS.index(typed[:3].casefold()) + 1
    month = _number(typed, "month")
    if not 1 <= month <= 12:
        raise _Wrong("The month must be a number from 1 to 12, or its name")
    return month


def _year(typed: str) -> int:
    if len(typed) != 4:
        raise _Wrong("The year must have 4 numbers, such as 2026")
    return _number(typed, "year")


def _number(typed: str, part: str) -> int:
    if not typed.isascii() or not typed.isdigit() or len(typed) > 4:
        raise _Wrong(f"The {part} must be a number")
    return int(typed)


def _time(given: Given, _codes: Collection[str]) -> time:
    typed = given.text.strip().casefold()
    if typed in _NAMED_TIMES:
        return _NAMED_TIMES[typed]
    found = _TIME.fullmatch(typed)
    if not found or (found[2] is None and found[3] is None):
        raise _Wrong("Enter a time such as 14:30 or 2:30pm")
    return _on_the_clock(int(found[1]), int(found[2] or 0), (found[3] or "")[:1])


def _on_the_clock(hour: int, minute: int, half: str) -> time:
    if hour > (12 if half else 23) or (half and hour == 0):
        raise _Wrong("There is no such time. Enter a time such as 14:30 or 2:30pm")
    return time(hour % 12 + (12 if half == "p" else 0) if half else hour, minute)


def _whole_number(given: Given, _codes: Collection[str]) -> int:
    if not given.text.isascii() or not given.text.isdigit():
        raise _Wrong("Enter a whole number, such as 3")
    if int(given.text[:8]) > LARGEST_NUMBER:
        raise _Wrong(f"Enter a number of at most {LARGEST_NUMBER:,}")
    return int(given.text)


def _one_of(given: Given, codes: Collection[str]) -> str:
    if given.text not in codes:
        raise _Wrong("Choose one of the answers from the list")
    return given.text


def _some_of(given: Given, codes: Collection[str]) -> tuple[str, ...]:
    if not set(given.values) <= set(codes):
        raise _Wrong("Choose answers from the list")
    return tuple(dict.fromkeys(given.values))


def _yes_or_no(given: Given, _codes: Collection[str]) -> bool:
    if given.text not in _YES_NO:
        raise _Wrong("Answer yes or no")
    return _YES_NO[given.text]


_READERS: Mapping[Kind, Callable[[Given, Collection[str]], object]] = {
    Kind.TEXT: _line,
    Kind.LONG_TEXT: _text,
    Kind.DATE: _day,
    Kind.TIME: _time,
    Kind.NUMBER: _whole_number,
    Kind.CHOICE: _one_of,
    Kind.CHOICES: _some_of,
    Kind.YES_NO: _yes_or_no,
    Kind.AREA: _one_of,
    Kind.AREAS: _some_of,
    Kind.ORGANISATIONS: _some_of,
}
