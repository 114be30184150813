"""Whether the answers of a review make sense."""

from datetime import date

import pytest

from second_question.rules.review_answers import check_record
from second_question.rules.template.parts import RAPID_REVIEW_2021

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("kind", "answers", "wrong"),
    [
        ("review", {"incident_on": date(2026, 11, 24)}, []),
        ("review", {"incident_on": date(2026, 11, 26)}, ["incident_on"]),
        ("review", {"decided_on": date(1066, 10, 14)}, ["decided_on"]),
        ("child", {"date_of_birth": date(2027, 3, 1)}, []),
        ("child", {"date_of_birth": date(2029, 3, 1)}, ["date_of_birth"]),
        ("child", {"date_of_birth": date(2026, 3, 2), "date_of_death": date(2026, 3, 1)}, ["date_of_death"]),
        ("immediate_action", {"by_when": date(2027, 1, 1)}, []),
        ("immediate_action", {"by_when": date(2026, 11, 1), "done_on": date(2026, 11, 3)}, ["done_on"]),
        ("moment", {"on": "last spring"}, []),
    ],
)
def test_what_is_found_wrong(kind: str, answers: dict[str, object], wrong: list[str]) -> None:
    found = check_record(RAPID_REVIEW_2021, kind, answers, today=TODAY)
    assert [one.question for one in found] == wrong
