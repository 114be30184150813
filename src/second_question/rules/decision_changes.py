"""When a decision changed after the Panel's advice: from no to yes, or from yes to no (P2).

A "yes" is a decision after which another review follows; everything else is a "no", whatever action it takes instead.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from second_question.rules.template.codes import REVIEW_FOLLOWS


class Direction(StrEnum):
    """Which way a decision changed."""

    NO_TO_YES = "no_to_yes"
    YES_TO_NO = "yes_to_no"


DIRECTION_LABELS = {
    Direction.NO_TO_YES: "From no to yes: a review follows after all",
    Direction.YES_TO_NO: "From yes to no: no review follows after all",
}


@dataclass(frozen=True)
class DecisionTaken:
    """A decision as the count needs it. `after_advice`: the Panel had answered the decision before."""

    outcome: str
    decided_on: date
    after_advice: bool = False


@dataclass(frozen=True)
class DecisionChange:
    """What stood when the Panel gave its advice, and what stands instead."""

    before: DecisionTaken
    after: DecisionTaken

    @property
    def direction(self) -> Direction:
        """Which way it went."""
        return Direction.NO_TO_YES if review_follows(self.after.outcome) else Direction.YES_TO_NO


def review_follows(outcome: str) -> bool:
    """Whether that outcome is a yes."""
    return outcome in REVIEW_FOLLOWS


def changes_after_advice(decisions: Iterable[DecisionTaken]) -> list[DecisionChange]:
    """The changes in a review's decisions, given in the order in which they were taken.

    Advice closes a round. What stood at the end of one round is compared with what stands at the end of the next, so that
    a decision corrected before the Panel saw it counts as nothing.
    """
    standing = [of_round[-1] for of_round in _rounds(decisions)]
    return [
        DecisionChange(before, after)
        for before, after in pairwise(standing)
        if review_follows(before.outcome) != review_follows(after.outcome)
    ]


def _rounds(decisions: Iterable[DecisionTaken]) -> Sequence[list[DecisionTaken]]:
    rounds: list[list[DecisionTaken]] = []
    for decision in decisions:
        if decision.after_advice or not rounds:
            rounds.append([])
        rounds[-1].append(decision)
    return rounds
