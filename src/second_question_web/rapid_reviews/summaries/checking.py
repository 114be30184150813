"""What the check page says beside a summary: what is left open, and what a reader will ask. It holds nobody up (F1, F2, R7)."""

from collections.abc import Sequence
from dataclasses import dataclass

from second_question.reading.prompts import prompts_for_text
from second_question.rules.questions import Kind
from second_question_web.rapid_reviews.models import ReviewRecord
from second_question_web.rapid_reviews.summaries.texts import AgencyText, name_of
from second_question_web.rapid_reviews.summaries.typed import EPISODE

MOST = 12
"""So many are read; of more, nobody reads any."""


@dataclass(frozen=True)
class Hint:
    """What was noticed in an answer, what to ask, and where it stands. `place` is that of an episode, or 0."""

    about: str
    question: str
    message: str
    ask: str
    place: int
    anchor: str


def hints_of(text: AgencyText, agency: str) -> Sequence[Hint]:
    """What a reader will ask about this summary, in the order of the text."""
    records = [record for record in (text.summary, *text.episodes) if record is not None]
    return [hint for record in records for hint in _hints(text, record, agency)][:MOST]


def _hints(text: AgencyText, record: ReviewRecord, agency: str) -> list[Hint]:
    said, found = record.all_answers(), []
    place = record.place if record.kind == EPISODE else 0
    about = name_of(record) if place else "Summary"
    for question in text.form.questions_of(record.kind):
        if question.kind is Kind.LONG_TEXT and said.get(question.id):
            prompts = prompts_for_text(
                record.kind,
                question.id,
                str(said[question.id]),
                record_kind=record.kind,
                number=record.place,
                agency=agency,
            )
            found += [Hint(about, question.label, p.message, p.ask, place, question.id) for p in prompts]
    return found
