"""From a row of the Notifications CSV to answers of the form, and back."""

from datetime import date

import pytest

from second_question.exchange.notification_answers import (
    age_at_incident,
    child_record,
    child_row,
    exported_sex,
    incident_record,
    notification_row,
)
from second_question.exchange.notification_rows import ChildRow, NotificationRow
from second_question.rules.completeness import FilledRecord
from second_question.rules.questions import Unanswered

HAPPENED = date(2026, 3, 1)
CHILDREN = (
    ChildRow("S1-1", True, 0, "<1", "female", "WBRI"),
    ChildRow("S1-2", False, None, "11-15", "transgender", "REFU"),
    ChildRow("S1-3", False, 17, "16-17", "not_known", "NOBT"),
)
WHOLE = NotificationRow(
    "S1", HAPPENED, HAPPENED, date(2026, 3, 5), "E08000036", "death", "suicide", ("domestic_abuse",), CHILDREN
)
SPARSE = NotificationRow("S2", None, None, date(2026, 3, 5), "E08000036", "other", "", (), CHILDREN)


@pytest.mark.parametrize("row", [WHOLE, SPARSE], ids=["whole", "sparse"])
def test_a_notification_survives_the_way_into_answers_and_back(row: NotificationRow) -> None:
    children = [
        child_row(child.child_id, child_record(child), incident_on=None, age_group=child.age_group)
        for child in row.children
    ]
    assert notification_row(row.notification_id, row.notified_on, incident_record(row), children) == row


def test_what_a_row_does_not_say_is_not_known_and_no_feature_is_denied() -> None:
    incident = incident_record(SPARSE)
    assert incident.unanswered == {"incident_on": Unanswered.NOT_KNOWN, "likely_cause": Unanswered.NOT_KNOWN}
    assert "domestic_abuse" not in incident.answers


@pytest.mark.parametrize(
    ("what", "answers", "incident_on", "age"),
    [
        ("by the date of birth", {"date_of_birth": date(2020, 3, 2), "age_years": 9}, HAPPENED, 5),
        ("not yet born", {"date_of_birth": date(2026, 5, 1)}, HAPPENED, 0),
        ("the day of the incident unknown", {"date_of_birth": date(2020, 3, 2), "age_years": 9}, None, 9),
        ("nothing known", {}, HAPPENED, None),
    ],
)
def test_the_age_at_the_incident(what: str, answers: dict[str, object], incident_on: date, age: int | None) -> None:
    assert age_at_incident(FilledRecord("child", answers), incident_on) == age


@pytest.mark.parametrize(
    ("sex", "gender_identity", "exported"),
    [
        ("male", None, "male"),
        ("female", "same_as_sex", "female"),
        ("male", "transgender", "transgender"),
        (None, "another", "not_known"),
    ],
)
def test_the_one_value_that_published_figures_count(sex: str | None, gender_identity: str, exported: str) -> None:
    assert exported_sex(sex, gender_identity) == exported


def test_a_notification_without_a_child_cannot_be_a_row() -> None:
    with pytest.raises(ValueError, match="S1 has no child"):
        notification_row("S1", date(2026, 3, 5), incident_record(WHOLE), [])
