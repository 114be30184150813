"""A prompt: something noticed in a review, and the question to ask about it. It never stands in anybody's way (R7, F1)."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from second_question.rules.questions import Form, Kind
from second_question.rules.template.content import ContentRecord, ReviewContent

WRITTEN = (Kind.TEXT, Kind.LONG_TEXT)


class PromptKind(StrEnum):
    """What was noticed."""

    CATCHPHRASE = "catchphrase"
    WHAT_WITHOUT_WHY = "what_without_why"
    ETHNICITY = "ethnicity"
    FATHERS = "fathers"
    SIBLINGS = "siblings"
    CHILD_VOICE = "child_voice"
    CONCLUSION = "conclusion"
    TRAINING = "training"
    LEARNED_BEFORE = "learned_before"
    LENGTH = "length"
    PASTED_GUIDANCE = "pasted_guidance"
    CHRONOLOGY = "chronology"
    LABEL = "label"


@dataclass(frozen=True)
class Place:
    """Where in a review something stands: a question of a record, with what was written there."""

    section: str
    record_kind: str
    number: int
    question: str
    text: str = ""
    agency: str = ""

    def key(self, kind: PromptKind, matter: str) -> str:
        """The same as long as the matter is the same, whatever is written around it. Holds no word of the case.

        Two agencies may both have an episode 1, so an agency's name takes part as a digest.
        """
        whose = hashlib.sha256(self.agency.encode()).hexdigest()[:8] if self.agency else ""
        return ":".join((kind, self.record_kind, whose, str(self.number), self.question, matter))


@dataclass(frozen=True)
class Prompt:
    """Something noticed in a review.

    `key` stays the same while the matter does, so that a dismissal holds. `message` says what was noticed, `ask` what to
    ask. `start` and `end` are offsets into the answer, where it concerns a passage of it; `quote` are its words.
    """

    key: str
    kind: PromptKind
    section: str
    record_kind: str
    number: int
    question: str
    message: str
    ask: str
    start: int | None = None
    end: int | None = None
    quote: str = ""
    source: str = ""
    agency: str = ""


def prompt(
    place: Place,
    kind: PromptKind,
    matter: str,
    message: str,
    ask: str,
    *,
    source: str,
    span: tuple[int, int] | None = None,
    key: str = "",
) -> Prompt:
    """A prompt about that place; `matter` tells it from others of its kind there.

    `key` is given where the matter is not tied to the place at which it was noticed.
    """
    start, end = span or (None, None)
    return Prompt(
        key or place.key(kind, matter),
        kind,
        place.section,
        place.record_kind,
        place.number,
        place.question,
        message,
        ask,
        start,
        end,
        place.text[start:end] if span else "",
        source,
        place.agency,
    )


class ReviewText:
    """A review as its prompts need it: each written answer with its place, gathered once.

    `section` is the only one of which prompts are wanted; empty for all.
    """

    def __init__(self, content: ReviewContent, section: str = "") -> None:
        self.content = content
        self._section = section
        self._sections = _sections_of(content.form)
        self._written = {q.id for section in content.form.sections for q in section.questions if q.kind in WRITTEN}

    @cached_property
    def answers(self) -> list[Place]:
        """Every answer in words that is not empty, in the order of the records."""
        return [
            self.place(record, question)
            for record in self.content.records
            for question in record.answers
            if question in self._written and text_of(record, question)
        ]

    def place(self, record: ContentRecord, question: str) -> Place:
        """The place of a question of that record."""
        section = self._sections.get((record.kind, question), "")
        return Place(section, record.kind, record.number, question, text_of(record, question), record.agency)

    def about(self, question: str) -> Place:
        """The place of a question about the review itself."""
        return self.place(self.content.review, question)

    def wants(self, place: Place) -> bool:
        """Whether prompts about that place are wanted."""
        return self._section in ("", place.section)

    def texts(self, sections: Iterable[str]) -> list[str]:
        """What is written in those sections."""
        wanted = frozenset(sections)
        return [answer.text for answer in self.answers if answer.section in wanted]


def text_of(record: ContentRecord, question: str) -> str:
    """The answer in words, unstripped so that offsets hold; "" where there is none."""
    value = record.answers.get(question)
    return value if isinstance(value, str) and value.strip() else ""


def is_open(record: ContentRecord, question: str) -> bool:
    """Whether there is neither an answer nor a reason for having none."""
    return record.answers.get(question) in (None, "", (), []) and question not in record.unanswered


@lru_cache(maxsize=64)
def _sections_of(form: Form) -> dict[tuple[str, str], str]:
    return {(section.record, q.id): section.id for section in form.sections for q in section.questions}
