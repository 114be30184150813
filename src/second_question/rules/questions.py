"""The shape of a form: sections of questions, defined once and used by page, check, document, import and export.

A question that asks for a fact about a person can be answered in words or by one of three reasons for having no answer.
The three are different facts and are kept apart everywhere (handbook 4, fatality review).
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What kind of answer a question takes."""

    TEXT = "text"  # one line
    LONG_TEXT = "long_text"  # several paragraphs
    DATE = "date"
    TIME = "time"
    NUMBER = "number"  # a whole number, zero or more
    CHOICE = "choice"  # one of the options
    CHOICES = "choices"  # any of the options
    YES_NO = "yes_no"
    AREA = "area"  # a local authority
    AREAS = "areas"  # several local authorities
    ORGANISATIONS = "organisations"  # agencies, ticked from the partnership's list


class Unanswered(StrEnum):
    """Why a question has no answer; three different facts, never merged."""

    NOT_KNOWN = "not_known"
    NOT_ASKED = "not_asked"
    REFUSED = "refused"


UNANSWERED_LABELS = {
    Unanswered.NOT_KNOWN: "Not known",
    Unanswered.NOT_ASKED: "Not asked",
    Unanswered.REFUSED: "Refused to say",
}


@dataclass(frozen=True)
class Option:
    """One possible answer: the code that is stored and exported, and the words a person reads."""

    code: str
    label: str
    hint: str = ""
    group: str = ""


@dataclass(frozen=True)
class ShownWhen:
    """A question is asked only when an earlier one of the same record has one of these answers.

    `answers` holds codes of options, "yes" or "no" for a yes-or-no question, and values of `Unanswered`.
    """

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One question.

    `id` is the name of the field in the database, in exports and in the address of the page; it never changes meaning.
    `required` means that sending is refused without an answer (one of the three reasons is an answer where allowed).
    `identifies` marks a direct identifier: encrypted at rest, left out of everything downstream.
    `characteristic` marks what the snapshot at sending keeps for statistics (handbook 2, section 1.3).
    """

    id: str
    label: str
    kind: Kind
    hint: str = ""
    options: tuple[Option, ...] = ()
    required: bool = False
    may_be_unanswered: bool = False
    identifies: bool = False
    characteristic: bool = False
    shown_when: ShownWhen | None = None
    source: str = ""

    def label_of(self, code: str) -> str:
        """The words for an option's code; the code itself when it is not one of ours (an import may bring others)."""
        return next((option.label for option in self.options if option.code == code), code)


@dataclass(frozen=True)
class Section:
    """One task of the task list: a page of questions about one record (`incident`, `child`, `adult` …)."""

    id: str
    title: str
    record: str
    questions: tuple[Question, ...]
    help: str = ""


@dataclass(frozen=True)
class Form:
    """A dated form. A record keeps the `id` of the form that it was filled in on."""

    id: str
    title: str
    sections: tuple[Section, ...]
    source: str = ""

    def section(self, section_id: str) -> Section:
        """The section of that id.

        Raises:
            KeyError: the form has no such section.
        """
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def questions_of(self, record: str) -> tuple[Question, ...]:
        """Every question about that kind of record, in order."""
        return self._by_record.get(record, ())

    @cached_property
    def _by_record(self) -> dict[str, tuple[Question, ...]]:
        """Gathered once: every page and every row of an import asks."""
        records = dict.fromkeys(section.record for section in self.sections)
        return {r: tuple(q for s in self.sections if s.record == r for q in s.questions) for r in records}
