"""What a review lacks before it can be decided or sent, and where each of it is answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from second_question.rules.questions import Form
from second_question.rules.review_completeness import Gap, what_prevents_sending
from second_question.rules.template.content import ContentRecord
from second_question.rules.template.decision import CRITERIA, DECISION
from second_question.rules.template.parts import record_kind

_TO_DECIDE = frozenset({CRITERIA.id, DECISION.id})


@dataclass(frozen=True)
class Lack:
    """Something missing, in words, with the question where it is answered."""

    text: str
    href: str


def needed_to_decide(form: Form, records: Sequence[ContentRecord]) -> list[Gap]:
    """The starred questions about criteria, circumstances and the decision that have no answer (L1, R2)."""
    return [gap for gap in what_prevents_sending(form, records) if gap.section.id in _TO_DECIDE]


def lacks(reference: str, gaps: Sequence[Gap]) -> list[Lack]:
    """The gaps as a page lists them."""
    return [Lack(gap.message, _address(reference, gap)) for gap in gaps]


def question_address(reference: str, section: str, question: str, place: int = 0) -> str:
    """Where a question is answered: on the page of its section, or of one record of it where there are several."""
    slug = section.replace("_", "-")
    return f"{reverse('review_section', args=[reference, slug, *([place] if place else [])])}#{question}"


def _address(reference: str, gap: Gap) -> str:
    if gap.question is None:
        return reverse("review_add", args=[reference, gap.kind.replace("_", "-")])
    place = gap.number if record_kind(gap.kind).repeated else 0
    return question_address(reference, gap.section.id, gap.question.id, place)
