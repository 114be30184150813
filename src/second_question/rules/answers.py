"""Do the answers of a notification make sense together? Errors must be put right; warnings ask to look again.

No clock: today is given. Values are as in `completeness`; a value of another type is left to whoever reads the form.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from second_question.rules.notification_codes import ANSWERS_THAT_STAND_ALONE, REASONS_WITHOUT_RAPID_REVIEW, causes_for
from second_question.rules.questions import Form, Kind, Question

Answers = Mapping[str, object]

EARLIEST = date(1900, 1, 1)
PREGNANCY = timedelta(days=300)
A_YEAR = timedelta(days=366)
OLDEST_IN_A_NOTIFICATION = 24  # a care leaver up to and including 24 (handbook 2, section 1.1)
OLDEST_PERSON = 120


class Level(StrEnum):
    """An error must be put right; a warning is shown, and may be right as it is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """What is odd about the answer to one question, in words for the person who gave it."""

    question: str
    message: str
    level: Level = Level.ERROR


def age_on(date_of_birth: date, day: date) -> int:
    """Completed years of age on a day; somebody born on 29 February has the birthday on 1 March in other years."""
    return day.year - date_of_birth.year - ((day.month, day.day) < (date_of_birth.month, date_of_birth.day))


def check_incident(form: Form, answers: Answers, *, today: date) -> list[Finding]:
    """What is wrong or odd about the incident."""
    return [
        *_check_values(form, "incident", answers, today),
        *_check_order_of_days(answers, today),
        *_check_nature(answers),
        *_check_safety(answers),
    ]


def check_child(form: Form, answers: Answers, incident: Answers, *, today: date) -> list[Finding]:
    """What is wrong or odd about one child of that incident."""
    return [
        *_check_values(form, "child", answers, today, may_lie_ahead=("expected_birth_on",)),
        *_check_birth(answers, incident, today),
        *_check_death(answers, incident),
        *_check_expected_birth(answers, today),
        *_check_age(answers, incident),
    ]


def check_adult(form: Form, answers: Answers, *, today: date) -> list[Finding]:
    """What is wrong or odd about one adult or other person."""
    findings = list(_check_values(form, "adult", answers, today))
    born = _day(answers, "date_of_birth")
    if born and not findings and age_on(born, today) < 10:
        findings.append(_warning("date_of_birth", "This is a child under ten. Children are entered as children"))
    if born and age_on(born, today) > OLDEST_PERSON:
        findings.append(Finding("date_of_birth", f"Check the year: this is more than {OLDEST_PERSON} years ago"))
    return findings


def check_together(incident: Answers, children: Sequence[Answers]) -> list[Finding]:
    """What is odd about the incident and its children taken together."""
    outcomes = {child.get("outcome") for child in children}
    nature = incident.get("nature")
    findings = []
    if nature == "death" and children and None not in outcomes and "died" not in outcomes:
        findings.append(
            _warning("nature", "You say that a child died, but none of the children is recorded as having died")
        )
    if nature in ("serious_harm", "other") and "died" in outcomes:
        findings.append(_warning("nature", "A child died. Should the kind of incident be “A child died”?"))
    findings += _check_reason(incident.get("reason"), children)
    names = [_name(child) for child in children if _name(child)]
    if len(set(names)) < len(names):
        findings.append(_warning("full_name", "Two children have the same name. Is one of them entered twice?"))
    return findings


def _check_reason(reason: object, children: Sequence[Answers]) -> Iterator[Finding]:
    if reason == "looked_after_death" and all(child.get("looked_after_now") is False for child in children):
        yield _warning(
            "reason", "You notify the death of a looked-after child, but no child is recorded as looked after"
        )
    if reason == "care_leaver_death" and all(child.get("care_leaver") is False for child in children):
        yield _warning("reason", "You notify the death of a care leaver, but nobody is recorded as a care leaver")


def _check_values(
    form: Form, record: str, answers: Answers, today: date, may_lie_ahead: tuple[str, ...] = ()
) -> Iterator[Finding]:
    for question in form.questions_of(record):
        value = answers.get(question.id)
        if isinstance(value, date):
            latest = None if question.id in may_lie_ahead else today
            yield from _check_day(question, value, latest)
        elif question.kind in (Kind.CHOICE, Kind.CHOICES) and value not in (None, "", (), []):
            yield from _check_options(question, (value,) if isinstance(value, str) else _codes(value))


def _check_day(question: Question, day: date, latest: date | None) -> Iterator[Finding]:
    if day < EARLIEST:
        yield Finding(question.id, f"Check the year: {day.year} is too long ago")
    if latest and day > latest:
        yield Finding(question.id, "This day is in the future. Check the date")


