"""What a person typed into one question, as typed: read from the form and put back into it, right or wrong.

Names of the parts in the form: the question's id; `<id>-day`, `<id>-month`, `<id>-year` for a date; `<id>-unanswered`
for the reason why there is no answer. Choices put the reason among the options, as `unanswered:<reason>`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from second_question.rules.questions import Kind, Question, Unanswered

DATE_PARTS = ("day", "month", "year")
REASON = "unanswered:"


@dataclass(frozen=True, kw_only=True)
class Given:
    """One question's answer as typed: `text` for a single one, `values` for several, `parts` for day, month and year."""

    text: str = ""
    values: tuple[str, ...] = ()
    parts: tuple[str, str, str] = ("", "", "")
    unanswered: Unanswered | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed, ticked or said at all."""
        return not (self.text or self.values or any(self.parts) or self.unanswered)

    @property
    def contradicts_itself(self) -> bool:
        """Whether an answer was given together with a reason for giving none."""
        return bool(self.unanswered and (self.text or self.values or any(self.parts)))


def read(form: QueryDict, question: Question) -> Given:
    """What the form says about the question."""
    unanswered = _reason(form.get(f"{question.id}-unanswered", ""))
    match question.kind:
        case Kind.DATE:
            day, month, year = (form.get(f"{question.id}-{part}", "").strip() for part in DATE_PARTS)
            return Given(parts=(day, month, year), unanswered=unanswered)
        case Kind.CHOICES | Kind.AREAS | Kind.ORGANISATIONS:
            return Given(values=tuple(filter(None, form.getlist(question.id))), unanswered=unanswered)
    text = form.get(question.id, "").strip()
    if text.startswith(REASON):
        return Given(unanswered=_reason(text.removeprefix(REASON)))
    return Given(text=text, unanswered=unanswered)


def read_all(form: QueryDict, questions: Iterable[Question]) -> Mapping[str, Given]:
    """What the form says about each question, by the question's id."""
    return {question.id: read(form, question) for question in questions}


def _reason(code: str) -> Unanswered | None:
    return Unanswered(code) if code in set(Unanswered) else None
