"""A notification of a file as records of the register, not yet saved."""

from datetime import date, datetime, time
from functools import lru_cache

from django.utils.timezone import make_aware

from second_question.exchange.notification_rows import ChildRow, NotificationRow
from second_question.rules.notification import NOTIFICATION_FORM
from second_question.rules.notification_codes import ETHNICITY_UNANSWERED
from second_question.rules.questions import Unanswered
from second_question.rules.rulesets import NoRulesetError, ruleset_on
from second_question_web.incidents.models import Child, Notification
from second_question_web.partnerships.models import Organisation

IMPORTED_COLUMNS = "imported_columns"
"""Under this name a child keeps columns of the file that are not ours, sealed: nobody knows what is in them."""


def notification_from(
    row: NotificationRow, authority: Organisation, partnership_id: int | None, *, by: str, now: datetime
) -> Notification:
    """The notification, without reference, start token and snapshot. What a file does not say has no answer here."""
    return Notification(
        external_reference=row.notification_id,
        origin=Notification.Origin.IMPORTED,
        state=Notification.State.SENT,
        form=NOTIFICATION_FORM.id,
        ruleset=_ruleset(row.notified_on),
        partnership_id=partnership_id,
        local_authority=authority,
        region_id=authority.region_id,
        started_at=now,
        started_by=by,
        sent_at=_midnight(row.notified_on),
        sent_on=row.notified_on,
        sent_by=by,
        incident_on=row.incident_on,
        aware_on=row.aware_on,
        nature=row.nature,
        likely_cause=row.likely_cause,
        number_of_children=len(row.children),
        answers=_incident_answers(row),
        unanswered={} if row.likely_cause else {"likely_cause": Unanswered.NOT_KNOWN.value},
        changed_at=now,
        changed_by=by,
    )


def child_from(row: ChildRow, place: int, notification: Notification, *, by: str, now: datetime) -> Child:
    """One child of it."""
    return Child(
        notification=notification,
        place=place,
        external_reference=row.child_id,
        focus=row.focus_child,
        age_years=row.age_years,
        age_group=row.age_group,
        sex=row.sex,
        ethnicity=row.ethnicity,
        answers=_child_answers(row),
        unanswered=_child_unanswered(row),
        sealed_answers={IMPORTED_COLUMNS: dict(row.extra)} if row.extra else {},
        changed_at=now,
        changed_by=by,
    )


def _incident_answers(row: NotificationRow) -> dict[str, object]:
    said = {
        "incident_on": row.incident_on and row.incident_on.isoformat(),
        "aware_on": row.aware_on and row.aware_on.isoformat(),
        "nature": row.nature,
        "likely_cause": row.likely_cause,
        "local_authority": row.local_authority,
    }
    return {question: answer for question, answer in said.items() if answer} | dict.fromkeys(row.features, True)


def _child_answers(row: ChildRow) -> dict[str, object]:
    answers: dict[str, object] = {"focus_child": row.focus_child}
    if row.age_years is not None:
        answers["age_years"] = row.age_years
    if row.sex == "transgender":
        answers["gender_identity"] = "transgender"
    elif row.sex != "not_known":
        answers["sex"] = row.sex
    if row.ethnicity not in ETHNICITY_UNANSWERED:
        answers["ethnicity"] = row.ethnicity
    return answers


def _child_unanswered(row: ChildRow) -> dict[str, str]:
    unanswered = {}
    if row.sex == "not_known":
        unanswered["sex"] = Unanswered.NOT_KNOWN.value
    if row.ethnicity in ETHNICITY_UNANSWERED:
        unanswered["ethnicity"] = ETHNICITY_UNANSWERED[row.ethnicity].value
    return unanswered


@lru_cache(maxsize=10_000)
def _ruleset(day: date) -> str:
    """The guidance of the day; empty before there was any."""
    try:
        return ruleset_on(day).id
    except NoRulesetError:
        return ""


@lru_cache(maxsize=10_000)
def _midnight(day: date) -> datetime:
    """The beginning of the day in England: a file does not say the hour."""
    return make_aware(datetime.combine(day, time()))
