"""A passage is placed by hand: into an answer, as a record, or left out with a reason; and it can be put back."""

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.importing.actions import (
    leave_passage_out,
    make_record_of_passage,
    put_passage_back,
    put_passage_into,
)
from second_question_web.rapid_reviews.models import AnswerChange, RapidReview, ReviewRecord, UnplacedPassage
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.writing.keeping import keep, wanted_from
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW, begun_review, record_of
from tests.web.rapid_reviews.importing.readings import a_passage, imported, proposal, reading, waiting

pytestmark = pytest.mark.django_db


def into(passage: UnplacedPassage, question: str, kind: str = "review", by: str = "Bea") -> UnplacedPassage:
    return put_passage_into(passage=passage, by=person(by), kind=kind, place=1, question=question, now=NOW)


def said(review: RapidReview, question: str, kind: str = "review") -> object:
    return record_of(review, kind).all_answers().get(question)


def written(review: RapidReview, question: str, words: object) -> None:
    """What somebody writes on the question's own page."""
    wanted = wanted_from(form_of(review), "review", {question: words})
    keep(record_of(review), wanted, by=person("Bea"), now=NOW)


def test_it_becomes_a_further_paragraph_of_the_answer() -> None:
    review = begun_review()
    before = said(review, "what_happened")
    placed = into(a_passage(review, "The door was open."), "what_happened")
    assert said(review, "what_happened") == f"{before}\n\nThe door was open."
    assert (placed.placed_in, placed.placed_by) == ("review/1/what_happened", "Bea Okafor")
    assert AnswerChange.objects.get().question == "what_happened"


def test_it_answers_a_question_without_an_answer() -> None:
    review = begun_review()
    into(a_passage(review, "They had moved."), "family_history")
    assert said(review, "family_history") == "They had moved."


def test_in_one_line_it_follows_after_a_semicolon() -> None:
    review = begun_review()
    into(a_passage(review, "Rowan\nthe Brave"), "known_as", "child")
    into(a_passage(review, "Ro"), "known_as", "child")
    assert said(review, "known_as", "child") == "Rowan the Brave; Ro"


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("Yes", "national_relevance", True),
        ("11 March 2026", "decided_on", "2026-03-11"),
    ],
)
def test_a_question_with_options_is_answered_by_what_the_passage_says(text: str, question: str, answer: object) -> None:
    review = begun_review()
    into(a_passage(review, text), question)
    assert said(review, question) == answer


@pytest.mark.parametrize(
    ("text", "question", "refusal"),
    [
        ("Nobody can say.", "decided_on", "is no answer to"),
        ("Serious harm", "nature", "has an answer already"),
        ("x" * 600, "local_label", "longer than 500 characters"),
        ("It may be rare.", "national_relevance_words", "is not asked"),
        ("Words", "no_such_question", "Choose a question from the list"),
    ],
)
def test_what_cannot_go_there_is_refused_with_a_way_on(text: str, question: str, refusal: str) -> None:
    passage = a_passage(begun_review(), text)
    with pytest.raises(Refusal, match=refusal) as refused:
        into(passage, question)
    assert refused.value.field == "target"
    assert UnplacedPassage.objects.get(pk=passage.pk).placed_at is None


def test_an_answer_does_not_grow_past_its_limit() -> None:
    review = begun_review()
    written(review, "family_history", "y" * 49_990)
    with pytest.raises(Refusal, match="50,000"):
        into(a_passage(review, "One more paragraph."), "family_history")


@pytest.mark.parametrize(
    ("kind", "text", "answers"),
    [
        (
            "participant",
            "Dana Whitlock | Director | Wessenmere Council",
            {"name": "Dana Whitlock", "job_title": "Director", "organisation": "Wessenmere Council"},
        ),
        (
            "participant",
            "Sam Pritchard, Detective, Wessenmere Police, Quay",
            {"name": "Sam Pritchard", "job_title": "Detective", "organisation": "Wessenmere Police, Quay"},
        ),
        ("child", "Lark Thistlewood", {"full_name": "Lark Thistlewood"}),
        ("family_member", "Ash Thistlewood; uncle", {"full_name": "Ash Thistlewood", "relationship_details": "uncle"}),
        ("immediate_action", "Visit at once", {"what": "Visit at once"}),
        ("moment", "Nobody called back.", {"title": "Other matters", "what_happened": "Nobody called back."}),
    ],
)
def test_a_record_is_made_of_it(kind: str, text: str, answers: dict[str, str]) -> None:
    passage = a_passage(begun_review(), text)
    placed = make_record_of_passage(passage=passage, by=person("Bea"), kind=kind, now=NOW)
    made = ReviewRecord.objects.filter(kind=kind, request=None).order_by("place").last()
    assert made
    assert made.all_answers() == answers
    assert placed.placed_in == f"{kind}/{made.place}"


