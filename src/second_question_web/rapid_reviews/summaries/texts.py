"""The text of one request: its summary and its episodes, to be read, given back and signed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from second_question.rules.completeness import is_answered, section_questions
from second_question.rules.questions import Form, Question
from second_question_web.answering.held import held, values_of
from second_question_web.answering.showing import answer_of
from second_question_web.rapid_reviews.models import AgencyRequest, ReviewRecord
from second_question_web.rapid_reviews.records import form_of, text_digest
from second_question_web.rapid_reviews.summaries.typed import EPISODE, SUMMARY
from second_question_web.ui.components import Answer

MOST_EPISODES = 10


@dataclass(frozen=True)
class Open:
    """A question without an answer: in which section, of which record, and what an episode is called."""

    section: str
    place: int
    question: Question
    about: str = ""


@dataclass(frozen=True)
class AgencyText:
    """What an agency has written for one request, on the form of its review."""

    form: Form
    records: Sequence[ReviewRecord]

    @property
    def summary(self) -> ReviewRecord | None:
        """The one summary; None before anything is saved."""
        return next((record for record in self.records if record.kind == SUMMARY), None)

    @property
    def episodes(self) -> list[ReviewRecord]:
        """The key practice episodes in their order."""
        return [record for record in self.records if record.kind == EPISODE]

    @property
    def has_room(self) -> bool:
        """Whether one more episode can be added."""
        return len(self.episodes) < MOST_EPISODES

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing is written at all."""
        return not any(record.all_answers() for record in self.records)

    @cached_property
    def digest(self) -> str:
        """Of all that is written: what a signature holds on to."""
        return text_digest(self.records)

    def answers(self, record: ReviewRecord) -> list[Answer]:
        """A record in words, with what it leaves open."""
        return [answer_of(question, held(record, question)) for question in self.form.questions_of(record.kind)]

    def answered(self, record: ReviewRecord) -> list[Answer]:
        """A record in words, for a reader."""
        return [answer for answer in self.answers(record) if answer.text or answer.unanswered]

    def missing(self) -> list[Open]:
        """What must be answered before the summary can be given back."""
        return [one for one in self._open() if one.question.required]

    def left_open(self) -> list[Open]:
        """What else has no answer; nothing waits for it."""
        return [one for one in self._open() if not one.question.required]

    def _open(self) -> list[Open]:
        summary = self.summary or ReviewRecord(kind=SUMMARY, place=1)
        return [one for record in (summary, *self.episodes) for one in self._open_in(record)]

    def _open_in(self, record: ReviewRecord) -> Iterable[Open]:
        form, section, reasons = self.form, self.form.section(record.kind), record.reasons_unanswered()
        values = values_of(record, form.questions_of(record.kind))
        about = name_of(record) if record.kind == EPISODE else ""
        for question in section_questions(form, section, values, reasons):
            if not is_answered(question, values, reasons):
                yield Open(record.kind, record.place, question, about)


def name_of(record: ReviewRecord) -> str:
    """What an episode is called."""
    return str(record.all_answers().get("title") or f"Episode {record.place}")


def text_of(request: AgencyRequest) -> AgencyText:
    """The text of a request that was fetched for the person. Two queries."""
    return AgencyText(form_of(request.review), _records(request))


def digest_of_text(request: AgencyRequest) -> str:
    """The digest of the text as it is in the database now. One query."""
    return text_digest(_records(request))


def records_of(request: AgencyRequest) -> QuerySet[ReviewRecord]:
    """The records of a request that were not removed, the summary first."""
    return ReviewRecord.objects.filter(request=request, removed_at=None).order_by("-kind", "place")


def _records(request: AgencyRequest) -> list[ReviewRecord]:
    found = list(records_of(request))
    for record in found:
        record.request = request  # known already: the digest asks for its number
    return found
