"""What a record holds for a question, in words."""

from collections.abc import Mapping

from second_question.rules.questions import Question, Unanswered
from second_question_web.answering.held import Held, as_value
from second_question_web.ui.components import Answer
from second_question_web.ui.questions.showing import NO_NAMES, answer

WITHHELD = "Withheld: you may not see who this is about"
NO_ANSWER = "No answer"


def held_in_words(question: Question, what: Held, names: Mapping[str, str] = NO_NAMES, *, identity: bool = True) -> str:
    """What a record holds for one question, as one text."""
    if question.identifies and not identity:
        return WITHHELD
    row = answer_of(question, what, names)
    return row.text or row.unanswered or NO_ANSWER


def answer_of(question: Question, what: Held, names: Mapping[str, str] = NO_NAMES) -> Answer:
    """A row of a summary: the answer in words, or the reason for having none."""
    reason = what.get("unanswered")
    why_not = Unanswered(str(reason)) if reason else None
    return answer(question, as_value(question, what.get("answer")), why_not, names=names)
