"""Answers in words: what every document says of a value, of a reason for none, and of nothing at all."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_question.exchange.review.words import Said, Tone, clock_time, full_date, in_words, plain, said
from second_question.rules.questions import Kind, Option, Question, Unanswered
from second_question.rules.template.content import ContentRecord

OPTIONS = (Option("a", "First"), Option("b", "Second"))
WAYS = Question("ways", "Which ways?", Kind.CHOICES, options=OPTIONS, required=True, may_be_unanswered=True)
EXTRA = Question("extra", "Anything else?", Kind.TEXT)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("As it was", "As it was"),
        (True, "Yes"),
        (False, "No"),
        (0, "0"),
        (date(2026, 3, 3), "3 March 2026"),
        (time(14, 5), "2:05pm"),
        ("b", "Second"),
        (("b", "a"), "Second\nFirst"),
        ("from elsewhere", "from elsewhere"),
        (None, ""),
    ],
)
def test_a_value_in_words(value: object, words: str) -> None:
    assert in_words(WAYS, value) == words


@pytest.mark.parametrize(
    ("reason", "because", "words"),
    [
        (Unanswered.NOT_KNOWN, "the mother was asked", "Not known: the mother was asked"),
        (Unanswered.REFUSED, "  ", "Refused to say"),
        (Unanswered.NOT_ASKED, "", "Not asked"),
    ],
)
def test_a_reason_in_words(reason: Unanswered, because: str, words: str) -> None:
    assert in_words(WAYS, None, reason, because) == words


@pytest.mark.parametrize(
    ("question", "record", "expected"),
    [
        (WAYS, ContentRecord("review", 1, {"ways": ("a",)}), Said("First")),
        (WAYS, ContentRecord("review", 1, {}), Said("Not answered", Tone.MISSING)),
        (WAYS, ContentRecord("review", 1, {"ways": ()}), Said("Not answered", Tone.MISSING)),
        (
            WAYS,
            ContentRecord("review", 1, {"ways_because": "of snow"}, {"ways": Unanswered.NOT_ASKED}),
            Said("Not asked: of snow", Tone.REASON),
        ),
        (EXTRA, ContentRecord("review", 1, {"extra": " "}), None),
        (EXTRA, ContentRecord("review", 1, {}, {"extra": Unanswered.NOT_ASKED}), None),
    ],
)
def test_what_a_record_says(question: Question, record: ContentRecord, expected: Said | None) -> None:
    assert said(question, record) == expected


def test_a_moment_falls_on_the_day_that_it_is_in_england() -> None:
    assert full_date(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == "1 July 2026"


@pytest.mark.parametrize(("at", "words"), [(time(0), "midnight"), (time(12), "midday"), (time(9), "9am")])
def test_a_time_in_words(at: time, words: str) -> None:
    assert clock_time(at) == words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x1bc\ufffe", "abc"),
        ("a\r\nb\x0bc\u2028d", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("\ud800x", "x"),
        ("שלום 👶", "שלום 👶"),
    ],
)
def test_what_a_document_cannot_hold_is_left_out(typed: str, kept: str) -> None:
    assert plain(typed) == kept


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
