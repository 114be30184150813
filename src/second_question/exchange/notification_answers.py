"""Between the rows of a Notifications CSV and the answers of the notification form.

The CSV has fewer answers than the form. What a row does not say stays unanswered: a feature that is not listed was not
said to be present, which is not the same as absent.
"""

from collections.abc import Sequence
from datetime import date

from second_question.exchange.notification_rows import (
    FEATURE_CODES,
    UNKNOWN_AGE,
    ChildRow,
    NotificationRow,
    age_group_of,
)
from second_question.rules.answers import age_on
from second_question.rules.completeness import FilledRecord
from second_question.rules.notification_codes import ETHNICITY_UNANSWERED
from second_question.rules.questions import Unanswered


def incident_record(notification: NotificationRow) -> FilledRecord:
    """What a row says about the incident, as answers of the form."""
    n = notification
    said: dict[str, object] = {
        "incident_on": n.incident_on,
        "aware_on": n.aware_on,
        "nature": n.nature,
        "likely_cause": n.likely_cause,
        "local_authority": n.local_authority,
        **dict.fromkeys(n.features, True),
    }
    answers = {question: answer for question, answer in said.items() if answer}
    reasons = {q: Unanswered.NOT_KNOWN for q in ("incident_on", "likely_cause") if q not in answers}
    return FilledRecord("incident", answers, reasons)


def child_record(child: ChildRow) -> FilledRecord:
    """What a row says about one child. An age band without an age is no answer of the form; keep it beside."""
    answers: dict[str, object] = {"focus_child": child.focus_child}
    reasons: dict[str, Unanswered] = {}
    if child.age_years is not None:
        answers["age_years"] = child.age_years
    if child.sex == "transgender":
        answers["gender_identity"] = "transgender"
    if child.sex in ("male", "female"):
        answers["sex"] = child.sex
    else:
        reasons["sex"] = Unanswered.NOT_KNOWN
    if child.ethnicity in ETHNICITY_UNANSWERED:
        reasons["ethnicity"] = ETHNICITY_UNANSWERED[child.ethnicity]
    else:
        answers["ethnicity"] = child.ethnicity
    return FilledRecord("child", answers, reasons, child.child_id)


def notification_row(
    notification_id: str, notified_on: date, incident: FilledRecord, children: Sequence[ChildRow]
) -> NotificationRow:
    """A notification as it goes into the CSV.

    Raises:
        ValueError: there is no child, so there is no row to write.
    """
    if not children:
        raise ValueError(f"notification {notification_id} has no child: the file has one row for each child")
    answers = incident.answers
    return NotificationRow(
        notification_id,
        _day(incident, "incident_on"),
        _day(incident, "aware_on"),
        notified_on,
        str(answers.get("local_authority") or ""),
        str(answers.get("nature") or ""),
        str(answers.get("likely_cause") or ""),
        tuple(code for code in FEATURE_CODES if answers.get(code) is True),
        tuple(children),
    )


def child_row(
    child_id: str, child: FilledRecord, *, incident_on: date | None, age_group: str = UNKNOWN_AGE
) -> ChildRow:
    """One child as it goes into the CSV; `age_group` is used when no age is known."""
    answers = child.answers
    age = age_at_incident(child, incident_on)
    return ChildRow(
        child_id,
        answers.get("focus_child") is True,
        age,
        age_group if age is None else age_group_of(age),
        exported_sex(answers.get("sex"), answers.get("gender_identity")),
        str(answers.get("ethnicity") or _ethnicity_reason(child)),
    )


def age_at_incident(child: FilledRecord, incident_on: date | None) -> int | None:
    """Completed years by the date of birth where known, else as answered; 0 for a child unborn at the time."""
    born, age = _day(child, "date_of_birth"), child.answers.get("age_years")
    if born and incident_on:
        return max(age_on(born, incident_on), 0)
    return age if isinstance(age, int) else None


def exported_sex(sex: object, gender_identity: object) -> str:
    """The one value that the published figures of 2020 count (N3): transgender where said, else the sex."""
    if gender_identity == "transgender":
        return "transgender"
    return sex if isinstance(sex, str) and sex in ("male", "female") else "not_known"


def _ethnicity_reason(child: FilledRecord) -> str:
    return "REFU" if child.unanswered.get("ethnicity") is Unanswered.REFUSED else "NOBT"


def _day(record: FilledRecord, question: str) -> date | None:
    value = record.answers.get(question)
    return value if isinstance(value, date) else None
