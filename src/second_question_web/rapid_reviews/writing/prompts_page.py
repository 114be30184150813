"""The page of all prompts of a review: part by part, with what was dismissed and how long the document would be."""

from collections.abc import Sequence
from dataclasses import dataclass

from second_question.reading.prompts import PromptKind
from second_question.rules.questions import Form
from second_question.rules.template.parts import PARTS, Part, record_kind
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.content import rows_of, text_of
from second_question_web.rapid_reviews.models import DismissedPrompt, RapidReview
from second_question_web.rapid_reviews.writing.prompts import (
    ShownPrompt,
    Written,
    dismissals_of,
    prompts_of,
    requests_of,
)
from second_question_web.rapid_reviews.writing.prompts_length import Length, length_of
from second_question_web.rapid_reviews.writing.prompts_words import KIND_WORDS


@dataclass(frozen=True)
class PartPrompts:
    """A numbered part with what is open in it and what was dismissed."""

    part: Part
    open: Sequence[ShownPrompt]
    dismissed: Sequence[ShownPrompt]

    @property
    def id(self) -> str:
        """Its place on the page."""
        return f"part-{self.part.number}"


@dataclass(frozen=True)
class Past:
    """A dismissal of what is no longer noticed. Only its key is kept, so it is told in words of the template."""

    about: str
    dismissal: DismissedPrompt


@dataclass(frozen=True)
class PromptPage:
    """Everything that the page shows."""

    parts: Sequence[PartPrompts]
    of_the_whole: Sequence[ShownPrompt]
    past: Sequence[Past]
    length: Length
    may_dismiss: bool

    @property
    def open(self) -> int:
        """How many are open."""
        return self._count(dismissed=False)

    @property
    def dismissed(self) -> int:
        """How many are dismissed."""
        return self._count(dismissed=True)

    def _count(self, *, dismissed: bool) -> int:
        every = [*self.of_the_whole, *(one for part in self.parts for one in (*part.open, *part.dismissed))]
        return sum((one.dismissal is not None) is dismissed for one in every)


def prompt_page(review: RapidReview) -> PromptPage:
    """The page of a review that was fetched for the person. Four queries, and one more when something is decided."""
    rows = rows_of(review)
    review_text = Written(review, text_of(review, rows), requests_of(rows.records))
    length, dismissals = length_of(review_text.content), dismissals_of(review)
    found = prompts_of(review_text, pages=length.pages, dismissals=dismissals)
    keys = {one.key for one in found}
    past = [one for key, one in dismissals.items() if key not in keys]
    return PromptPage(
        parts=[part for part in (_of_part(part, found) for part in PARTS) if part.open or part.dismissed],
        of_the_whole=[one for one in found if not one.prompt.section],
        past=[Past(_in_words(review_text.form, one.key), one) for one in past],
        length=length,
        may_dismiss=stages.is_writable(review) and getattr(review, "may_write", False),
    )


def _of_part(part: Part, found: Sequence[ShownPrompt]) -> PartPrompts:
    sections = {section.id for section in part.sections}
    own = [one for one in found if one.prompt.section in sections]
    return PartPrompts(part, [one for one in own if not one.dismissal], [one for one in own if one.dismissal])


def _in_words(form: Form, key: str) -> str:
    """What a key is about: kind, question, record. The parts of a key are those of `reading.prompt.Place.key`."""
    kind, record, _, number, question, _ = key.split(":")
    asked = next((q.label for q in form.questions_of(record) if q.id == question), "")
    which = f"{record_kind(record).one} {number}" if record_kind(record).repeated else ""
    return ", ".join(filter(None, (KIND_WORDS[PromptKind(kind)].title, which, f"“{asked}”" if asked else "")))
