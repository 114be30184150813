"""A rapid review read like any other file: what was written is its text, what the template asks is not."""

import pytest

from second_question.documents.document import BlockKind
from second_question.exchange.review.as_document import document_of
from second_question.exchange.review.composing import EMPTY, composed
from second_question.exchange.review.words import NOT_ANSWERED
from second_question.rules.template.content import AnswerKey
from tests.full_reviews import full_reviews, told
from tests.sample_review import sample_review


@pytest.mark.parametrize("number", range(len(full_reviews())))
def test_every_answer_in_words_is_in_the_text(number: int) -> None:
    review = full_reviews()[number]
    text = document_of(composed(review), 12).document.text
    written = [record.answers[q.id] for record, q in told(review) if isinstance(record.answers.get(q.id), str)]
    missing = [answer for answer in written if q_is_words(answer) and str(answer) not in text]
    assert written
    assert not missing


def q_is_words(answer: object) -> bool:
    """An answer that is told as it was typed; codes and dates are told in words of their own."""
    return isinstance(answer, str) and " " in answer


def test_what_the_template_says_about_missing_answers_is_no_word_of_the_review() -> None:
    text = document_of(composed(sample_review()), 8).document.text
    assert NOT_ANSWERED not in text
    assert EMPTY not in text


def test_questions_are_headings_so_that_they_are_no_evidence() -> None:
    document = document_of(composed(sample_review()), 8).document
    asked = {document.said(block) for block in document.blocks if block.kind is BlockKind.HEADING}
    assert "Fathers and other men" in asked


@pytest.mark.parametrize("pages", [1, 7, 30])
def test_it_has_as_many_pages_as_it_would_have(pages: int) -> None:
    document = document_of(composed(sample_review()), pages).document
    assert len(document.pages) == pages
    assert document.pages[-1].end == len(document.text)


@pytest.mark.parametrize("number", range(len(full_reviews())))
def test_every_answer_in_words_is_found_at_its_place(number: int) -> None:
    review = full_reviews()[number]
    made = document_of(composed(review), 12)
    answers = {AnswerKey.of(record, q.id): record.answers.get(q.id) for record, q in told(review)}
    words = {key: answer for key, answer in answers.items() if key in made.places and q_is_words(answer)}
    assert len(words) > 20
    assert {key: made.document.said(made.places[key]) for key in words} == words
