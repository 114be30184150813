"""What the check page says beside a summary: what is left open, and what a reader will ask. It holds nobody up (F1, F2, R7)."""

from collections.abc import Sequence
from dataclasses import dataclass

from second_question.reading.prompts import Prompt, prompts_for
from second_question.rules.template.content import ReviewContent
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.records import as_content
from second_question_web.rapid_reviews.summaries.texts import AgencyText, name_of

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


def hints_of(text: AgencyText, request: AgencyRequest) -> Sequence[Hint]:
    """What a reader will ask about this summary, in the order of the text."""
    places = [(record.kind, record.place) for record in text.records]
    written = as_content(text.form, text.records)
    # Of the review the agency sees nothing: neither what else it says nor the prompts that this would give.
    alone = ReviewContent(text.form, request.review.notification.reference, request.partnership.name, written)
    ours = [one for one in prompts_for(alone) if (one.record_kind, one.number) in places]
    ours.sort(key=lambda one: places.index((one.record_kind, one.number)))
    return [_hint(text, one) for one in ours[:MOST]]


def _hint(text: AgencyText, found: Prompt) -> Hint:
    episode = next((r for r in text.episodes if (r.kind, r.place) == (found.record_kind, found.number)), None)
    about = name_of(episode) if episode else "Summary"
    label = next(one.label for one in text.form.questions_of(found.record_kind) if one.id == found.question)
    return Hint(about, label, found.message, found.ask, episode.place if episode else 0, found.question)
