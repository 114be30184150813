"""Whatever people do with a review, in whatever order: the laws of its life hold, and what they write reaches every place."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from second_question.rules.workflow import RapidReviewState
from tests.people import person
from tests.reviews import begun_review
from tests.summaries import school, trust
from tests.web.rapid_reviews.lives.agencies import Agencies
from tests.web.rapid_reviews.lives.deciding import Deciding
from tests.web.rapid_reviews.lives.writing import Writing

pytestmark = pytest.mark.django_db
BRIEFLY = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.reuse, Phase.generate),  # a failing life is short enough to read; making it shorter takes minutes
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
