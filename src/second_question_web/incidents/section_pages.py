"""What the page of one task needs: its questions, the record that it is about, and the choices from the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse

from second_question.rules.access import Permission
from second_question.rules.questions import Form, Kind, Option, Question, Section
from second_question_web.answering.page import AnswerPage
from second_question_web.answering.records import AnswerRecord
from second_question_web.incidents import queries
from second_question_web.incidents.actions.records import next_place
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.models import Adult, Child, Notification
from second_question_web.incidents.showing import heading_of
from second_question_web.partnerships import queries as partnerships
from second_question_web.people.models import Person
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.questions import form as pages

AMENDED = "amend_"
"""Before the task's id, in the name under which what is typed on a page that amends is kept."""
KINDS: dict[str, type[Child] | type[Adult]] = {"child": Child, "adult": Adult}


@dataclass(frozen=True)
class SectionPage(AnswerPage):
    """One task about one record of a notification. `record` is not saved yet for a child or adult to be added."""

    notification: Notification
    form: Form
    section: Section
    record: AnswerRecord
    place: int
    options: pages.Options

    @property
    def about(self) -> str:
        """Which child or adult; empty for the incident."""
        new = self.record.pk is None
        record = self.record
        return heading_of(record, identity=not new) if isinstance(record, (Child, Adult)) else ""


def section_page(
    person: Person, reference: str, section_id: str, place: int, today: date, *, new: bool = False
) -> SectionPage:
    """The page for somebody who may write in this notification and see who it is about.

    With `new`, for a child or adult to be added at the next place.

    Raises:
        Hidden: no such notification, task, child or adult, or not for this person.
    """
    found = queries.opened(person, reference, Permission.NOTIFICATION_WRITE)
    if not found.identity:
        raise Hidden("notification", reference, case=reference)
    form = form_of(found.notification)
    try:
        section = form.section(section_id)
    except KeyError:
        raise Hidden("section", section_id, case=reference) from None
    record = _new(found.notification, section) if new else _record(found.notification, section, place)
    at = record.place if isinstance(record, (Child, Adult)) else 0
    return SectionPage(
        found.notification, form, section, record, at, _options(found.notification, section, record, today)
    )


def is_saved(
    person: Person, reference: str, section_id: str, place: int, fields: QueryDict, version: int, today: date
) -> bool:
    """Whether what was typed over that version on the page of a task has been saved since; a record not there yet is not.

    The notification is locked until the transaction ends. On a page that amends, the version is the notification's.
    """
    locked = Notification.objects.select_for_update().filter(reference=reference).first()
    try:
        page = section_page(person, reference, section_id.removeprefix(AMENDED), place, today)
    except Hidden:
        return False
    versioned = locked if section_id.startswith(AMENDED) else page.record
    return versioned is not None and versioned.version > version and page.holds(fields)


def address_of(
    notification: Notification, section: Section, place: int, name: str = "notification_section", before: str = ""
) -> str:
    """The address of a task's page; `name` is that of the page that answers it, `before` what its last part begins with."""
    slug = before + section.id.replace("_", "-")
    return reverse(name, args=[notification.reference, slug, *([place] if place else [])])


def _record(notification: Notification, section: Section, place: int) -> AnswerRecord:
    kind = KINDS.get(section.record)
    if kind is None:
        return notification
    record = kind.objects.filter(notification=notification, place=place, removed_at=None).first()
    if record is None:
        raise Hidden(section.record, str(place), case=notification.reference)
    return record


def _new(notification: Notification, section: Section) -> AnswerRecord:
    if section.record == "child":
        return Child(notification=notification, place=next_place(Child, notification))
    return Adult(notification=notification, place=next_place(Adult, notification))


def _options(notification: Notification, section: Section, record: AnswerRecord, today: date) -> pages.Options:
    """The choices of areas and agencies; each list is read once, and only when a question needs it."""
    kinds = {question.kind for question in section.questions}
    areas = _areas(today) if kinds & {Kind.AREA, Kind.AREAS} else []
    wanted = {
        Kind.AREA: sorted(areas, key=lambda area: area.label),
        Kind.AREAS: areas,
        Kind.ORGANISATIONS: _agencies(notification, today) if Kind.ORGANISATIONS in kinds else [],
    }
    asked = [question for question in section.questions if question.kind in wanted]
    return {q.id: [*wanted[q.kind], *_chosen_earlier(record, q, wanted[q.kind])] for q in asked}


def _chosen_earlier(record: AnswerRecord, question: Question, offered: Sequence[Option]) -> list[Option]:
    """What the record names and is not offered any more, such as an authority that has ended since."""
    said = record.answers.get(question.id, ())
    codes = [said] if isinstance(said, str) else list(said)
    gone = set(codes) - {option.code for option in offered}
    found = [partnerships.organisation(code) for code in sorted(gone)]
    return [Option(one.code, one.name, group="Chosen earlier") for one in found if one]


def _areas(today: date) -> list[Option]:
    found = partnerships.local_authorities(today).order_by("region__name", "name")
    return [Option(area.code, area.name, group=area.region.name if area.region else "") for area in found]


def _agencies(notification: Notification, today: date) -> list[Option]:
    if notification.partnership is None:
        return []
    members = partnerships.members(notification.partnership, today)
    named = {m.organisation.code: m.organisation for m in members}.values()
    ordered = sorted(named, key=lambda one: (one.get_kind_display(), one.name))
    return [Option(one.code, one.name, group=one.get_kind_display()) for one in ordered]


def add_address(notification: Notification, kind: str) -> str:
    """The address at which a child or adult is added."""
    return reverse("notification_add", args=[notification.reference, kind])


def next_address(page: SectionPage, place: int) -> str:
    """The next task about the same record, or the task list after the last."""
    own = [section for section in page.form.sections if section.record == page.section.record]
    later = own[own.index(page.section) + 1 :]
    if not later or page.section.record == "notifier":
        return reverse("notification", args=[page.notification.reference])
    return address_of(page.notification, later[0], place)
