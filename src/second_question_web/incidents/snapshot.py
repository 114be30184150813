"""The characteristics of a notification as they are at one moment: what statistics "as notified" are made of.

Nothing in it identifies anybody; `checksum` lets a printed copy be compared with what was kept.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from second_question.rules.completeness import questions_that_apply
from second_question_web.answering.held import held
from second_question_web.answering.records import AnswerRecord
from second_question_web.incidents.answers import filled, form_of
from second_question_web.incidents.models import Adult, Child, Notification


def snapshot_of(notification: Notification, children: Iterable[Child], adults: Iterable[Adult]) -> dict[str, object]:
    """The characteristics of the incident and of every child (handbook 2, section 1.3); of adults only which there are."""
    return {
        "form": notification.form,
        "incident": {**_characteristics(notification, "incident", notification), **_days(notification)},
        "children": [_child(child, notification) for child in children],
        "adults": [{"place": adult.place} for adult in adults],
    }


def checksum(snapshot: Mapping[str, object]) -> str:
    """SHA-256 over the snapshot in a fixed spelling, as hexadecimal."""
    spelled = json.dumps(snapshot, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()


def _child(child: Child, notification: Notification) -> dict[str, object]:
    return {
        "place": child.place,
        "age_years_counted": child.age_years,
        "age_group": child.age_group,
        "sex_counted": child.sex,
        "ethnicity_counted": child.ethnicity,
        **_characteristics(child, "child", notification),
    }


def _days(notification: Notification) -> dict[str, object]:
    days: Iterable[str] = ("incident_on", "aware_on")
    return {day: notification.answers.get(day) for day in days}


def _characteristics(record: AnswerRecord, record_kind: str, notification: Notification) -> dict[str, object]:
    form = form_of(notification)
    said = filled(record, record_kind, form)
    asked = questions_that_apply(form, record_kind, said.answers, said.unanswered)
    return {q.id: dict(held(record, q)) for q in asked if q.characteristic}
