"""Counting decisions that changed after advice (P2)."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.rules.decision_changes import (
    DIRECTION_LABELS,
    DecisionTaken,
    Direction,
    changes_after_advice,
    review_follows,
)
from second_question.rules.template.codes import OUTCOMES

NO, YES, NATIONAL, OTHER = "no_review", "local_review", "national_review_proposed", "other_action"
FIRST = date(2026, 1, 5)


def taken(*told: str) -> list[DecisionTaken]:
    """Decisions a week apart; a star stands before one that the Panel's advice came before."""
    return [
        DecisionTaken(outcome.lstrip("*"), FIRST + timedelta(weeks=week), outcome.startswith("*"))
        for week, outcome in enumerate(told)
    ]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ([], []),
        ([NO], []),
        ([NO, f"*{YES}"], ["no_to_yes"]),
        ([YES, f"*{NO}"], ["yes_to_no"]),
        ([NO, f"*{NATIONAL}"], ["no_to_yes"]),
        ([OTHER, f"*{YES}"], ["no_to_yes"]),
        ([NATIONAL, f"*{OTHER}"], ["yes_to_no"]),
        # Another word for the same answer is no change.
        ([NO, f"*{OTHER}"], []),
        ([YES, f"*{NATIONAL}"], []),
        ([NO, f"*{NO}"], []),
        # The partners changed their minds by themselves.
        ([NO, YES], []),
        # What was corrected before the Panel saw it, before or after its advice, never stood.
        ([YES, NO, f"*{YES}"], ["no_to_yes"]),
        ([NO, f"*{YES}", NO], []),
        ([NO, f"*{NO}", YES], ["no_to_yes"]),
        # Two rounds of advice.
        ([NO, f"*{YES}", f"*{NO}"], ["no_to_yes", "yes_to_no"]),
        ([NO, f"*{NO}", f"*{YES}"], ["no_to_yes"]),
    ],
)
def test_what_counts_as_a_change(told: list[str], found: list[str]) -> None:
    assert [change.direction for change in changes_after_advice(taken(*told))] == found


def test_a_change_names_what_stood_and_what_stands_now() -> None:
    (change,) = changes_after_advice(taken(YES, NO, f"*{YES}", NATIONAL))
    assert (change.before.outcome, change.before.decided_on) == (NO, date(2026, 1, 12))
    assert (change.after.outcome, change.after.decided_on) == (NATIONAL, date(2026, 1, 26))


def test_every_outcome_is_a_yes_or_a_no_and_every_direction_has_words() -> None:
    assert {option.code: review_follows(option.code) for option in OUTCOMES} == {
        NO: False,
        YES: True,
        NATIONAL: True,
        OTHER: False,
    }
    assert set(DIRECTION_LABELS) == set(Direction)


DECISIONS = st.lists(
    st.builds(DecisionTaken, st.sampled_from([NO, YES, NATIONAL, OTHER]), st.just(FIRST), st.booleans()), max_size=8
)


@given(DECISIONS)
def test_changes_alternate_and_there_are_no_more_than_rounds_of_advice(decisions: list[DecisionTaken]) -> None:
    found = [change.direction for change in changes_after_advice(decisions)]
    assert all(one is not other for one, other in pairwise(found))
    assert len(found) <= sum(decision.after_advice for decision in decisions[1:])


@given(DECISIONS)
def test_without_advice_nothing_counts(decisions: list[DecisionTaken]) -> None:
    alone = [DecisionTaken(decision.outcome, decision.decided_on) for decision in decisions]
    assert changes_after_advice(alone) == []
