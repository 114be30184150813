"""What the Panel can say of a decision (P1; handbook 2, section 3.6). Codes are stored and exported; they never change."""

from enum import StrEnum

from second_question.rules.decision_changes import review_follows


class Advice(StrEnum):
    """The five kinds of reply."""

    AGREES_NO_REVIEW = "agrees_no_review"
    AGREES_REVIEW = "agrees_review"
    RECONSIDER = "reconsider"
    ASKS_FOR_MORE = "asks_for_more"
    NATIONAL = "national"


AGREES = (Advice.AGREES_NO_REVIEW, Advice.AGREES_REVIEW)
"""Advice that leaves the decision as it is: nobody need answer it."""


def contradiction(advice: str, outcome: str) -> str:
    """Where a reply agrees with another decision than the partners took: a sentence that says so; empty where it fits."""
    if advice == Advice.AGREES_NO_REVIEW and review_follows(outcome):
        return "This reply agrees that there is no need for a local review, but the partners decided that a review is to follow."
    if advice == Advice.AGREES_REVIEW and not review_follows(outcome):
        return "This reply agrees with a local review, but the partners decided that none is to follow."
    if advice == Advice.AGREES_REVIEW and outcome == "national_review_proposed":
        return "This reply agrees with a local review, but the partners propose that the Panel consider a national one."
    return ""
