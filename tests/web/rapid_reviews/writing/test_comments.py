"""Comments beside the text: made, answered, settled, opened again, and never lost."""

from typing import Any

import pytest

from second_question_web.rapid_reviews.models import Comment, RapidReview
from second_question_web.trail.models import Entry
from tests.reviews import begun_review
from tests.web.rapid_reviews.writing.asking import address, client_of, of_review, shown_to, words_of
from tests.web.rapid_reviews.writing.saving import added

pytestmark = pytest.mark.django_db
ASKED = {"section": "background", "place": 0, "question": "context_before", "text": "Who says so?"}


def commented(review: RapidReview, by: str = "Chidi", **other: Any) -> Any:
    return client_of(by).post(of_review(review, "review_comment"), {**ASKED, **other})


def on_comment(review: RapidReview, name: str, by: str = "Bea", **sent: str) -> Any:
    return client_of(by).post(of_review(review, name, Comment.objects.get(answers=None).pk), sent)


def test_a_comment_is_made_answered_and_settled() -> None:
    review = begun_review()
    commented(review)
    on_comment(review, "review_comment_reply", text="The midwife.")
    on_comment(review, "review_comment_settle")
    page = words_of(shown_to("Dana", address(review, "background")))
    for said in ("The context before the incident, briefly", "Who says so?", "The midwife.", "Settled by Bea Okafor"):
        assert said in page


def test_each_step_leaves_one_row_without_the_words() -> None:
    review = begun_review()
    before = Entry.objects.count()
    commented(review)
    on_comment(review, "review_comment_reply", text="The midwife.")
    for name in ("review_comment_settle", "review_comment_settle", "review_comment_reopen", "review_comment_reopen"):
        on_comment(review, name)
    rows = [row for row in Entry.objects.order_by("number")[before:] if row.action.startswith("comment.")]
    assert [row.action for row in rows] == ["comment.make", "comment.reply", "comment.settle", "comment.reopen"]
    assert "Who says so?" not in str([row.after for row in rows])


def test_open_comments_are_counted_where_they_stand() -> None:
    review = begun_review()
    commented(review)
    assert "1 open comment on this page" in words_of(shown_to("Bea", address(review, "background")))
    on_comment(review, "review_comment_settle")
    assert "open comment on this page" not in words_of(shown_to("Bea", address(review, "background")))


def test_the_list_of_records_says_which_have_open_comments() -> None:
    review = begun_review()
    commented(review, section="child_care", place=1, question="")
    assert "Rowan Thistlewood (1 open comment)" in words_of(shown_to("Bea", address(review, "child_identity")))


def test_all_open_comments_stand_on_one_page_with_what_they_are_about() -> None:
    review = begun_review()
    added(review, "moment", {"title": "Referral not accepted"})
    commented(review, section="moment", place=1, question="why")
    commented(review)
    page = words_of(shown_to("Bea", of_review(review, "review_comments")))
    assert "Pathways to harm, pathways to protection: Referral not accepted" in page
    assert page.index("Background") < page.index("Referral not accepted")


@pytest.mark.parametrize("text", ["", "   ", "word " * 2_000])
def test_what_cannot_be_kept_stands_in_a_form_with_what_is_wrong(text: str) -> None:
    review = begun_review()
    answer = commented(review, text=text).content.decode()
    assert "Error: Write a comment" in answer
    assert text.strip() in answer
    assert not Comment.objects.exists()


def test_a_reply_that_is_too_long_stands_in_a_form_too() -> None:
    review = begun_review()
    commented(review)
    answer = on_comment(review, "review_comment_reply", text="word " * 2_000).content.decode()
    assert "Shorten this to 5,000 characters" in answer
    assert ("word " * 2_000).strip() in answer
    assert "Who says so?" in answer


def test_it_is_not_commented_on_after_it_was_sent_and_what_was_typed_is_shown() -> None:
    review = begun_review()
    RapidReview.objects.filter(pk=review.pk).update(state="submitted")
    answer = commented(review).content.decode()
    assert "It can be commented on while it is being written" in answer
    assert "Who says so?" in answer
    assert "Write a comment" not in words_of(shown_to("Chidi", address(review, "background")))


@pytest.mark.parametrize(
    "wrong",
    [{"section": "nothing"}, {"section": "agency_summary"}, {"section": "moment", "place": 4}, {"place": "x"}],
    ids=str,
)
def test_a_comment_on_what_is_not_there_is_not_found(wrong: dict[str, Any]) -> None:
    assert commented(begun_review(), **wrong).status_code == 404
    assert not Comment.objects.exists()


def test_a_comment_on_a_question_of_another_section_is_one_on_the_whole_section() -> None:
    commented(begun_review(), question="rationale")
    assert Comment.objects.get().question == ""


@pytest.mark.parametrize(("who", "answer"), [("Chidi", 302), ("Dana", 302), ("Bea", 302), ("Colm", 403), ("Noor", 404)])
def test_who_may_comment(who: str, answer: int) -> None:
    assert commented(begun_review(), by=who).status_code == answer


def test_a_comment_of_another_review_is_not_found() -> None:
    commented(begun_review())
    other = begun_review("Noor", "Norvale", "t2")
    assert on_comment(other, "review_comment_settle", by="Noor").status_code == 404
