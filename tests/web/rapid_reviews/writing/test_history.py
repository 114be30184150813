"""Who wrote what and when: every text that stood as an answer."""

import pytest

from second_question_web.rapid_reviews.models import RapidReview
from tests.reviews import begun_review, record_of
from tests.web.rapid_reviews.writing.asking import client_of, of_review, shown_to, words_of
from tests.web.rapid_reviews.writing.saving import saved

pytestmark = pytest.mark.django_db


def history(review: RapidReview, section: str, question: str, place: int = 0) -> str:
    return of_review(review, "review_answer_history", section.replace("_", "-"), place, question)


def test_earlier_texts_stand_with_who_wrote_them_the_latest_first() -> None:
    review = begun_review()
    saved(review, "background", {"context_before": "A flat above a shop."}, by="Dana")
    saved(review, "background", {"context_before": "A damp flat above a shop."})
    page = shown_to("Chidi", history(review, "background", "context_before"))
    said = [" ".join(one.get_text(" ").split()) for one in page.select(".sq-compared h2")]
    assert said == [f"Written by {who}, 20 November 2026, 10:30am" for who in ("Bea Okafor", "Dana Whitlock")]


def test_what_was_left_out_and_added_is_marked() -> None:
    review = begun_review()
    saved(review, "background", {"context_before": "A flat above a shop."})
    saved(review, "background", {"context_before": "A damp flat above a shop."})
    latest = shown_to("Chidi", history(review, "background", "context_before")).select(".sq-compared")[0]
    assert [" ".join(one.text.split()) for one in latest.find_all("ins")] == ["added: damp"]
    assert latest.find("del") is None
    assert "A damp flat above a shop." in words_of(latest.find("details"))  # type: ignore[arg-type]  # a tag reads as a page


def test_the_text_that_came_from_the_notification_stands_last() -> None:
    review = begun_review()
    first = str(record_of(review).all_answers()["what_happened"])
    saved(review, "incident", {"what_happened": "Our own words."})
    page = shown_to("Chidi", history(review, "incident", "what_happened"))
    last = page.select(".sq-compared")[-1]
    assert "Before anybody changed it here" in last.text
    assert first in last.text


def test_an_answer_that_was_taken_away_says_so() -> None:
    review = begun_review()
    saved(review, "background", {"context_before": "A flat."})
    saved(review, "background", {})
    assert "The answer was taken away" in words_of(shown_to("Bea", history(review, "background", "context_before")))


def test_many_texts_stand_on_several_pages() -> None:
    review = begun_review()
    for number in range(12):
        saved(review, "background", {"context_before": f"Text {number}."})
    where = history(review, "background", "context_before")
    assert len(shown_to("Bea", where).select(".sq-compared")) == 10
    assert len(shown_to("Bea", f"{where}?page=2").select(".sq-compared")) == 2


@pytest.mark.parametrize(
    ("section", "question", "place"),
    [("background", "rationale", 0), ("nothing", "rationale", 0), ("moment", "why", 0), ("moment", "why", 3)],
)
def test_a_history_of_what_is_not_asked_is_not_found(section: str, question: str, place: int) -> None:
    assert client_of("Bea").get(history(begun_review(), section, question, place)).status_code == 404
