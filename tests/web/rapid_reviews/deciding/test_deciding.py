"""The partners' decision: what it needs, when it is a new one, and when it came after the Panel's advice (L1, R2, P2)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from second_question.rules.template.codes import CIRCUMSTANCES, CRITERIA
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.deciding import actions
from second_question_web.rapid_reviews.deciding.actions.common import NotComplete
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import Decision, RapidReview
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW, fresh
from tests.web.rapid_reviews.deciding.decisions import (
    A_REVIEW,
    answered,
    complete_review,
    decided,
    found,
    plain_review,
    sent,
)

pytestmark = pytest.mark.django_db
NEEDED = ("outcome", "decided_on", "rationale", *(f"criterion_{one.code}" for one in (*CRITERIA, *CIRCUMSTANCES)))


def reconsidered(review: RapidReview) -> RapidReview:
    """The Panel replied, and the partners think again."""
    stages.move(fresh(review), "record_reply")
    stages.move(fresh(review), "reconsider")
    return fresh(review)


def test_the_decision_is_what_the_answers_say() -> None:
    made = decided(complete_review())
    assert (made.number, made.outcome, made.decided_on) == (1, "no_review", date(2026, 11, 20))
    assert (made.made_by, made.after_advice) == ("Dana Whitlock", False)
    assert fresh(made.review).state == "decided"


def test_it_is_one_row_of_the_trail_without_a_word_of_the_case() -> None:
    decided(complete_review())
    row = Entry.objects.latest("number")
    assert (row.action, row.after["outcome"], row.reason) == ("rapid_review.decide", "no_review", "")


@pytest.mark.parametrize("question", ["outcome", "decided_on", "rationale", "criterion_recurrent_themes"])
def test_it_is_refused_while_something_is_not_answered(question: str) -> None:
    review = complete_review()
    answered(review, {question: None})
    with pytest.raises(NotComplete, match="missing") as refused:
        decided(review)
    assert question in {gap.question.id for gap in refused.value.gaps if gap.question}
    assert not Decision.objects.exists()


def test_everything_that_lacks_is_listed() -> None:
    with pytest.raises(NotComplete) as refused:
        decided(plain_review())
    missing = {gap.question.id for gap in refused.value.gaps if gap.question}
    assert set(NEEDED) <= missing


def test_a_day_that_has_not_come_is_refused() -> None:
    with pytest.raises(Refusal, match="2 December 2026"):
        decided(complete_review(decided_on=date(2026, 12, 2)))


def test_pressing_twice_decides_once() -> None:
    review = complete_review()
    made = decided(review)
    again = actions.decide(by=person("Dana"), review=review, why_changed="", version=review.version, now=NOW)
    assert again == made
    assert Entry.objects.filter(action="rapid_review.decide").count() == 1


@pytest.mark.parametrize("by", ["Dana", "Sam", "Bea"])
def test_partners_and_the_business_manager_decide(by: str) -> None:
    assert decided(complete_review(), by=by).number == 1


@pytest.mark.parametrize("by", ["Chidi", "Noor", "Leila", "Petra", "Max", "Rhea"])
def test_nobody_else_does(by: str) -> None:
    with pytest.raises(PermissionDenied):
        decided(complete_review(), by=by)


def test_another_outcome_is_another_decision_with_its_reason() -> None:
    review = complete_review()
    decided(review)
    answered(review, A_REVIEW)
    with pytest.raises(Refusal) as refused:
        decided(review)
    assert refused.value.field == "why_changed"
    second = decided(review, why="The hospital’s summary came.")
    assert (second.number, second.outcome, second.why_changed) == (2, "local_review", "The hospital’s summary came.")
    assert [one.outcome for one in fresh(review).decisions.all()] == ["no_review", "local_review"]


@pytest.mark.parametrize("change", [A_REVIEW, {"decided_on": date(2026, 11, 19)}], ids=["outcome", "day"])
def test_answers_that_differ_from_the_decision_are_noticed(change: dict[str, object]) -> None:
    review = complete_review()
    decided(review)
    assert not found(review).differs
    answered(review, change)
    assert found(review).differs


def test_other_words_for_the_same_decision_are_no_new_one() -> None:
    review = complete_review()
    first = decided(review)
    answered(review, {"rationale": "Put in other words."})
    assert decided(review) == first


def test_a_page_from_before_is_refused() -> None:
    review = complete_review()
    with pytest.raises(Refusal, match="Somebody else changed"):
        actions.decide(by=person("Dana"), review=review, why_changed="", version=review.version + 1, now=NOW)


def test_what_the_panel_has_cannot_be_decided_again() -> None:
    review = complete_review()
    decided(review)
    sent(review)
    answered(review, A_REVIEW)
    with pytest.raises(NotNow, match="With the Panel"):
        decided(review, why="Too late.")


def test_a_decision_after_the_panel_s_reply_says_so_and_the_first_does_not() -> None:
    review = complete_review()
    decided(review)
    sent(review)
    answered(reconsidered(review), A_REVIEW)
    assert decided(review, why="The Panel asked.").after_advice


def test_a_correction_before_the_panel_saw_it_is_not_after_advice() -> None:
    review = complete_review()
    decided(review)
    sent(review)
    answered(reconsidered(review), A_REVIEW)
    decided(review, why="The Panel asked.")
    answered(review, {"outcome": "other_action"})
    assert not decided(review, why="A slip.").after_advice
