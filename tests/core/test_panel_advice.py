"""A reply that agrees with another decision than was taken is pointed out."""

import pytest

from second_question.rules.panel_advice import AGREES, Advice, contradiction
from second_question.rules.template.codes import OUTCOMES

CONTRADICTIONS = {
    ("agrees_no_review", "local_review"): "decided that a review is to follow",
    ("agrees_no_review", "national_review_proposed"): "decided that a review is to follow",
    ("agrees_review", "no_review"): "decided that none is to follow",
    ("agrees_review", "other_action"): "decided that none is to follow",
    ("agrees_review", "national_review_proposed"): "consider a national one",
}
EVERY = [(advice, option.code) for advice in Advice for option in OUTCOMES]


@pytest.mark.parametrize(("advice", "outcome"), EVERY)
def test_only_what_contradicts_is_pointed_out(advice: str, outcome: str) -> None:
    said = contradiction(advice, outcome)
    expected = CONTRADICTIONS.get((advice, outcome), "")
    assert expected in said
    assert bool(said) == bool(expected)


def test_only_agreement_can_contradict() -> None:
    assert {advice for advice, _ in CONTRADICTIONS} == set(AGREES)
