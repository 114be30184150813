"""What a person types becomes a value, or words that say what to put right."""

from datetime import date, time

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from second_question.rules.notification import NOTIFICATION_FORM
from second_question.rules.questions import Form, Kind, Option, Question, Section, ShownWhen, Unanswered
from second_question_web.ui.given import Given
from second_question_web.ui.questions import form as pages
from second_question_web.ui.questions.reading import read
from second_question_web.ui.questions.showing import answer, as_given, in_words, only_if

BORN = Question("born", "Date of birth", Kind.DATE, may_be_unanswered=True)
AT = Question("at", "What time was it?", Kind.TIME)
COLOURS = (Option("r", "Red"), Option("b", "Blue"))


def day(*parts: str) -> Given:
    return Given(parts=(parts[0], parts[1], parts[2]))


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        (day("27", "3", "2026"), date(2026, 3, 27)),
        (day("27", "March", "2026"), date(2026, 3, 27)),
        (day("01", "09", "2015"), date(2015, 9, 1)),
        (day("29", "feb", "2024"), date(2024, 2, 29)),
    ],
)
def test_dates_as_people_type_them(typed: Given, value: date) -> None:
    assert read(BORN, typed).value == value


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        (day("", "3", "2026"), "Date of birth: The date must include a day"),
        (day("27", "", ""), "Date of birth: The date must include a month and a year"),
        (day("31", "2", "2026"), "Date of birth: There is no such day: 31 2 2026. Check the day and the month"),
        (day("1", "13", "2026"), "Date of birth: The month must be a number from 1 to 12, or its name"),
        (day("1", "1", "26"), "Date of birth: The year must have 4 numbers, such as 2026"),
        (day("one", "1", "2026"), "Date of birth: The day must be a number"),
        (day("٣", "1", "2026"), "Date of birth: The day must be a number"),
        (day("1", "1", "0000"), "Date of birth: There is no such day: 1 1 0000. Check the day and the month"),
    ],
)
def test_an_error_names_the_part_of_the_date(typed: Given, error: str) -> None:
    assert read(BORN, typed).error == error


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("14:30", time(14, 30)),
        ("1430", time(14, 30)),
        ("2.30 PM", time(14, 30)),
        ("2pm", time(14)),
        ("12am", time(0)),
        ("12:15pm", time(12, 15)),
        ("midnight", time(0)),
        ("Noon", time(12)),
    ],
)
def test_times_as_people_type_them(typed: str, value: time) -> None:
    assert read(AT, Given(text=typed)).value == value


@pytest.mark.parametrize("typed", ["25:00", "14", "13pm", "0am", "14:60", "early"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    assert read(AT, Given(text=typed)).error.startswith("What time was it? ")


@pytest.mark.parametrize(
    ("kind", "typed", "error"),
    [
        (Kind.NUMBER, Given(text="-1"), "Enter a whole number"),
        (Kind.NUMBER, Given(text="1.5"), "Enter a whole number"),
        (Kind.NUMBER, Given(text="9" * 5000), "Enter a number of at most"),
        (Kind.TEXT, Given(text="x" * 501), "Shorten this to 500 characters. It has 501"),
        (Kind.LONG_TEXT, Given(text="x" * 50_001), "Shorten this to 50,000 characters"),
        (Kind.CHOICE, Given(text="green"), "Choose one of the answers"),
        (Kind.CHOICES, Given(values=("r", "green")), "Choose answers from the list"),
        (Kind.AREA, Given(text="X99"), "Choose one of the answers"),
        (Kind.YES_NO, Given(text="maybe"), "Answer yes or no"),
        (Kind.TEXT, Given(unanswered=Unanswered.REFUSED), "needs an answer"),
    ],
)
def test_what_cannot_be_an_answer_is_refused(kind: Kind, typed: Given, error: str) -> None:
    assert error in read(Question("q", "Question", kind, options=COLOURS), typed).error


def test_an_answer_and_a_reason_for_none_contradict_each_other() -> None:
    typed = Given(parts=("1", "1", "2020"), unanswered=Unanswered.NOT_KNOWN)
    assert "but not both" in read(BORN, typed).error
    assert read(BORN, Given(unanswered=Unanswered.NOT_ASKED)).unanswered is Unanswered.NOT_ASKED


def test_characters_that_nobody_types_are_left_out() -> None:
    assert read(Question("q", "Q", Kind.LONG_TEXT), Given(text="a\x00b\r\nc\x1b[0m\u202ed")).value == "ab\nc[0md"


VALUES = {
    Kind.DATE: st.dates(date(1000, 1, 1)),
    Kind.TIME: st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
    Kind.NUMBER: st.integers(0, 999_999),
    Kind.YES_NO: st.booleans(),
    Kind.CHOICE: st.sampled_from(["r", "b"]),
    Kind.CHOICES: st.sampled_from([("r",), ("b",), ("r", "b")]),
}


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_value_put_into_a_form_is_read_back(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(list(VALUES)))
    value = data.draw(VALUES[kind])
    question = Question("q", "Q", kind, options=COLOURS)
    assert read(question, as_given(value)).value == value


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.sampled_from(list(Kind)))
def test_nothing_that_can_be_typed_breaks_the_reading(text: str, kind: Kind) -> None:
    question = Question("q", "Q", kind, options=COLOURS)
    typed = Given(text=text, values=(text,), parts=(text, text, text))
    found = read(question, typed)
    assert (found.value is None) or not found.error


CHAINED = Form(
    "f",
    "F",
    (
        Section(
            "s",
            "S",
            "r",
            (
                Question("a", "Is it so?", Kind.YES_NO, may_be_unanswered=True),
                Question("b", "Since when?", Kind.DATE, shown_when=ShownWhen("a", ("yes",))),
                Question("c", "Why not known?", Kind.TEXT, shown_when=ShownWhen("a", ("not_known",))),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("query", "errors"),
    [("a=no&b-day=99", set()), ("a=yes&b-day=99", {"b"}), ("a=unanswered:not_known&b-day=99&c=x", set())],
)
def test_what_is_wrong_in_a_question_that_does_not_apply_is_no_error(query: str, errors: set[str]) -> None:
    found = pages.sent(CHAINED, CHAINED.sections[0], QueryDict(query), {}, {}, {})
    assert set(found.errors) == errors
    assert found.given["b"].parts[0] == "99"


def test_without_scripts_a_page_says_when_a_question_is_to_be_answered() -> None:
    questions = CHAINED.sections[0].questions
    said = [only_if(question, questions) for question in questions]
    assert said == [
        "",
        "Only if your answer to “Is it so?” is “Yes”.",
        "Only if your answer to “Is it so?” is “Not known”.",
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [(True, "Yes"), (date(2026, 3, 3), "3 March 2026"), (("r", "b"), "Red\nBlue"), ("old_code", "old_code"), (0, "0")],
)
def test_values_in_words(value: object, words: str) -> None:
    assert in_words(Question("q", "Q", Kind.CHOICES, options=COLOURS), value) == words


def test_a_reason_for_no_answer_in_words() -> None:
    assert answer(BORN, None, Unanswered.REFUSED).unanswered == "Refused to say"


def test_every_kind_of_question_can_be_read() -> None:
    kinds = {question.kind for section in NOTIFICATION_FORM.sections for question in section.questions}
    assert all(read(Question("q", "Q", kind), Given()).error == "" for kind in kinds)
