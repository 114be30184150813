"""Do the answers of a notification make sense: described examples, and what never happens."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.rules.answers import (
    Finding,
    Level,
    age_on,
    check_adult,
    check_child,
    check_incident,
    check_together,
)
from second_question.rules.notification import NOTIFICATION_FORM as FORM

TODAY = date(2026, 11, 22)
HAPPENED = date(2026, 11, 1)
ERROR, WARNING = Level.ERROR, Level.WARNING
Said = dict[str, object]


def brief(findings: list[Finding]) -> list[tuple[str, Level]]:
    return [(finding.question, finding.level) for finding in findings]


@pytest.mark.parametrize(
    ("what", "answers", "found"),
    [
        ("nothing said yet", {}, []),
        ("all in order", {"incident_on": HAPPENED, "aware_on": HAPPENED, "nature": "death"}, []),
        ("an incident tomorrow", {"incident_on": TODAY + timedelta(1)}, [("incident_on", ERROR)]),
        ("aware tomorrow", {"aware_on": TODAY + timedelta(1)}, [("aware_on", ERROR)]),
        ("aware before it happened", {"incident_on": HAPPENED, "aware_on": date(2026, 10, 1)}, [("aware_on", ERROR)]),
        ("three years ago", {"incident_on": date(2023, 11, 1)}, [("incident_on", WARNING)]),
        ("the year mistyped", {"aware_on": date(26, 11, 1)}, [("aware_on", ERROR)]),
        (
            "partners told before it happened",
            {"incident_on": HAPPENED, "partners_informed_on": date(2026, 10, 30)},
            [("partners_informed_on", WARNING)],
        ),
        (
            "a review older than the incident",
            {"incident_on": HAPPENED, "review_began_on": date(2026, 10, 30)},
            [("review_began_on", WARNING)],
        ),
        (
            "harm with a cause of death",
            {"nature": "serious_harm", "likely_cause": "suicide"},
            [("likely_cause", WARNING)],
        ),
        ("a death with its cause", {"nature": "death", "likely_cause": "suicide"}, []),
        ("a care leaver who lives", {"nature": "serious_harm", "reason": "care_leaver_death"}, [("reason", ERROR)]),
        ("a nature that we do not have", {"nature": "accident"}, [("nature", ERROR)]),
        ("none and a coroner", {"other_processes": ["none", "coroner"]}, [("other_processes", ERROR)]),
        ("not safe and nothing done", {"children_safe_now": False}, [("immediate_action", WARNING)]),
        ("not safe, and action", {"children_safe_now": False, "immediate_action": "Police protection"}, []),
    ],
)
def test_an_incident(what: str, answers: Said, found: list[tuple[str, Level]]) -> None:
    assert brief(check_incident(FORM, answers, today=TODAY)) == found


@pytest.mark.parametrize(
    ("what", "answers", "found"),
    [
        ("a baby", {"date_of_birth": date(2026, 8, 1)}, []),
        ("born tomorrow", {"date_of_birth": TODAY + timedelta(1)}, [("date_of_birth", ERROR)]),
        ("unborn then, born since", {"date_of_birth": date(2026, 11, 20)}, [("date_of_birth", WARNING)]),
        ("seventeen", {"date_of_birth": date(2008, 11, 2)}, []),
        ("eighteen on the day", {"date_of_birth": date(2008, 11, 1)}, [("date_of_birth", WARNING)]),
        ("a care leaver of twenty-four", {"date_of_birth": date(2001, 11, 2), "care_leaver": True}, []),
        ("twenty-five", {"date_of_birth": date(2001, 11, 1), "care_leaver": True}, [("date_of_birth", ERROR)]),
        (
            "dead before birth",
            {"date_of_birth": date(2026, 8, 1), "date_of_death": date(2026, 7, 1)},
            [("date_of_death", ERROR)],
        ),
        ("dead before the incident", {"date_of_death": date(2026, 10, 1)}, [("date_of_death", WARNING)]),
        ("dead tomorrow", {"date_of_death": TODAY + timedelta(1)}, [("date_of_death", ERROR)]),
        ("expected soon", {"birth_status": "unborn", "expected_birth_on": date(2027, 2, 1)}, []),
        (
            "expected in two years",
            {"birth_status": "unborn", "expected_birth_on": date(2028, 11, 1)},
            [("expected_birth_on", ERROR)],
        ),
        (
            "expected last week",
            {"birth_status": "unborn", "expected_birth_on": date(2026, 11, 15)},
            [("expected_birth_on", WARNING)],
        ),
        ("an age that fits", {"date_of_birth": date(2020, 11, 2), "age_years": 5}, []),
        ("an age that does not", {"date_of_birth": date(2020, 11, 2), "age_years": 6}, [("age_years", WARNING)]),
        ("an age of ninety", {"age_years": 90}, [("age_years", ERROR)]),
        ("no disability and autism", {"disabilities": ["NONE", "AUT"]}, [("disabilities", ERROR)]),
    ],
)
def test_a_child(what: str, answers: Said, found: list[tuple[str, Level]]) -> None:
    assert brief(check_child(FORM, answers, {"incident_on": HAPPENED}, today=TODAY)) == found


def test_an_incident_of_long_ago_on_an_unknown_day_only_warns_about_age() -> None:
    child = {"date_of_birth": date(1995, 1, 1)}
    assert brief(check_child(FORM, child, {}, today=TODAY)) == [("date_of_birth", WARNING)]


def test_a_baby_harmed_before_birth_may_be_born_after_but_not_years_after() -> None:
    years_ago = {"incident_on": date(2020, 1, 1)}
    child = {"date_of_birth": date(2022, 1, 1)}
    assert brief(check_child(FORM, child, years_ago, today=TODAY)) == [("date_of_birth", ERROR)]


@pytest.mark.parametrize(
    ("what", "answers", "found"),
    [
        ("a parent", {"date_of_birth": date(1996, 5, 5), "relationship": "mother"}, []),
        ("a child among the adults", {"date_of_birth": date(2020, 5, 5)}, [("date_of_birth", WARNING)]),
        ("born in 1890", {"date_of_birth": date(1890, 5, 5)}, [("date_of_birth", ERROR)] * 2),
        ("not born yet", {"date_of_birth": date(2027, 5, 5)}, [("date_of_birth", ERROR)]),
    ],
)
def test_an_adult(what: str, answers: Said, found: list[tuple[str, Level]]) -> None:
    assert brief(check_adult(FORM, answers, today=TODAY)) == found


@pytest.mark.parametrize(
    ("what", "incident", "children", "found"),
    [
        ("one of two died", {"nature": "death"}, [{"outcome": "died"}, {"outcome": "not_harmed"}], []),
        ("a death, and nobody dead", {"nature": "death"}, [{"outcome": "seriously_harmed"}], ["nature"]),
        ("a death, and not said who", {"nature": "death"}, [{"outcome": "not_harmed"}, {}], []),
        ("harm that became a death", {"nature": "serious_harm"}, [{"outcome": "died"}], ["nature"]),
        ("the same child twice", {}, [{"full_name": "Aster Vale"}, {"full_name": " aster  VALE"}], ["full_name"]),
        ("two without a name", {}, [{}, {}], []),
        ("not looked after", {"reason": "looked_after_death"}, [{"looked_after_now": False}], ["reason"]),
        ("looked after not known", {"reason": "looked_after_death"}, [{}], []),
        ("no care leaver", {"reason": "care_leaver_death"}, [{"care_leaver": False}], ["reason"]),
    ],
)
def test_incident_and_children_together(what: str, incident: Said, children: list[Said], found: list[str]) -> None:
    assert brief(check_together(incident, children)) == [(question, WARNING) for question in found]


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2020, 11, 22), date(2026, 11, 21), 5),
        (date(2020, 11, 22), date(2026, 11, 22), 6),
        (date(2024, 2, 29), date(2025, 2, 28), 0),
        (date(2024, 2, 29), date(2025, 3, 1), 1),
        (date(2024, 2, 29), date(2028, 2, 29), 4),
    ],
)
def test_age_is_counted_in_completed_years(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


DAYS = st.dates(date(1850, 1, 1), date(2100, 12, 31))


@given(born=DAYS, happened=DAYS, died=DAYS)
def test_any_three_days_give_findings_and_never_a_failure(born: date, happened: date, died: date) -> None:
    child = {"date_of_birth": born, "date_of_death": died}
    errors = {f.question for f in check_child(FORM, child, {"incident_on": happened}, today=TODAY) if f.level is ERROR}
    assert ("date_of_death" in errors) == (died > TODAY or died < born or died.year < 1900)
