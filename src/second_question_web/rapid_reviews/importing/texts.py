"""Putting a passage into an answer, and taking it out again."""

from second_question.exchange.importing.values import TEXTS, read_value
from second_question.rules.questions import Kind, Question
from second_question_web.answering.held import NOTHING, Held, as_stored
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.ui.questions.reading import LONGEST_LINE, LONGEST_TEXT

_LIMITS = {Kind.TEXT: LONGEST_LINE, Kind.LONG_TEXT: LONGEST_TEXT}
_BETWEEN = {Kind.TEXT: "; ", Kind.LONG_TEXT: "\n\n"}


def takes_words(question: Question) -> bool:
    """Whether its answer is made of words, to which more can be added."""
    return question.kind in TEXTS


def with_passage(question: Question, now: Held, text: str) -> Held:
    """What the record holds once the passage is in its answer: a further paragraph, or the answer to a choice that is open.

    Raises:
        Refusal: the answer would be too long, or the passage is no answer to the question.
    """
    if not takes_words(question):
        return _as_answer(question, now, text)
    before, added = str(now.get("answer") or ""), _as_fits(question, text)
    if len(before) + len(added) > _LIMITS[question.kind]:
        most = f"{_LIMITS[question.kind]:,}"
        raise Refusal(f"The answer would be longer than {most} characters. Choose another question for it.", "target")
    return {"answer": _BETWEEN[question.kind].join(filter(None, (before, added)))}


def without_passage(question: Question, now: Held, text: str) -> Held | None:
    """What the record holds once the passage is out of its answer again; None where its words are no longer there."""
    if not takes_words(question):
        return NOTHING if dict(now) == _read(question, text) else None
    between, added = _BETWEEN[question.kind], _as_fits(question, text)
    parts = f"{between}{now.get('answer') or ''}{between}"
    if f"{between}{added}{between}" not in parts:
        return None
    left = parts.replace(f"{between}{added}{between}", between, 1).removeprefix(between).removesuffix(between)
    return {"answer": left} if left.strip() else NOTHING


def _as_answer(question: Question, now: Held, text: str) -> Held:
    if "answer" in now:
        raise Refusal(
            f"“{question.label}” has an answer already. Change it on its own page if this is right.", "target"
        )
    read = _read(question, text)
    if not read:
        raise Refusal(f"The passage is no answer to “{question.label}”. Choose a question that takes words.", "target")
    return read


def _read(question: Question, text: str) -> dict[str, object]:
    value = read_value(question, text)
    if value.answer is not None:
        return {"answer": as_stored(value.answer)}
    return {"unanswered": str(value.unanswered)} if value.unanswered else {}


def _as_fits(question: Question, text: str) -> str:
    return " ".join(text.split()) if question.kind is Kind.TEXT else text.strip()
