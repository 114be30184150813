"""The prompts of a review as its pages show them: what was noticed and what to ask, where, and what somebody said of it.

Prompts never stand in anybody's way (R7). Whoever knows better dismisses one with a reason, and both are kept.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.urls import reverse

from second_question.reading.prompts import Prompt, PromptKind, prompts_for
from second_question.rules.questions import Form
from second_question.rules.template.content import ContentRecord, ReviewContent
from second_question.rules.template.parts import OF_AN_AGENCY, record_kind
from second_question_web.rapid_reviews.models import DismissedPrompt, RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import as_content, form_of, records_of
from second_question_web.rapid_reviews.writing.prompts_words import KIND_WORDS
from second_question_web.rapid_reviews.writing.section_pages import address_of

FEW_WORDS = 14
"""Words of a long passage that are shown, so that it is found again."""


@dataclass(frozen=True)
class Written:
    """What a review says so far, as prompts are found in it. `requests` are the numbers of the agencies' requests."""

    review: RapidReview
    content: ReviewContent
    requests: Mapping[str, int] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """The number of the case."""
        return self.review.notification.reference

    @property
    def form(self) -> Form:
        """The template of this review."""
        return self.content.form


@dataclass(frozen=True)
class ShownPrompt:
    """A prompt on a page: about which record and question it is, in words; `href` leads there. All empty for the whole."""

    prompt: Prompt
    record: str
    field: str
    href: str
    dismissal: DismissedPrompt | None = None

    @property
    def about(self) -> str:
        """Record and question, as "Moment 2: Why?"."""
        return ": ".join(filter(None, (self.record, self.field)))

    @property
    def key(self) -> str:
        """By which it is dismissed."""
        return self.prompt.key

    @property
    def id(self) -> str:
        """A name for the page's elements, the same as long as the matter is."""
        return f"prompt-{hashlib.sha256(self.key.encode()).hexdigest()[:10]}"

    @property
    def title(self) -> str:
        """What kind of prompt it is."""
        return KIND_WORDS[self.prompt.kind].title

    @property
    def passage(self) -> str:
        """The beginning of the words that it is about, unless what was noticed quotes them already."""
        quote = " ".join(self.prompt.quote.split())
        if not quote or quote in self.prompt.message:
            return ""
        words = quote.split(" ")
        return quote if len(words) <= FEW_WORDS else f"{' '.join(words[:FEW_WORDS])} …"


def written(review: RapidReview, form: Form | None = None) -> Written:
    """What the review says so far. Two queries, or one for a caller who has the form."""
    asked, records = form or form_of(review), records_of(review)
    case = review.notification
    content = ReviewContent(asked, case.reference, str(case.partnership or ""), as_content(asked, records))
    return Written(review, content, requests_of(records))


def requests_of(records: Iterable[ReviewRecord]) -> dict[str, int]:
    """The number of the request to each agency that wrote one of these records, by the agency's name."""
    return {record.request.organisation.name: record.request.number for record in records if record.request}


def prompts_of(
    review_text: Written,
    *,
    pages: int | None = None,
    dismissals: Mapping[str, DismissedPrompt] | None = None,
    section: str = "",
) -> list[ShownPrompt]:
    """Everything noticed in the review, in the order of its parts; each with its dismissal if it has one.

    Args:
        review_text: what the review says.
        pages: about how long it is; without it nothing is said about length.
        dismissals: from `dismissals_of`, by a caller who has them; otherwise one query.
        section: only what is about that section.
    """
    if dismissals is None:
        dismissals = dismissals_of(review_text.review)
    found = prompts_for(review_text.content, pages=pages, section=section)
    return [_shown(review_text, one, dismissals.get(one.key)) for one in in_order(review_text.form, found)]


def dismissals_of(review: RapidReview) -> dict[str, DismissedPrompt]:
    """What is dismissed now, by the key of the prompt."""
    return {one.key: one for one in DismissedPrompt.objects.filter(review=review, taken_back_at=None)}


def in_order(form: Form, prompts: Iterable[Prompt]) -> list[Prompt]:
    """By section, then record, then question, as they stand on the pages."""
    order = {(s.id, q.id): at for at, (s, q) in enumerate((s, q) for s in form.sections for q in s.questions)}
    sections = {section.id: at for at, section in enumerate(form.sections)}
    return sorted(
        prompts,
        key=lambda one: (
            sections.get(one.section, -1),
            one.agency,
            one.number,
            order.get((one.section, one.question), -1),
        ),
    )


def of_key(review_text: Written, key: str) -> ShownPrompt | None:
    """The prompt of that key, if it is noticed in what is recorded. One query."""
    return next((one for one in prompts_of(review_text) if one.key == key), None)


def _shown(review_text: Written, prompt: Prompt, dismissal: DismissedPrompt | None) -> ShownPrompt:
    record, label = _record_of(review_text, prompt), _field(review_text.form, prompt)
    return ShownPrompt(prompt, record, label, _address(review_text, prompt), dismissal)


def _field(form: Form, prompt: Prompt) -> str:
    """The question in words."""
    if not prompt.section:
        return ""
    section = form.section(prompt.section)
    return next((q.label for q in section.questions if q.id == prompt.question), section.title)


def _record_of(review_text: Written, prompt: Prompt) -> str:
    """The record in words, with the agency that wrote it; empty for the review itself."""
    if not record_kind(prompt.record_kind).repeated:
        return ""
    same = (
        record
        for record in review_text.content.of(prompt.record_kind)
        if (record.number, record.agency) == (prompt.number, prompt.agency)
    )
    named = next(same, ContentRecord(prompt.record_kind, prompt.number, {}, agency=prompt.agency)).name
    return named if not prompt.agency or named == prompt.agency else f"{prompt.agency}, {named}"


def _address(review_text: Written, prompt: Prompt) -> str:
    """Where to answer it: the question on the page of its section, or the agency's summary."""
    reference = review_text.reference
    if prompt.kind is PromptKind.LENGTH or not prompt.section:
        return ""
    if prompt.record_kind in OF_AN_AGENCY:
        number = review_text.requests.get(prompt.agency)
        return reverse("review_request", args=[reference, number]) if number else ""
    place = prompt.number if record_kind(prompt.record_kind).repeated else 0
    return f"{address_of(reference, review_text.form.section(prompt.section), place)}#{prompt.question}"
