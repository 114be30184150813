"""What a rapid review says, whole and apart from any database: what documents are made of, and what an import gives.

Answers are values as in `rules.completeness`: text, a whole number, True or False, a date, a time, a code or a tuple of
codes. A question without an entry has no answer; one in `unanswered` has a reason for having none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from second_question.rules.questions import Form, Unanswered
from second_question.rules.template.parts import RECORD_KINDS, record_kind


@dataclass(frozen=True)
class ContentRecord:
    """One record: a child, a moment, the review itself.

    `number` counts the records of a kind from 1 and may have gaps. `agency` names the agency whose summary or episode it
    is, and is empty for what the partnership wrote.
    """

    kind: str
    number: int
    answers: Mapping[str, object]
    unanswered: Mapping[str, Unanswered] = field(default_factory=dict)
    agency: str = ""

    @property
    def name(self) -> str:
        """What it is called: by its first naming question, or "Child 2"."""
        kind = record_kind(self.kind)
        said = (str(self.answers.get(question) or "").strip() for question in kind.named_by)
        return next(filter(None, said), self.agency or f"{kind.one[0].upper()}{kind.one[1:]} {self.number}")


@dataclass(frozen=True)
class AnswerKey:
    """Which answer of a review: to that question of the template, about that record."""

    kind: str
    number: int
    agency: str
    question: str

    @classmethod
    def of(cls, record: ContentRecord, question: str) -> "AnswerKey":
        """The answer of a record to a question."""
        return cls(record.kind, record.number, record.agency, question)


@dataclass(frozen=True)
class ContentSignature:
    """A safeguarding partner's view of the decision. `signed_at` is empty for a partner who has not signed."""

    partner: str
    view: str
    words: str = ""
    name: str = ""
    job_title: str = ""
    signed_at: datetime | None = None
    why_missing: str = ""


@dataclass(frozen=True)
class ContentDecision:
    """A decision in the order of time; a later one says why it changed."""

    number: int
    outcome: str
    decided_on: date
    why_changed: str = ""
    signatures: Sequence[ContentSignature] = ()


@dataclass(frozen=True)
class AgencyAnswer:
    """How an agency that was asked answered, for the table of part 6."""

    agency: str
    answer: str
    signed_by: str = ""
    signed_on: date | None = None


@dataclass(frozen=True)
class ReviewContent:
    """A rapid review. `version` is 0 while it is being written; `fictional` is said on every page of a document."""

    form: Form
    reference: str
    area: str
    records: Sequence[ContentRecord]
    version: int = 0
    opened_on: date | None = None
    due_on: date | None = None
    sent_on: date | None = None
    late_reason: str = ""
    decisions: Sequence[ContentDecision] = ()
    agencies: Sequence[AgencyAnswer] = ()
    contributing_areas: Sequence[str] = ()
    fictional: bool = False

    def of(self, kind: str) -> list[ContentRecord]:
        """The records of one kind, in order."""
        return [record for record in self.records if record.kind == kind]

    @property
    def review(self) -> ContentRecord:
        """The one record about the review itself; empty when nothing is written yet."""
        return next(iter(self.of("review")), ContentRecord("review", 1, {}))


def in_order(records: Iterable[ContentRecord]) -> list[ContentRecord]:
    """The records in the order of the template: by kind, an agency's together, by number."""
    place = {kind.id: position for position, kind in enumerate(RECORD_KINDS)}
    return sorted(records, key=lambda record: (place[record.kind], record.agency, record.number))
