"""An answer to an item of a checklist, with the passages that it rests on."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from second_question.documents.evidence import Evidence
from second_question.reading.appraisal.review import Review


class Answer(StrEnum):
    """What was found. Not clear: the text does not allow an answer either way."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_CLEAR = "not clear"


@dataclass(frozen=True)
class Finding:
    """An answer that the text suggests. A “no” may have no passage: what is missing stands nowhere (A10).

    `reason` is a sentence where the answer is not the one that is counted in the text but a learned one, else empty.
    """

    answer: Answer
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""


Reader = Callable[[Review], Finding]


def graded(score: float, yes: float, partly: float) -> Answer:
    """Yes from so much on, partly from so much on, else no."""
    return Answer.YES if score >= yes else Answer.PARTLY if score >= partly else Answer.NO
