"""The prompts beside one section while it is written: from what is recorded, or from what stands in the form at the moment."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Value
from django.http import QueryDict
from django.urls import reverse

from second_question.rules.access import Permission
from second_question.rules.questions import Form, Section
from second_question.rules.template.content import ContentRecord
from second_question.rules.template.parts import record_kind
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.scope import reviews_for
from second_question_web.rapid_reviews.writing.prompts import (
    ShownPrompt,
    Written,
    prompts_of,
    written,
)
from second_question_web.rapid_reviews.writing.section_pages import address_of
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.filters import plural
from second_question_web.ui.questions import form as pages


@dataclass(frozen=True)
class Beside:
    """The panel of one section. `place` is that of the record where there are several, 0 for one that is not saved yet.

    `reasons` are reasons that were typed and refused, `wrong` what is wrong with them, by the key of the prompt.
    """

    review: RapidReview
    section: Section
    place: int
    prompts: Sequence[ShownPrompt]
    may_dismiss: bool
    reasons: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """The number of the case."""
        return self.review.notification.reference

    @property
    def open(self) -> list[ShownPrompt]:
        """Those that nobody dismissed."""
        return [one for one in self.prompts if one.dismissal is None]

    @property
    def by_question(self) -> list[tuple[str, str, list[ShownPrompt]]]:
        """The open ones under the question that each is about: its id, its words, its prompts."""
        ids = dict.fromkeys(one.prompt.question for one in self.open)
        same = {question: [one for one in self.open if one.prompt.question == question] for question in ids}
        return [(question, prompts[0].field, prompts) for question, prompts in same.items()]

    @property
    def dismissed(self) -> list[ShownPrompt]:
        """Those that somebody dismissed with a reason."""
        return [one for one in self.prompts if one.dismissal is not None]

    @property
    def announcement(self) -> str:
        """What a screen reader is told when it changes."""
        return f"{plural(len(self.open), 'question')} to ask beside this page" if self.open else "No question to ask"

    @property
    def seen(self) -> str:
        """The same as long as the panel would show the same, so that it is not drawn again for nothing."""
        shown = [(one.key, one.prompt.message, one.dismissal is None) for one in self.prompts]
        return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]

    @property
    def live(self) -> str:
        """Where the panel is asked for again while somebody types."""
        return reverse("review_prompts_live", args=[self.reference, _slug(self.section), self.place])

    @property
    def here(self) -> str:
        """The page that the panel stands beside."""
        return address_of(self.reference, self.section, self.place)

    def refused(self, key: str, reason: str, wrong: str) -> "Beside":
        """The same panel with a reason that was typed for one prompt, and what is wrong with it."""
        return replace(self, reasons={key: reason}, wrong={key: wrong})


def review_to_write(person: Person, reference: str) -> RapidReview:
    """The review for somebody who writes in it, without what only a whole page shows. One query, quick: it is asked for
    while somebody types.

    Raises:
        Hidden: there is none, or not for this person.
    """
    found = RapidReview.objects.filter(reviews_for(person, Permission.RAPID_REVIEW_WRITE))
    found = found.filter(notification__reference=reference).select_related("notification__partnership")
    shown = found.only("state", "opened_on", "notification__reference", "notification__partnership__name")
    review = shown.annotate(may_write=Value(True)).first()
    if review is None:
        raise Hidden("rapid review", reference, case=reference)
    return review


def beside(review: RapidReview, section: Section, place: int = 0, form: Form | None = None) -> Beside:
    """The panel from what is recorded. Three queries, or two for a caller who has the form."""
    recorded = written(review, form)
    return _panel(recorded, section, place, _number(recorded, section, place))


def beside_typed(review: RapidReview, slug: str, place: int, fields: QueryDict) -> Beside:
    """The panel from what stands in the form of that section now. Three queries; nothing is stored.

    Raises:
        Hidden: the template has no such section.
    """
    review_text = written(review)
    section = section_of(review_text, slug)
    number = _number(review_text, section, place)
    return _panel(_as_typed(review_text, section, number, fields), section, place, number)


def section_of(review_text: Written, slug: str) -> Section:
    """The section of an address.

    Raises:
        Hidden: the template has no such section.
    """
    try:
        return review_text.form.section(slug.replace("-", "_"))
    except KeyError:
        raise Hidden("section", slug[:40], case=review_text.reference) from None


def _panel(review_text: Written, section: Section, place: int, number: int) -> Beside:
    about = [one for one in prompts_of(review_text, section=section.id) if one.prompt.number == number]
    may = stages.is_writable(review_text.review) and getattr(review_text.review, "may_write", False)
    is_saved = place > 0 or not record_kind(section.record).repeated
    return Beside(review_text.review, section, place, about, may and is_saved)


def _as_typed(review_text: Written, section: Section, number: int, fields: QueryDict) -> Written:
    """The same review with the answers of the form in the place of those that are recorded."""
    record = ContentRecord(section.record, number, {})
    others = []
    for one in review_text.content.records:
        if (one.kind, one.number, one.agency) == (section.record, number, ""):
            record = one
        else:
            others.append(one)
    content = replace(review_text.content, records=[*others, _typed(review_text, section, record, fields)])
    return replace(review_text, content=content)


def _typed(review_text: Written, section: Section, record: ContentRecord, fields: QueryDict) -> ContentRecord:
    """What cannot be read keeps what is recorded."""
    sent = pages.sent(review_text.form, section, fields, record.answers, record.unanswered, pages.NO_OPTIONS)
    readable = {question.id for question in sent.questions} - sent.errors.keys()
    answers = {name: value for name, value in record.answers.items() if name not in readable}
    reasons = {name: reason for name, reason in record.unanswered.items() if name not in readable}
    return replace(record, answers={**answers, **sent.answers}, unanswered={**reasons, **sent.unanswered})


def _number(review_text: Written, section: Section, place: int) -> int:
    """The number of the record that the page is about; the next one for a record that is not saved yet."""
    if not record_kind(section.record).repeated:
        return 1
    return place or max((record.number for record in review_text.content.of(section.record)), default=0) + 1


def _slug(section: Section) -> str:
    return section.id.replace("_", "-")