def _check_options(question: Question, chosen: Sequence[str]) -> Iterator[Finding]:
    known = {option.code for option in question.options}
    unknown = [code for code in chosen if code not in known]
    if unknown:
        yield Finding(question.id, f"“{unknown[0]}” is not one of the answers. Choose from the list")
    alone = [code for code in chosen if code in ANSWERS_THAT_STAND_ALONE]
    if alone and len(chosen) > 1:
        yield Finding(question.id, f"“{question.label_of(alone[0])}” cannot be chosen together with another answer")


def _check_order_of_days(answers: Answers, today: date) -> Iterator[Finding]:
    happened, aware = _day(answers, "incident_on"), _day(answers, "aware_on")
    if happened is None:
        return
    if aware and aware < happened:
        yield Finding("aware_on", "This is before the incident. Check both dates")
    if happened < today - A_YEAR:
        yield _warning("incident_on", "This is more than a year ago. That can be right; please check the year")
    for later in ("partners_informed_on", "review_began_on"):
        day = _day(answers, later)
        if day and day < happened:
            yield _warning(later, "This is before the incident. That can be right; please check both dates")


def _check_nature(answers: Answers) -> Iterator[Finding]:
    nature, cause, reason = answers.get("nature"), answers.get("likely_cause"), answers.get("reason")
    if nature and reason in REASONS_WITHOUT_RAPID_REVIEW and nature != "death":
        yield Finding("reason", "This reason is for a death, but you chose another kind of incident")
    if isinstance(nature, str) and nature and cause and cause not in {option.code for option in causes_for(nature)}:
        yield _warning("likely_cause", "This cause is not usual for the kind of incident that you chose. Check both")


def _check_safety(answers: Answers) -> Iterator[Finding]:
    if answers.get("children_safe_now") is False and not answers.get("immediate_action"):
        yield _warning("immediate_action", "A child may not be safe now. Say what is being done about it, and by whom")


def _check_birth(answers: Answers, incident: Answers, today: date) -> Iterator[Finding]:
    born, happened = _day(answers, "date_of_birth"), _day(incident, "incident_on")
    if born is None or not EARLIEST <= born <= today:
        return
    if happened and born > happened + PREGNANCY:
        yield Finding("date_of_birth", "This is after the incident, by more than a pregnancy. Check both dates")
    elif happened and born > happened:
        yield _warning(
            "date_of_birth", "The child was born after the incident. That can be right if it concerned the unborn child"
        )
    yield from _check_too_old(age_on(born, happened or today), answers, incident, known_day=happened is not None)


def _check_too_old(age: int, answers: Answers, incident: Answers, *, known_day: bool) -> Iterator[Finding]:
    """Nobody over 24 is notified; from 18 only care leavers are. Where the incident's day is not known, we only ask."""
    if age > OLDEST_IN_A_NOTIFICATION:
        message = f"This person was {age}. Notifications are about children, and care leavers up to 24. Check the year"
        yield Finding("date_of_birth", message, Level.ERROR if known_day else Level.WARNING)
    elif age >= 18 and not answers.get("care_leaver") and incident.get("reason") != "care_leaver_death":
        yield _warning("date_of_birth", f"This person was {age} at the time, so an adult. Check the date")


def _check_death(answers: Answers, incident: Answers) -> Iterator[Finding]:
    died, born, happened = _day(answers, "date_of_death"), _day(answers, "date_of_birth"), _day(incident, "incident_on")
    if died and born and died < born:
        yield Finding("date_of_death", "This is before the date of birth. Check both dates")
    elif died and happened and died < happened:
        yield _warning("date_of_death", "The child died before the incident happened. Check both dates")


def _check_expected_birth(answers: Answers, today: date) -> Iterator[Finding]:
    expected = _day(answers, "expected_birth_on")
    if expected is None or answers.get("birth_status") != "unborn":
        return
    if expected > today + PREGNANCY:
        yield Finding("expected_birth_on", "This is more than a pregnancy away. Check the date")
    elif expected < today:
        yield _warning("expected_birth_on", "This day has passed. Has the child been born?")


def _check_age(answers: Answers, incident: Answers) -> Iterator[Finding]:
    age, born, happened = answers.get("age_years"), _day(answers, "date_of_birth"), _day(incident, "incident_on")
    if not isinstance(age, int):
        return
    if not 0 <= age <= OLDEST_IN_A_NOTIFICATION:
        yield Finding("age_years", f"Enter an age from 0 to {OLDEST_IN_A_NOTIFICATION}, in whole years")
    elif born and happened and born <= happened and age_on(born, happened) != age:
        counted = age_on(born, happened)
        yield _warning("age_years", f"By the date of birth the child was {counted}. The date of birth is used")


def _day(answers: Answers, question_id: str) -> date | None:
    value = answers.get(question_id)
    return value if isinstance(value, date) else None


def _codes(value: object) -> tuple[str, ...]:
    return tuple(str(code) for code in value) if isinstance(value, Iterable) else ()


def _name(child: Answers) -> str:
    return " ".join(str(child.get("full_name") or "").casefold().split())


def _warning(question: str, message: str) -> Finding:
    return Finding(question, message, Level.WARNING)
