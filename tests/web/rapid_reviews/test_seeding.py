"""A review begins with what the notification says."""

import pytest

from tests.reviews import begun_review, record_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("kind", "question", "said"),
    [
        ("review", "what_happened", "A baby was brought to hospital with a broken arm."),
        ("review", "nature", "serious_harm"),
        ("child", "full_name", "Rowan Thistlewood"),
        ("child", "ethnicity", "MWBC"),
    ],
)
def test_what_the_notification_says_is_there(kind: str, question: str, said: str) -> None:
    assert record_of(begun_review(), kind).all_answers()[question] == said


def test_what_identifies_somebody_is_sealed_there_too() -> None:
    child = record_of(begun_review(), "child")
    assert "full_name" in child.sealed_answers
    assert "full_name" not in child.answers
