"""Whether the answers of a review make sense."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.rules.questions import Kind
from second_question.rules.review_answers import MAY_LIE_AHEAD, check_record
from second_question.rules.template.parts import RAPID_REVIEW_2021, RECORD_KINDS

TODAY = date(2026, 11, 25)
DAYS = [
    (kind.id, question.id)
    for kind in RECORD_KINDS
    for question in RAPID_REVIEW_2021.questions_of(kind.id)
    if question.kind is Kind.DATE
]


@pytest.mark.parametrize(
    ("kind", "answers", "wrong"),
    [
        ("review", {"incident_on": date(2026, 11, 24)}, []),
        ("review", {"incident_on": date(2026, 11, 26)}, ["incident_on"]),
        ("review", {"decided_on": date(1066, 10, 14)}, ["decided_on"]),
        ("review", {"incident_on": date(2026, 11, 9), "decided_on": date(2026, 11, 9)}, []),
        ("review", {"incident_on": date(2026, 11, 9), "decided_on": date(2026, 11, 8)}, ["decided_on"]),
        ("review", {"other_processes": ("none",)}, []),
        ("review", {"other_processes": ("coroner", "none")}, ["other_processes"]),
        ("child", {"date_of_birth": date(2027, 3, 1)}, []),
        ("child", {"date_of_birth": date(2029, 3, 1)}, ["date_of_birth"]),
        ("child", {"date_of_birth": date(2026, 3, 2), "date_of_death": date(2026, 3, 1)}, ["date_of_death"]),
        ("child", {"disabilities": ("NONE", "HEAR")}, ["disabilities"]),
        ("family_member", {"date_of_birth": date(2027, 3, 1)}, ["date_of_birth"]),
        ("immediate_action", {"by_when": date(2027, 1, 1)}, []),
        ("immediate_action", {"done_on": date(2026, 11, 26)}, ["done_on"]),
        ("immediate_action", {"by_when": date(2026, 11, 1), "done_on": date(2026, 11, 3)}, []),
        ("moment", {"on": "last spring"}, []),
    ],
)
def test_what_is_found_wrong(kind: str, answers: dict[str, object], wrong: list[str]) -> None:
    found = check_record(RAPID_REVIEW_2021, kind, answers, today=TODAY)
    assert [one.question for one in found] == wrong


@pytest.mark.parametrize(("kind", "question"), DAYS)
def test_tomorrow_is_refused_wherever_it_cannot_be(kind: str, question: str) -> None:
    found = check_record(RAPID_REVIEW_2021, kind, {question: TODAY + timedelta(days=1)}, today=TODAY)
    assert bool(found) == ((kind, question) not in MAY_LIE_AHEAD)


@given(st.sampled_from(DAYS), st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
def test_a_day_within_living_memory_is_never_refused_by_itself(asked: tuple[str, str], day: date) -> None:
    kind, question = asked
    assert check_record(RAPID_REVIEW_2021, kind, {question: day}, today=TODAY) == []
