"""Notifications made through the actions, as a person makes them through the pages. Everything in them is fictional."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from second_question.rules.questions import Unanswered
from second_question_web.answering.records import AnswerRecord
from second_question_web.incidents import actions
from second_question_web.incidents.models import Adult, Child, Notification
from tests.people import partnership, person

NOW = datetime(2026, 11, 20, 10, 30, tzinfo=ZoneInfo("Europe/London"))  # a Friday

INCIDENT: dict[str, dict[str, object]] = {
    "when": {"incident_on": date(2026, 11, 16), "aware_on": date(2026, 11, 17)},
    "nature": {"nature": "serious_harm", "likely_cause": "physical_abuse", "reason": "in_area"},
    "place": {"local_authority": "Z06000001", "place_kind": "family_home", "place_description": "Top flat, 9 Quay Row"},
    "what_happened": {"what_happened": "A baby was brought to hospital with a broken arm.", "children_safe_now": True},
    "notifier": {
        "notifier_name": "Bea Okafor",
        "notifier_job_title": "Business manager",
        "notifier_telephone": "01632 960001",
        "notifier_email": "bea@example.org",
    },
}
CHILD: dict[str, dict[str, object]] = {
    "child_identity": {
        "birth_status": "named",
        "full_name": "Rowan Thistlewood",
        "date_of_birth": date(2026, 3, 3),
        "focus_child": True,
    },
    "child_harm": {"outcome": "seriously_harmed", "harms": ("physical_injury",)},
    "child_characteristics": {"sex": "female", "ethnicity": "MWBC"},
    "child_services": {"looked_after_now": False},
}


def begun(first_name: str = "Bea", at: str = "Wessenmere", start: str = "t1", now: datetime = NOW) -> Notification:
    """A draft that has just been started."""
    return actions.start(by=person(first_name), partnership=partnership(at), start_token=start, now=now)


def answered(
    draft: Notification,
    section: str,
    answers: Mapping[str, object],
    *,
    place: int = 0,
    by: str = "Bea",
    unanswered: Mapping[str, Unanswered] | None = None,
) -> None:
    """One section answered, whatever its version."""
    record: AnswerRecord = Notification.objects.get(pk=draft.pk)
    if place:
        record = (Child if section.startswith("child") else Adult).objects.get(notification=draft, place=place)
    actions.answer_section(
        by=person(by),
        notification=draft,
        section=section,
        place=place,
        answers=answers,
        unanswered=unanswered or {},
        version=record.version,
        now=NOW,
    )


def complete(draft: Notification, by: str = "Bea", **child: object) -> Notification:
    """The draft with everything required answered, about one child; keywords change what is said of the child."""
    for section, answers in INCIDENT.items():
        answered(draft, section, answers, by=by)
    with_child(draft, by=by, **child)
    return Notification.objects.get(pk=draft.pk)


def with_child(draft: Notification, by: str = "Bea", **child: object) -> int:
    """Adds a child with everything required answered; gives its place."""
    place = actions.add_child(by=person(by), notification=draft, now=NOW).place
    for section, answers in CHILD.items():
        known = {**answers, **{name: said for name, said in child.items() if name in answers}}
        answered(draft, section, known, place=place, by=by)
    return place


def sent(draft: Notification, by: str = "Bea") -> Notification:
    """The draft completed and sent."""
    return actions.send(by=person(by), notification=complete(draft, by), now=NOW, duplicate_acknowledged=True)
