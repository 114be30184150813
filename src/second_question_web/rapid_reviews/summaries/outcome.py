"""What an agency is told of what came of its contribution: a text to begin with, in general words that identify nobody."""

from collections.abc import Mapping, Sequence
from datetime import date

from second_question.rules.questions import Form
from second_question.rules.template.codes import WAYS_TO_SPREAD
from second_question_web.answering.held import values_of
from second_question_web.rapid_reviews.models import Decision, RapidReview, ReviewRecord
from second_question_web.rapid_reviews.records import form_of, own_records
from second_question_web.ui.filters import full_date, lower_first

DECIDED = {
    "no_review": "They decided that no local review follows.",
    "local_review": "They decided to commission a local child safeguarding practice review. You may be asked to take part.",
    "national_review_proposed": "They proposed that the national Panel consider a review of its own.",
    "other_action": "They decided on other action than a review.",
}
"""The decision in words for an agency, by the code of the outcome."""
_WAYS = {option.code: lower_first(option.label) for option in WAYS_TO_SPREAD if option.code != "other"}
LEARNED_BEFORE = (
    "Some of it had been learned before, so it will be checked whether that learning was put into practice."
)
ADD = "What was learned, in a sentence or two that name nobody: "


def proposed_words(review: RapidReview) -> str:
    """The text to begin with. It is made of choices alone: nothing that somebody wrote is in it, because that may name people.

    Three queries.
    """
    said = _answers(review)
    parts = [
        "Thank you for your summary. The safeguarding partners read it with those of the other agencies.",
        _decided(review, said),
        _spread(said),
        LEARNED_BEFORE if said.get("checks_earlier_learning") is True else "",
        ADD,
        _sent(review.submitted_on),
    ]
    return "\n\n".join(filter(None, parts))


def learning_of(review: RapidReview) -> str:
    """What the review says was learned, for whoever puts it into general words. Two queries."""
    return str(_answers(review).get("immediate_learning") or "")


def _answers(review: RapidReview) -> Mapping[str, object]:
    found: Sequence[ReviewRecord] = own_records(review, "review")
    form: Form = form_of(review)
    return values_of(found[0], form.questions_of("review")) if found else {}


def _decided(review: RapidReview, said: Mapping[str, object]) -> str:
    last = Decision.objects.filter(review=review).order_by("-number").values_list("outcome", flat=True).first()
    return DECIDED.get(str(last or said.get("outcome") or ""), "")


def _spread(said: Mapping[str, object]) -> str:
    chosen = said.get("how_spread")
    ways = [_WAYS[code] for code in chosen if code in _WAYS] if isinstance(chosen, (tuple, list)) else []
    if not ways:
        return ""
    listed = ways[0] if len(ways) == 1 else f"{', '.join(ways[:-1])} and {ways[-1]}"
    return f"What was learned will be spread by {listed}."


def _sent(on: date | None) -> str:
    confidential = "It stays confidential and is not published."
    return f"The review was sent to the national Panel on {full_date(on)}. {confidential}" if on else ""
