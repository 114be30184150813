"""What the page of one section needs: its questions, the record that it is about, and who may do what with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from second_question.rules.access import Permission
from second_question.rules.questions import Form, Option, Question, Section
from second_question.rules.template.parts import OF_AN_AGENCY, Part, RecordKind, part_of, record_kind
from second_question_web.answering.held import as_stored, digest, held, held_from, values_of
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries, stages
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import form_of
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.questions import form as pages
from second_question_web.ui.questions.form import QuestionForm

NO_OPTIONS: Mapping[str, Sequence[Option]] = {}


@dataclass(frozen=True)
class SectionPage:
    """One section about one record of a review. `record` is not saved yet for one that is to be added."""

    review: RapidReview
    form: Form
    section: Section
    record: ReviewRecord
    options: Mapping[str, Sequence[Option]]

    @property
    def reference(self) -> str:
        """The number of the case."""
        return self.review.notification.reference

    @property
    def kind(self) -> RecordKind:
        """What kind of record it is about."""
        return record_kind(self.section.record)

    @property
    def part(self) -> Part:
        """The numbered part of the template."""
        return part_of(self.section.id)

    @property
    def place(self) -> int:
        """Of the record where there are several; 0 for the review itself and for one that is to be added."""
        return self.record.place if self.kind.repeated and self.record.pk else 0

    @property
    def about(self) -> str:
        """Which child, moment or participant; empty for the review itself."""
        if not self.kind.repeated:
            return ""
        return name_of(self.record) if self.record.pk else f"A further {self.kind.one}"

    @property
    def may_write(self) -> bool:
        """Whether this person may write here now."""
        return bool(getattr(self.review, "may_write", False)) and stages.is_writable(self.review)

    @property
    def version(self) -> int:
        """Of the record as it was read; 0 for one that is to be added."""
        return self.record.version if self.record.pk else 0

    @property
    def seen(self) -> str:
        """Digest of this section's answers as they were read."""
        return digest(self.record, self.section.questions)

    @property
    def draft_page(self) -> str:
        """The name under which what is typed here is kept."""
        return f"{self.reference}/rapid-review/{self.section.id}/{self.place}"

    def filled_in(self) -> QuestionForm:
        """With what is recorded."""
        return pages.filled_in(self.form, self.section, *self.recorded(), self.options)

    def typed_in(self, fields: QueryDict) -> QuestionForm:
        """With what was typed and not sent."""
        return pages.typed_in(self.form, self.section, fields, *self.recorded(), self.options)

    def sent(self, fields: QueryDict) -> QuestionForm:
        """With what was sent."""
        return pages.sent(self.form, self.section, fields, *self.recorded(), self.options)

    def differing(self, form: QuestionForm) -> list[Question]:
        """The questions to which what was sent is not what is recorded."""
        answers = {name: as_stored(value) for name, value in form.answers.items()}
        return [q for q in form.questions if held(self.record, q) != held_from(answers, form.unanswered, q)]

    def recorded(self) -> tuple[pages.Answers, pages.Reasons]:
        """Everything that the record holds."""
        return values_of(self.record, self.form.questions_of(self.section.record)), self.record.reasons_unanswered()


def section_page(person: Person, reference: str, slug: str, place: int, permission: Permission) -> SectionPage:
    """The page of a section of the review, or of the record at that place where there are several.

    Raises:
        Hidden: no such review, section or record, or not for this person.
    """
    review = queries.review(person, reference, permission)
    form = form_of(review)
    section = section_of(form, slug, reference)
    return SectionPage(review, form, section, _record(review, section, place), NO_OPTIONS)


def new_page(person: Person, reference: str, kind: str) -> SectionPage:
    """The first section of a record that is not there yet.

    Raises:
        Hidden: no such review or kind of record, or not for this person.
    """
    review = queries.review(person, reference, Permission.RAPID_REVIEW_WRITE)
    form = form_of(review)
    section = first_section(form, kind.replace("-", "_"))
    if section is None:
        raise Hidden("kind of record", kind[:40], case=reference)
    return SectionPage(review, form, section, ReviewRecord(review=review, kind=section.record), NO_OPTIONS)


def section_of(form: Form, slug: str, reference: str) -> Section:
    """The section of an address, of those that the partnership writes.

    Raises:
        Hidden: the template has no such section, or an agency writes it.
    """
    wanted = slug.replace("-", "_")
    for section in form.sections:
        if section.id == wanted and section.record not in OF_AN_AGENCY:
            return section
    raise Hidden("section", slug[:40], case=reference)


def first_section(form: Form, kind: str) -> Section | None:
    """The section in which a record of that kind begins; None for a kind of which the partnership adds none."""
    own = (s for s in form.sections if s.record == kind and kind not in OF_AN_AGENCY and record_kind(kind).repeated)
    return next(own, None)


def name_of(record: ReviewRecord) -> str:
    """What pages call a record: by its naming answer, or "Child 2"."""
    kind = record_kind(record.kind)
    said = record.all_answers()
    named = next((str(said[question]) for question in kind.named_by if said.get(question)), "")
    return named or f"{kind.one[0].upper()}{kind.one[1:]} {record.place}"


def address_of(reference: str, section: Section, place: int = 0, name: str = "review_section") -> str:
    """The address of a section's page, or of another page of it."""
    return reverse(name, args=[reference, section.id.replace("_", "-"), *([place] if place else [])])


def next_address(page: SectionPage, place: int) -> str:
    """The next section about the same record, else the list of such records, else the next section of the template."""
    own = [section for section in page.form.sections if section.record == page.section.record]
    later = own[own.index(page.section) + 1 :]
    if page.kind.repeated:
        return address_of(page.reference, later[0], place) if later else address_of(page.reference, own[0])
    sections = [section for section in page.form.sections if section.record not in OF_AN_AGENCY]
    after = sections[sections.index(page.section) + 1 :]
    return address_of(page.reference, after[0]) if after else reverse("rapid_review", args=[page.reference])


def _record(review: RapidReview, section: Section, place: int) -> ReviewRecord:
    found = ReviewRecord.objects.filter(review=review, kind=section.record, request=None, removed_at=None)
    if not record_kind(section.record).repeated:
        return found.first() or ReviewRecord(review=review, kind=section.record, place=1)
    record = found.filter(place=place).first()
    if record is None:
        raise Hidden(section.record, str(place), case=review.notification.reference)
    return record