@pytest.mark.parametrize(("kind", "text"), [("review", "x"), ("agency_summary", "x"), ("child", "x" * 600)])
def test_nothing_else_is_made_of_it(kind: str, text: str) -> None:
    passage = a_passage(begun_review(), text)
    with pytest.raises(Refusal):
        make_record_of_passage(passage=passage, by=person("Bea"), kind=kind, now=NOW)


def test_it_can_be_left_out_with_a_reason_that_the_trail_does_not_hold() -> None:
    passage = a_passage(begun_review(), "Guidance that was pasted in.")
    left = leave_passage_out(passage=passage, by=person("Bea"), reason=" Guidance. ", now=NOW)
    assert (left.placed_in, left.left_out_reason, left.placed_by) == ("", "Guidance.", "Bea Okafor")
    assert "Guidance" not in str(Entry.objects.get(action="rapid_review.leave_out_passage").after)


@pytest.mark.parametrize("reason", ["", "  \n", "x" * 2_001])
def test_leaving_it_out_takes_a_reason(reason: str) -> None:
    passage = a_passage(begun_review(), "Guidance.")
    with pytest.raises(Refusal, match="ay why"):
        leave_passage_out(passage=passage, by=person("Bea"), reason=reason, now=NOW)


def test_put_back_it_waits_again_and_its_words_leave_the_answer() -> None:
    review = begun_review()
    before = said(review, "what_happened")
    passage = into(a_passage(review, "The door was open."), "what_happened")
    assert put_passage_back(passage=passage, by=person("Bea"), now=NOW)
    assert said(review, "what_happened") == before
    assert [one.text for one in waiting(review)] == ["The door was open."]


def test_put_back_from_between_other_paragraphs() -> None:
    review = begun_review()
    passage = into(a_passage(review, "Second."), "family_history")
    written(review, "family_history", "First.\n\nSecond.\n\nThird.")
    assert put_passage_back(passage=passage, by=person("Bea"), now=NOW)
    assert said(review, "family_history") == "First.\n\nThird."


def test_words_that_somebody_changed_since_stay() -> None:
    review = begun_review()
    passage = into(a_passage(review, "The door was open."), "family_history")
    written(review, "family_history", "The door was ajar.")
    assert not put_passage_back(passage=passage, by=person("Bea"), now=NOW)
    assert said(review, "family_history") == "The door was ajar."
    assert len(waiting(review)) == 1


def test_a_record_made_of_it_goes_unless_somebody_wrote_in_it() -> None:
    review = begun_review()
    first, second = a_passage(review, "Dana Whitlock"), a_passage(review, "Sam Pritchard")
    for passage in (first, second):
        make_record_of_passage(passage=passage, by=person("Bea"), kind="participant", now=NOW)
    wanted = wanted_from(form_of(review), "participant", {"job_title": "Director"})
    keep(record_of(review, "participant", 2), wanted, by=person("Bea"), now=NOW)
    gone = [put_passage_back(passage=passage, by=person("Bea"), now=NOW) for passage in (first, second)]
    assert gone == [True, False]
    assert [one.place for one in ReviewRecord.objects.filter(kind="participant", removed_at=None)] == [2]


def test_a_passage_is_placed_once() -> None:
    passage = a_passage(begun_review(), "Words.")
    into(passage, "family_history")
    with pytest.raises(NotNow, match="since you opened the page"):
        leave_passage_out(passage=passage, by=person("Bea"), reason="No.", now=NOW)


def test_what_waits_cannot_be_put_back() -> None:
    with pytest.raises(NotNow):
        put_passage_back(passage=a_passage(begun_review(), "Words."), by=person("Bea"), now=NOW)


def test_nothing_is_placed_in_a_review_that_was_sent() -> None:
    passage = a_passage(begun_review(), "Words.")
    RapidReview.objects.update(state="submitted")
    with pytest.raises(NotNow, match="With the Panel"):
        into(passage, "family_history")


@pytest.mark.parametrize("name", ["Chidi", "Noor", "Petra", "Rhea"])
def test_only_who_writes_the_review_places(name: str) -> None:
    passage = a_passage(begun_review(), "Words.")
    with pytest.raises(PermissionDenied):
        into(passage, "family_history", by=name)


def test_a_passage_that_is_proposed_for_an_answered_choice_says_where_it_belongs() -> None:
    review = begun_review()
    imported(review, reading(proposal("review", "nature", "death")))
    assert [one.proposed_in for one in waiting(review)] == ["review/1/nature"]
