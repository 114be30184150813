"""What is asked, what is missing and what stands in the way of sending."""

from datetime import date

import pytest

from second_question.rules.completeness import (
    FilledRecord,
    TaskStatus,
    is_answered,
    questions_that_apply,
    task_status,
    what_prevents_sending,
)
from second_question.rules.notification import NOTIFICATION_FORM as FORM
from second_question.rules.questions import Unanswered

NOT_KNOWN = Unanswered.NOT_KNOWN

INCIDENT = FilledRecord(
    "incident",
    {
        "aware_on": date(2026, 3, 2),
        "nature": "serious_harm",
        "reason": "in_area",
        "local_authority": "E08000036",
        "what_happened": "An ambulance was called to the home.",
        "children_safe_now": True,
    },
    {"incident_on": NOT_KNOWN, "likely_cause": Unanswered.NOT_ASKED},
)
CHILD = FilledRecord(
    "child",
    {
        "birth_status": "named",
        "full_name": "Aster Vale",
        "date_of_birth": date(2026, 1, 5),
        "focus_child": True,
        "outcome": "seriously_harmed",
        "sex": "female",
        "looked_after_now": False,
    },
    {"ethnicity": Unanswered.REFUSED},
    name="Child 1",
)
NOTIFIER = FilledRecord(
    "notifier",
    {
        "notifier_name": "Robin Marsh",
        "notifier_job_title": "Service manager",
        "notifier_telephone": "01632 960123",
        "notifier_email": "robin.marsh@example.org",
    },
)


def changed(record: FilledRecord, **answers: object) -> FilledRecord:
    return FilledRecord(record.record, {**record.answers, **answers}, record.unanswered, record.name)


def asked(record: str, answers: dict[str, object], **unanswered: Unanswered) -> set[str]:
    return {question.id for question in questions_that_apply(FORM, record, answers, unanswered)}


def test_a_first_notification_with_little_known_can_be_sent() -> None:
    assert what_prevents_sending(FORM, [INCIDENT, CHILD, NOTIFIER]) == []


def test_without_anything_the_first_question_of_each_record_is_named() -> None:
    obstacles = what_prevents_sending(FORM, [])
    assert [obstacle.section for obstacle in obstacles] == ["when", "child_identity", "notifier"]
    assert obstacles[1].message == "Add at least one child"


@pytest.mark.parametrize(
    ("what", "answers", "question"),
    [
        ("a dead child needs the day of death", {"outcome": "died"}, "date_of_death"),
        ("an unborn child needs the day it is expected", {"birth_status": "unborn"}, "expected_birth_on"),
        ("a name of spaces is no name", {"full_name": "  "}, "full_name"),
        ("no answer about who the incident is about", {"focus_child": None}, "focus_child"),
    ],
)
def test_what_a_child_still_needs(what: str, answers: dict[str, object], question: str) -> None:
    [obstacle] = what_prevents_sending(FORM, [INCIDENT, changed(CHILD, **answers), NOTIFIER])
    assert (obstacle.question, obstacle.record, obstacle.position) == (question, "child", 0)
    assert obstacle.message.startswith("Child 1: answer “")


def test_a_message_says_when_not_knowing_is_an_answer() -> None:
    [obstacle] = what_prevents_sending(FORM, [changed(INCIDENT, children_safe_now=None), CHILD, NOTIFIER])
    assert obstacle.message == ("Answer “Are all the children concerned safe now?”, or say why there is no answer")


@pytest.mark.parametrize(("focus", "says"), [((False, False), "no child is chosen"), ((True, True), "several")])
def test_exactly_one_child_is_the_focus(focus: tuple[bool, bool], says: str) -> None:
    children = [changed(CHILD, focus_child=answer) for answer in focus]
    [obstacle] = what_prevents_sending(FORM, [INCIDENT, *children, NOTIFIER])
    assert obstacle.question == "focus_child"
    assert says in obstacle.message


def test_an_unborn_child_is_asked_no_name_school_or_birthday() -> None:
    born = asked("child", {"birth_status": "named"})
    unborn = asked("child", {"birth_status": "unborn"})
    assert born - unborn == {"full_name", "date_of_birth", "age_years", "education_status", "school"}
    assert unborn - born == {"expected_birth_on"}


def test_what_hangs_on_a_hidden_question_is_hidden_too() -> None:
    in_school = {"birth_status": "named", "education_status": "in_school"}
    assert "regularly_absent" in asked("child", {**in_school})
    assert "regularly_absent" not in asked("child", {**in_school, "birth_status": "unborn"})


def test_a_reason_for_no_answer_can_open_a_question() -> None:
    assert "incident_period" in asked("incident", {}, incident_on=NOT_KNOWN)
    assert "incident_period" not in asked("incident", {"incident_on": date(2026, 3, 1)})


def test_a_reason_is_no_answer_where_the_question_does_not_allow_one() -> None:
    nature = next(question for question in FORM.questions_of("incident") if question.id == "nature")
    assert not is_answered(nature, {}, {"nature": NOT_KNOWN})


@pytest.mark.parametrize("nothing", [None, "", " ", [], ()])
def test_nothing_is_no_answer_but_no_and_zero_are(nothing: object) -> None:
    age, focus = (q for q in FORM.questions_of("child") if q.id in ("age_years", "focus_child"))
    assert not is_answered(age, {"age_years": nothing}, {})
    assert is_answered(age, {"age_years": 0}, {})
    assert is_answered(focus, {"focus_child": False}, {})


def test_a_task_goes_from_not_started_over_in_progress_to_completed() -> None:
    section = FORM.section("nature")
    assert task_status(FORM, section, {}, {}) is TaskStatus.NOT_STARTED
    assert task_status(FORM, section, {"nature": "death"}, {}) is TaskStatus.IN_PROGRESS
    answers = {"nature": "death", "reason": "in_area"}
    assert task_status(FORM, section, answers, {"likely_cause": NOT_KNOWN}) is TaskStatus.COMPLETED


def test_a_task_is_open_while_not_known_could_still_be_said() -> None:
    """Sending is not refused for it, but the task list shows that a gap is left (R5)."""
    section = FORM.section("child_characteristics")
    answers = {"sex": "female", "gender_identity": "same_as_sex", "ethnicity": "WBRI"}
    assert task_status(FORM, section, answers, {}) is TaskStatus.IN_PROGRESS
    assert task_status(FORM, section, answers, {"disabilities": NOT_KNOWN}) is TaskStatus.COMPLETED
