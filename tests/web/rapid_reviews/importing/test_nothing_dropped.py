"""Whatever a file says and whatever is ticked: every word is in an answer, or waits to be placed (R7)."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.rapid_reviews.importing.passages import Passage
from tests.reviews import begun_review, record_of
from tests.web.rapid_reviews.importing.readings import imported, proposal, reading, waiting

QUESTIONS = [question.id for question in RAPID_REVIEW_2021.questions_of("review") if question.kind == "long_text"]
PASSAGES = st.lists(st.text("abc \n", min_size=1, max_size=9).filter(str.strip), max_size=4)


class TestNothingIsDropped(TestCase):
    @given(st.lists(st.sampled_from(QUESTIONS), unique=True, max_size=6), PASSAGES, st.sets(st.integers(0, 6)))
    @settings(max_examples=15, deadline=None)
    def test_every_word_is_in_an_answer_or_waits(self, names: list[str], passages: list[str], take: set[int]) -> None:
        review = begun_review()
        said = [proposal("review", name, f"Words on {name}.") for name in names]
        imported(review, reading(*said, passages=tuple(Passage("", text, 1) for text in passages)), take)
        kept = {*map(str, record_of(review).all_answers().values()), *(one.text for one in waiting(review))}
        assert {one.text for one in said} | {text.strip() for text in passages} <= kept
