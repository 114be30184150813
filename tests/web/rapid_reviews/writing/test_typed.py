"""Nothing that was typed is lost: kept while typing, shown when somebody else was there first, or when it is too late."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from second_question_web.incidents.models import DraftText
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.writing import actions
from tests.people import person
from tests.reviews import NOW, begun_review, record_of
from tests.web.rapid_reviews.writing.asking import address, client_of, of_review, shown_to, words_of
from tests.web.rapid_reviews.writing.saving import added, saved

pytestmark = pytest.mark.django_db
TYPED = "Half a sentence about the flat"


def stands_in(who: str, where: str, field: str) -> str:
    """What stands in a field of the page."""
    found = shown_to(who, where).find(id=field)
    return found.text.strip() if found else ""


def test_what_is_typed_is_kept_and_stands_there_again() -> None:
    review = begun_review()
    kept = client_of("Bea").post(address(review, "background", name="review_keep"), {"context_before": TYPED})
    assert kept.status_code == 204
    assert stands_in("Bea", address(review, "background"), "context_before") == TYPED
    assert stands_in("Dana", address(review, "background"), "context_before") == ""


def test_it_can_be_thrown_away() -> None:
    review = begun_review()
    bea, where = client_of("Bea"), address(review, "background")
    bea.post(address(review, "background", name="review_keep"), {"context_before": TYPED})
    dropped = bea.post(address(review, "background", name="review_drop"), {"back": where})
    assert dropped["Location"] == where
    assert stands_in("Bea", where, "context_before") == ""


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example/", "/notifications/SIN-2020-0001/"]
)
def test_throwing_away_leads_nowhere_else(back: str) -> None:
    review = begun_review()
    dropped = client_of("Bea").post(address(review, "background", name="review_drop"), {"back": back})
    assert dropped["Location"] == of_review(review, "rapid_review")


def test_saving_forgets_it() -> None:
    review = begun_review()
    bea = client_of("Bea")
    bea.post(address(review, "background", name="review_keep"), {"context_before": TYPED})
    bea.post(address(review, "background"), {"context_before": f"{TYPED}.", "version": record_of(review).version})
    assert DraftText.objects.count() == 0


@pytest.mark.parametrize(("late", "drafts"), [(f"{TYPED}.", 0), (f"{TYPED}. And more", 1)])
def test_what_was_saved_with_the_same_click_is_no_draft_any_more(late: str, drafts: int) -> None:
    review = begun_review()
    bea, version = client_of("Bea"), record_of(review).version
    bea.post(address(review, "background"), {"context_before": f"{TYPED}.", "version": version})
    bea.post(address(review, "background", name="review_keep"), {"context_before": late, "version": version})
    assert DraftText.objects.count() == drafts


def test_what_is_typed_about_a_new_record_is_kept_too() -> None:
    review = begun_review()
    client_of("Bea").post(of_review(review, "review_keep_new", "participant"), {"name": "Jo Fenwick"})
    page = shown_to("Bea", of_review(review, "review_add", "participant"))
    assert page.select_one("#name")["value"] == "Jo Fenwick"  # type: ignore[index]  # the test fails well enough


def test_more_than_a_page_can_hold_is_refused_in_words() -> None:
    review = begun_review()
    where = address(review, "background", name="review_keep")
    refused = client_of("Bea").post(where, {"context_before": "word " * 50_000})
    assert refused.status_code == 409
    assert "longer than a page can hold" in refused.content.decode()


def test_both_texts_are_shown_when_two_people_wrote() -> None:
    review = begun_review()
    opened = record_of(review).version
    saved(review, "background", {"context_before": "Dana’s words."}, by="Dana")
    answer = client_of("Bea").post(address(review, "background"), {"context_before": "Bea’s words.", "version": opened})
    assert answer.status_code == 409
    assert "Dana’s words." in answer.content.decode()
    assert "Bea’s words." in answer.content.decode()
    assert DraftText.objects.get().fields["context_before"] == ["Bea’s words."]


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("mine", "Bea’s words."), ("theirs", "Dana’s words."), ("both", "Dana’s words.\n\nBea’s words.")],
)
def test_what_was_chosen_is_kept(choice: str, kept: str) -> None:
    review = begun_review()
    saved(review, "background", {"context_before": "Dana’s words."}, by="Dana")
    chosen = {"deciding": "yes", "choose-context_before": choice, "context_before": "Bea’s words."}
    client_of("Bea").post(address(review, "background"), {**chosen, "version": record_of(review).version})
    assert record_of(review).all_answers()["context_before"] == kept


def test_an_answer_that_one_of_two_left_open_is_not_offered_as_a_text() -> None:
    review = begun_review()
    opened = record_of(review).version
    saved(review, "background", {"daily_life_and_voice": "Dana’s words."}, by="Dana")
    answer = client_of("Bea").post(address(review, "background"), {"context_before": "Bea’s words.", "version": opened})
    page = BeautifulSoup(answer.content, "html.parser")
    assert [label.get_text(strip=True) for label in page.select("#differences label")] == [
        *("Keep what I wrote", "Leave it without an answer"),
        *("Leave it without an answer", "Keep what was saved"),
    ]


def test_nothing_is_saved_before_each_answer_was_chosen() -> None:
    review = begun_review()
    saved(review, "background", {"context_before": "Dana’s words."}, by="Dana")
    unsure = {"deciding": "yes", "context_before": "Bea’s words.", "version": record_of(review).version}
    answer = client_of("Bea").post(address(review, "background"), unsure)
    assert "Choose which answer to keep" in answer.content.decode()
    assert record_of(review).all_answers()["context_before"] == "Dana’s words."


def sent_meanwhile(review: RapidReview) -> None:
    RapidReview.objects.filter(pk=review.pk).update(state="submitted")


def taken_out_meanwhile(review: RapidReview) -> None:
    actions.remove_record(by=person("Dana"), review=review, kind="moment", place=1, now=NOW)


@pytest.mark.parametrize(
    ("happened", "why"), [(sent_meanwhile, "its text cannot be changed"), (taken_out_meanwhile, "took this moment out")]
)
def test_too_late_to_save_it_is_shown_and_kept(happened: Callable[[RapidReview], None], why: str) -> None:
    review = begun_review()
    version = added(review, "moment", {"title": "A visit"}).version
    happened(review)
    typed = {"title": "A visit", "what_happened": TYPED, "on-day": "3", "version": version}
    answer = client_of("Bea").post(address(review, "moment", 1), typed)
    assert answer.status_code == 409
    assert why in answer.content.decode()
    assert TYPED in answer.content.decode()
    assert DraftText.objects.get().fields["what_happened"] == [TYPED]


def test_what_was_too_late_can_still_be_read_by_whoever_typed_it() -> None:
    review = begun_review()
    sent_meanwhile(review)
    client_of("Bea").post(address(review, "background"), {"context_before": TYPED})
    assert TYPED in words_of(shown_to("Bea", address(review, "background")))
    assert TYPED not in words_of(shown_to("Dana", address(review, "background")))


def test_what_is_too_long_to_be_kept_is_shown_with_a_warning() -> None:
    review = begun_review()
    sent_meanwhile(review)
    answer = client_of("Bea").post(address(review, "background"), {"context_before": "word " * 50_000})
    assert "too long to be kept here" in answer.content.decode()
    assert "word " * 49_999 in answer.content.decode()


def test_a_record_put_back_has_what_was_typed_in_its_form() -> None:
    review = begun_review()
    version = added(review, "moment", {"title": "A visit"}).version
    taken_out_meanwhile(review)
    bea, where = client_of("Bea"), address(review, "moment", 1)
    bea.post(where, {"title": "A visit", "what_happened": TYPED, "version": version})
    back = bea.post(of_review(review, "review_put_back", "moment", 1), {"back": where})
    assert back["Location"] == where
    assert stands_in("Bea", where, "what_happened") == TYPED


def test_what_is_typed_about_a_record_that_was_taken_out_is_kept_while_typing() -> None:
    review = begun_review()
    added(review, "moment", {"title": "A visit"})
    taken_out_meanwhile(review)
    kept = client_of("Bea").post(address(review, "moment", 1, "review_keep"), {"what_happened": TYPED})
    assert kept.status_code == 204
