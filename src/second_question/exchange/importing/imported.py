"""What an import gives: the review, where each answer came from, and what could not be placed."""

from collections.abc import Sequence
from dataclasses import dataclass

from second_question.documents import Span
from second_question.rules.template.content import ReviewContent


@dataclass(frozen=True)
class Placed:
    """A passage that became an answer, or part of one: `document.text[start:end]`.

    `confidence` is 1 for the template's own words, and less the more was guessed.
    """

    record_kind: str
    number: int
    question: str
    start: int
    end: int
    confidence: float


@dataclass(frozen=True)
class Unplaced:
    """A passage that somebody has to place by hand. `heading` is the heading or label that it stood under."""

    id: str
    heading: str
    text: str
    page: int
    spans: Sequence[Span] = ()


@dataclass(frozen=True)
class Imported:
    """A document read into the template.

    `recognised` are the passages that were understood and are no answer: labels, headings, hints, empty boxes.
    Together, placed, recognised and unplaced passages are the whole document.
    """

    content: ReviewContent
    placed: Sequence[Placed]
    unplaced: Sequence[Unplaced]
    recognised: Sequence[Span]
