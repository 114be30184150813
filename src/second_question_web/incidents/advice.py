"""What is missing or odd in a draft, as lines that lead to where it can be put right."""

from collections.abc import Sequence

from django.urls import reverse

from second_question.rules.answers import Level
from second_question.rules.completeness import Obstacle
from second_question.rules.questions import Form, Section
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.models import Notification
from second_question_web.incidents.queries import CaseFile
from second_question_web.incidents.readiness import Oddity
from second_question_web.incidents.section_pages import add_address, address_of
from second_question_web.ui.components import Link


def obstacle_links(notification: Notification, found: CaseFile, obstacles: Sequence[Obstacle]) -> list[Link]:
    """What must be answered first, each with the address of its question."""
    form = form_of(notification)
    return [Link(text=obstacle.message, href=_where(notification, found, form, obstacle)) for obstacle in obstacles]


def oddity_links(notification: Notification, oddities: Sequence[Oddity]) -> list[tuple[Link, bool]]:
    """What is odd, with whether it must be put right."""
    form = form_of(notification)
    return [(_link(notification, form, oddity), oddity.finding.level is Level.ERROR) for oddity in oddities]


def _where(notification: Notification, found: CaseFile, form: Form, obstacle: Obstacle) -> str:
    section = form.section(obstacle.section)
    if obstacle.position is None and section.record in ("child", "adult"):
        return add_address(notification, section.record)
    place = 0
    if obstacle.position is not None and section.record in ("child", "adult"):
        places = [record.place for record in (found.children if section.record == "child" else found.adults)]
        place = places[obstacle.position]
    return f"{address_of(notification, section, place)}#{obstacle.question}"


def _link(notification: Notification, form: Form, oddity: Oddity) -> Link:
    section = _section_of(form, oddity.record, oddity.finding.question)
    about = f"{oddity.record.capitalize()} {oddity.place}, " if oddity.place else ""
    if section is None:  # a finding about all children together hangs on a question of theirs
        return Link(text=oddity.finding.message, href=reverse("notification", args=[notification.reference]))
    question = next(q for q in section.questions if q.id == oddity.finding.question)
    text = f"{about}“{question.label}”: {oddity.finding.message}"
    return Link(text=text, href=f"{address_of(notification, section, oddity.place)}#{question.id}")


def _section_of(form: Form, record: str, question_id: str) -> Section | None:
    return next(
        (s for s in form.sections if s.record == record and any(q.id == question_id for q in s.questions)), None
    )
