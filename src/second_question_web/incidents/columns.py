"""The one place that copies answers into columns, which the register filters and counts by, and into fingerprints.

`copy_*` and `fingerprints_of` only fill what they are given; `follow_*` and `refresh` save too.
"""

from collections.abc import Mapping
from datetime import date

from second_question.exchange.notification_rows import age_group_of
from second_question.rules.answers import age_on
from second_question.rules.notification_codes import ETHNICITY_UNANSWERED
from second_question.rules.questions import Unanswered
from second_question_web.answering.held import values_of
from second_question_web.incidents.answers import form_of
from second_question_web.incidents.models import Adult, Child, Fingerprint, Notification
from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.models import Organisation
from second_question_web.sealed import names
from second_question_web.sealed.keys import fingerprint

_REFUSED = next(code for code, reason in ETHNICITY_UNANSWERED.items() if reason is Unanswered.REFUSED)
_NOT_OBTAINED = next(code for code, reason in ETHNICITY_UNANSWERED.items() if reason is not Unanswered.REFUSED)


def refresh(notification: Notification) -> None:
    """Brings every column and fingerprint of a notification, its children and adults in step with the answers."""
    follow_incident(notification)
    for child in notification.children.filter(removed_at=None):
        follow_child(child, notification)
    for adult in notification.adults.filter(removed_at=None):
        follow_adult(adult, notification)


def follow_incident(notification: Notification) -> None:
    """Columns after a change to the incident's answers; saves. The children's ages follow when the day changed."""
    before = (notification.incident_on, notification.aware_on)
    copy_incident(notification, _local_authority(notification))
    notification.save()
    if (notification.incident_on, notification.aware_on) != before:
        for child in notification.children.filter(removed_at=None):
            copy_child(child, notification)
            child.save()


def follow_child(child: Child, notification: Notification) -> None:
    """Columns and fingerprints after a change to a child's answers; saves the child."""
    copy_child(child, notification)
    child.save()
    _replace(child, notification)


def follow_adult(adult: Adult, notification: Notification) -> None:
    """Fingerprints after a change to an adult's answers; saves the adult."""
    adult.save()
    _replace(adult, notification)


def forget(record: Child | Adult, notification: Notification) -> None:
    """Takes away by what a removed child or adult could be found."""
    notification.fingerprints.filter(record=record.pk, of__in=_kinds(record)).delete()


def copy_incident(notification: Notification, local_authority: Organisation | None) -> None:
    """What the incident's answers say, into the notification's columns; the region is that of the local authority."""
    said = values_of(notification, form_of(notification).questions_of("incident"))
    notification.incident_on = _day(said, "incident_on")
    notification.aware_on = _day(said, "aware_on")
    notification.nature = _code(said, "nature")
    notification.likely_cause = _code(said, "likely_cause")
    notification.reason = _code(said, "reason")
    notification.local_authority = local_authority
    if local_authority and local_authority.region_id:
        notification.region_id = local_authority.region_id
    elif notification.partnership:
        notification.region_id = notification.partnership.region_id


def copy_child(child: Child, notification: Notification) -> None:
    """What a child's answers say, into the child's columns. The age is that at the incident."""
    said = values_of(child, form_of(notification).questions_of("child"))
    child.focus = said.get("focus_child") is True
    child.age_years = age_at_incident(said, notification)
    child.age_group = _age_group(child, said)
    child.sex = sex_column(said)
    child.ethnicity = _ethnicity(said, child.unanswered.get("ethnicity"))
    child.outcome = _code(said, "outcome")


def _age_group(child: Child, said: Mapping[str, object]) -> str:
    """The band of the age. An unborn child is in the lowest; an imported child without an age keeps the file's band."""
    if said.get("birth_status") == "unborn":
        return "<1"
    if child.age_years is None and child.external_reference and child.age_group:
        return child.age_group
    return age_group_of(child.age_years)


def age_at_incident(said: Mapping[str, object], notification: Notification) -> int | None:
    """Completed years at the incident, or when it became known where its day is not known; as given without a birthday.

    A child born after the incident counts as not yet one year old.
    """
    born, at = _day(said, "date_of_birth"), notification.incident_on or notification.aware_on
    if said.get("birth_status") == "unborn":
        return None
    if born and at:
        return max(0, age_on(born, at))
    given = said.get("age_years")
    return given if isinstance(given, int) else None


def sex_column(said: Mapping[str, object]) -> str:
    """As the national figures count it: transgender is a value of its own there (N3)."""
    if said.get("gender_identity") == "transgender":
        return "transgender"
    return _code(said, "sex") or "not_known"


def fingerprints_of(record: Child | Adult, notification: Notification) -> list[Fingerprint]:
    """By what a child or adult can be found again: names, and a child's date of birth. Not saved."""
    if isinstance(record, Adult):
        return _of_names(notification, record, Fingerprint.Of.ADULT_NAME)
    made = _of_names(notification, record, Fingerprint.Of.CHILD_NAME)
    born = record.sealed_answers.get("date_of_birth")
    if born:
        value = born_fingerprint(date.fromisoformat(born))
        made.append(_one(notification, record, Fingerprint.Of.CHILD_BORN, value))
    return made


def born_fingerprint(day: date) -> str:
    """By what a date of birth is found again."""
    return fingerprint(f"born:{day.isoformat()}")


def names_of(record: Child | Adult) -> str:
    """Every name of a child or adult, in one line; empty when there is none."""
    return " ".join(filter(None, (record.sealed_answers.get(part, "") for part in ("full_name", "known_as"))))


def _kinds(record: Child | Adult) -> tuple[Fingerprint.Of, ...]:
    """Children and adults have keys of their own, so a key alone does not say whose fingerprint it is."""
    return (
        (Fingerprint.Of.ADULT_NAME,)
        if isinstance(record, Adult)
        else (Fingerprint.Of.CHILD_NAME, Fingerprint.Of.CHILD_BORN)
    )


def _replace(record: Child | Adult, notification: Notification) -> None:
    wanted = fingerprints_of(record, notification)
    kept = notification.fingerprints.filter(record=record.pk, of__in=_kinds(record))
    if {(f.of, f.value) for f in kept} != {(f.of, f.value) for f in wanted}:
        kept.delete()
        Fingerprint.objects.bulk_create(wanted)


def _of_names(notification: Notification, record: Child | Adult, of: Fingerprint.Of) -> list[Fingerprint]:
    return [_one(notification, record, of, value) for value in sorted(names.fingerprints_of(names_of(record)))]


def _one(notification: Notification, record: Child | Adult, of: Fingerprint.Of, value: str) -> Fingerprint:
    return Fingerprint(notification=notification, record=record.pk, of=of, value=value)


def _local_authority(notification: Notification) -> Organisation | None:
    code = notification.answers.get("local_authority", "")
    return partnerships.organisation(code) if code else None


def _ethnicity(said: Mapping[str, object], why_not: str | None) -> str:
    if why_not:
        return _REFUSED if why_not == Unanswered.REFUSED else _NOT_OBTAINED
    return _code(said, "ethnicity")


def _day(said: Mapping[str, object], question_id: str) -> date | None:
    value = said.get(question_id)
    return value if isinstance(value, date) else None


def _code(said: Mapping[str, object], question_id: str) -> str:
    value = said.get(question_id)
    return value if isinstance(value, str) else ""
