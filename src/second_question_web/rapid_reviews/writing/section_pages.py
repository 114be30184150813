"""What the page of one section needs: its questions, the record that it is about, and who may do what with it."""

from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse

from second_question.rules.access import Permission
from second_question.rules.questions import Form, Section
from second_question.rules.template.from_notification import TAKEN_OVER
from second_question.rules.template.parts import OF_AN_AGENCY, Part, RecordKind, part_of, record_kind
from second_question_web.answering.page import AnswerPage
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries, stages
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.writing.keeping import refuse_if_removed
from second_question_web.rapid_reviews.writing.record_names import name_of, with_article
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.filters import lower_first
from second_question_web.ui.questions import form as pages


@dataclass(frozen=True)
class SectionPage(AnswerPage):
    """One section about one record of a review.

    `record` is not saved yet for one that is to be added, and for the list of those of which there can be several.
    """

    review: RapidReview
    form: Form
    section: Section
    record: ReviewRecord
    options: pages.Options

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
        return name_of(self.record) if self.record.pk else with_article(self.kind.one)

    @property
    def heading(self) -> str:
        """What the page is called, for example "Rowan Thistlewood: home, care and plans"."""
        if not self.kind.repeated:
            return self.section.title
        if self.is_new:
            return f"Add {self.about}"
        alone = len(self.sections_alike) == 1
        return self.about if alone else f"{self.about}: {lower_first(self.section.title)}"

    @property
    def is_new(self) -> bool:
        """Whether saving it adds a record, of which there can be several."""
        return self.kind.repeated and self.record.pk is None

    @property
    def sections_alike(self) -> list[Section]:
        """The sections about such a record, in order; this one among them."""
        return [section for section in self.form.sections if section.record == self.section.record]

    @property
    def around(self) -> list[tuple[str, str]]:
        """Title and address of the other sections about the same record."""
        if not self.place:
            return []
        others = [section for section in self.sections_alike if section.id != self.section.id]
        return [(section.title, address_of(self.reference, section, self.place)) for section in others]

    @property
    def takes_over(self) -> bool:
        """Whether the notification answers some of its questions."""
        _, taken = TAKEN_OVER.get(self.section.record, ("", {}))
        return any(question.id in taken for question in self.section.questions)

    @property
    def may_write(self) -> bool:
        """Whether this person may write here now."""
        return bool(getattr(self.review, "may_write", False)) and stages.is_writable(self.review)

    @property
    def draft_page(self) -> str:
        """The name under which what is typed here is kept."""
        return f"{self.reference}/rapid-review/{self.section.id}/{self.place}"

    def refuse_unless_open(self) -> None:
        """Refuses to save here.

        Raises:
            NotNow: the review is not being written, or somebody took the record out of it.
        """
        stages.refuse_unless_writable(self.review)
        refuse_if_removed(self.record)

    def is_saved(self, fields: QueryDict, version: int) -> bool:
        """Whether what was typed over that version has been saved since. The record is locked until the transaction ends."""
        if self.is_new:
            return False
        now = replace(self, record=_record(self.review, self.section, self.place, locked=True))
        return now.version > version and now.holds(fields)


def section_page(person: Person, reference: str, slug: str, place: int, permission: Permission) -> SectionPage:
    """The page of a section of the review, or of a record, removed ones too; of all records where no place is named.

    Raises:
        Hidden: no such review, section or record, or not for this person.
    """
    review = queries.review(person, reference, permission)
    form = form_of(review)
    section = section_of(form, slug, reference)
    return SectionPage(review, form, section, _record(review, section, place), pages.NO_OPTIONS)


def new_page(person: Person, reference: str, kind: str) -> SectionPage:
    """The first section of a record that is not there yet.

    Raises:
        Hidden: no such review or kind of record, or not for this person.
    """
    return _first_page(person, reference, kind, 0)


def record_page(person: Person, reference: str, kind: str, place: int) -> SectionPage:
    """The first section of the record at that place, removed ones too.

    Raises:
        Hidden: no such review or record, or not for this person.
    """
    page = _first_page(person, reference, kind, place)
    if page.is_new:
        raise Hidden(page.kind.one, str(place), case=reference)
    return page


def _first_page(person: Person, reference: str, kind: str, place: int) -> SectionPage:
    review = queries.review(person, reference, Permission.RAPID_REVIEW_WRITE)
    form = form_of(review)
    section = first_section(form, kind.replace("-", "_"))
    if section is None:
        raise Hidden("kind of record", kind[:40], case=reference)
    return SectionPage(review, form, section, _record(review, section, place), pages.NO_OPTIONS)


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


def address_of(reference: str, section: Section, place: int = 0, name: str = "review_section") -> str:
    """The address of a section's page, or of another page of it."""
    return reverse(name, args=[reference, section.id.replace("_", "-"), *([place] if place else [])])


def next_address(page: SectionPage, place: int) -> str:
    """The next section about the same record, else the list of such records, else the next section of the template."""
    if not page.kind.repeated:
        after = next_section(page)
        return address_of(page.reference, after) if after else reverse("rapid_review", args=[page.reference])
    own = page.sections_alike
    later = own[own.index(page.section) + 1 :]
    return address_of(page.reference, later[0], place) if later else address_of(page.reference, own[0])


def next_section(page: SectionPage) -> Section | None:
    """The next section of the template that the partnership writes; None after the last.

    After one about records of which there can be several it is the next about something else.
    """
    sections = [section for section in page.form.sections if section.record not in OF_AN_AGENCY]
    later = sections[sections.index(page.section) + 1 :]
    other = (section for section in later if not page.kind.repeated or section.record != page.section.record)
    return next(other, None)


def _record(review: RapidReview, section: Section, place: int, *, locked: bool = False) -> ReviewRecord:
    every = ReviewRecord.objects.select_for_update(of=("self",)) if locked else ReviewRecord.objects.all()
    found = every.filter(review=review, kind=section.record, request=None)
    if not record_kind(section.record).repeated:
        return found.first() or ReviewRecord(review=review, kind=section.record, place=1)
    if not place:
        return ReviewRecord(review=review, kind=section.record)
    record = found.filter(place=place).first()
    if record is None:
        raise Hidden(section.record, str(place), case=review.notification.reference)
    return record
