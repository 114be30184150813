"""Whatever people do with a review, in whatever order: the laws of its life hold, and what they write reaches every place."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test

from second_question.exchange.review import check, from_json, to_json
from second_question.rules.workflow import RapidReviewState
from second_question_web.rapid_reviews.content import content_of
from tests.people import person
from tests.reviews import begun_review, fresh
from tests.summaries import school, trust
from tests.web.rapid_reviews.deciding.decisions import gaps_of
from tests.web.rapid_reviews.lives.agencies import Agencies
from tests.web.rapid_reviews.lives.base import undone
from tests.web.rapid_reviews.lives.deciding import Deciding
from tests.web.rapid_reviews.lives.whole import (
    add_questions,
    brought_back,
    differing_on_pages,
    expected,
    said_in,
    written_out,
)
from tests.web.rapid_reviews.lives.writing import Writing

pytestmark = pytest.mark.django_db
BRIEFLY = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.reuse, Phase.generate),  # a failing life is short enough to read; making it shorter takes minutes
)
FEW = settings(
    max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.reuse, Phase.generate)
)
V = RapidReviewState


class WholeLife(Writing, Agencies, Deciding):
    """Every step that there is, in any order. The laws (`lives.laws`) are asserted after each."""


@pytest.fixture
def beginning() -> None:
    """The people, the agencies, and the review just begun."""
    for name in ("Bea", "Dana", "Sam", "Chidi", "Noor", "Petra"):
        person(name)
    school()
    trust()
    begun_review()


@pytest.mark.usefixtures("beginning")
def test_the_laws_hold_in_every_life_of_a_review() -> None:
    run_state_machine_as_test(WholeLife, settings=BRIEFLY)


@pytest.mark.usefixtures("beginning")
def test_an_ordinary_life_reaches_the_panel_and_comes_back() -> None:
    life, reached = WholeLife(), []
    for _ in range(6):
        life.go_on(outcome="no_review", reconsiders=True)
        reached.append(life.review.state)
    assert reached == [V.DECIDED, V.SUBMITTED, V.PANEL_REPLIED, V.DRAFTING, V.DECIDED, V.SUBMITTED]
    assert life.laws.refused == []
    life.teardown()


@FEW
@given(st.data())
def test_every_answer_reaches_pages_completeness_json_and_word_and_comes_back(data: st.DataObject) -> None:
    with undone():
        add_questions()
        whole = written_out(data.draw)
        assert gaps_of(whole.review) == []
        assert differing_on_pages(whole) == []
        content = content_of(fresh(whole.review))
        assert said_in(content) == expected(whole)
        assert check(to_json(content)) == []
        assert said_in(from_json(to_json(content))) == expected(whole)
        assert to_json(from_json(to_json(content))) == to_json(content)
        assert said_in(brought_back(content)) == expected(whole)
