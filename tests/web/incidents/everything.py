"""A notification in which every question of the form has an answer of its own, to be looked for wherever it must appear."""

from datetime import date, time

from second_question.rules.notification import NOTIFICATION_FORM
from second_question.rules.questions import Kind, Question, Section
from second_question_web.incidents import actions
from second_question_web.incidents.models import Notification
from tests.notifications import NOW, answered, begun
from tests.people import person

DATES = {
    "incident_on": date(2026, 11, 16),
    "aware_on": date(2026, 11, 17),
    "partners_informed_on": date(2026, 11, 18),
    "review_began_on": date(2026, 11, 19),
    "date_of_death": date(2026, 11, 17),
}
CHOSEN = {
    "nature": "death",
    "likely_cause": "maltreatment_within_family",
    "reason": "outside_england",
    "birth_status": "named",
    "outcome": "died",
    "education_status": "special_school",
    "media_interest": "yes",
}
UNBORN_ONLY = {"expected_birth_on", "relationship_to_focus_child", "incident_period"}
"""Questions that no record asks together with the others; their own tests are in `test_questions_everywhere`."""


def value_of(question: Question, section: Section) -> object:
    """An answer that can be told from every other question's."""
    if question.kind is Kind.DATE:
        return DATES.get(question.id, date(2019, 3, 2) if section.record == "child" else date(1990, 7, 8))
    if question.kind in (Kind.TEXT, Kind.LONG_TEXT):
        return f"Words about {section.record} {question.id}"
    match question.kind:
        case Kind.TIME:
            return time(3, 47)
        case Kind.NUMBER:
            return 7
        case Kind.YES_NO:
            return True
        case Kind.AREA:
            return "Z06000001"
        case Kind.AREAS:
            return ("Z06000001",)
        case Kind.ORGANISATIONS:
            return ("wessenmere-police",)
        case Kind.CHOICES:
            return (question.options[-2].code,)
    return CHOSEN.get(question.id, question.options[-1].code)


def filled_in() -> Notification:
    """A draft with one child, one adult, and everything answered."""
    draft = begun()
    actions.add_child(by=person("Bea"), notification=draft, now=NOW)
    actions.add_adult(by=person("Bea"), notification=draft, now=NOW)
    for section in NOTIFICATION_FORM.sections:
        answers = {q.id: value_of(q, section) for q in section.questions if q.id not in UNBORN_ONLY}
        answered(draft, section.id, answers, place=1 if section.record in ("child", "adult") else 0)
    return Notification.objects.get(pk=draft.pk)
