"""The Panel replies to a rapid review: a draft by several hands, sent once, never edited after (P1)."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.panel.actions import answer_reply, send_reply, write_reply
from second_question_web.panel.actions.replying import ReplyText
from second_question_web.panel.errors import WrittenMeanwhile
from second_question_web.panel.models import Reply
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.models import Entry
from tests.people import person
from tests.sent import at_noon, review_of, sent_notification
from tests.web.panel.versions import TEXT, drafted, replied, sent_again, sent_review

pytestmark = pytest.mark.django_db
LATER = at_noon(2026, 11, 20)


def test_a_draft_keeps_what_was_written_and_by_whom() -> None:
    draft = drafted(sent_review())
    assert (draft.number, draft.version.number, draft.row_version) == (1, 1, 1)
    assert draft.quality == ["RR04", "RR11"]
    assert (draft.words, draft.written_by, draft.sent_at) == (TEXT.words, "Petra Nyman", None)
    assert Entry.objects.get(action="panel.write_reply").after == {"reply": 1, "to_version": 1, "row_version": 1}


def test_a_second_hand_goes_on_with_the_same_draft() -> None:
    review = sent_review()
    drafted(review)
    draft = drafted(review, by="Max", text=replace(TEXT, words="Shorter."), row_version=1)
    assert (draft.words, draft.written_by, draft.row_version) == ("Shorter.", "Max Oduya", 2)
    assert Reply.objects.count() == 1


def test_saving_the_same_again_changes_nothing_whatever_its_version() -> None:
    review = sent_review()
    drafted(review)
    assert drafted(review, by="Max", row_version=0).row_version == 1
    assert Entry.objects.filter(action="panel.write_reply").count() == 1


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten() -> None:
    review = sent_review()
    drafted(review)
    with pytest.raises(WrittenMeanwhile, match="Petra Nyman changed this reply") as conflict:
        drafted(review, by="Max", text=replace(TEXT, words="Mine."), row_version=0)
    assert conflict.value.theirs.words == TEXT.words == Reply.objects.get().words


@pytest.mark.parametrize("advice", ["", "approves"])
def test_advice_that_is_none_is_kept_as_none(advice: str) -> None:
    assert drafted(sent_review(), text=ReplyText(advice=advice, words="So far.")).advice == ""


def test_sending_gives_it_a_day_and_moves_the_review() -> None:
    review = sent_review()
    sent = replied(review)
    assert (sent.number, sent.sent_on, sent.sent_by) == (1, date(2026, 11, 19), "Petra Nyman")
    assert RapidReview.objects.get().state == "panel_replied"
    after = {"reply": 1, "to_version": 1, "advice": "reconsider", "state": "panel_replied"}
    assert Entry.objects.get(action="panel.reply").after == after


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("advice", "Choose what the Panel says"),
        ("words", "Say in words"),
        ("signed_name", "who signs"),
        ("signed_title", "in which post"),
    ],
)
def test_what_is_missing_is_asked_for_before_sending(left_out: str, said: str) -> None:
    review = sent_review()
    drafted(review, text=replace(TEXT, **{left_out: ""}))
    with pytest.raises(Refusal, match=said) as refused:
        send_reply(review=review, by=person("Petra"), row_version=1, now=LATER)
    assert refused.value.field == left_out
    assert RapidReview.objects.get().state == "submitted"


def test_points_on_quality_may_be_left_out() -> None:
    assert replied(sent_review(), text=replace(TEXT, quality=(), quality_words="")).sent_at


def test_a_draft_that_changed_since_it_was_read_is_not_sent() -> None:
    review = sent_review()
    drafted(review)
    drafted(review, by="Max", text=replace(TEXT, words="Other."), row_version=1)
    with pytest.raises(WrittenMeanwhile):
        send_reply(review=review, by=person("Petra"), row_version=1, now=LATER)
    assert Reply.objects.get().sent_at is None


def test_it_is_sent_once() -> None:
    review = sent_review()
    replied(review)
    with pytest.raises(NotNow, match="no reply to send"):
        send_reply(review=review, by=person("Max"), row_version=1, now=LATER)
    assert Entry.objects.filter(action="panel.reply").count() == 1


def test_a_further_reply_is_a_new_row_with_the_next_number() -> None:
    review = sent_review()
    replied(review)
    further = replied(review, text=replace(TEXT, advice="national"), at=LATER)
    assert [(r.number, r.advice) for r in Reply.objects.order_by("number")] == [(1, "reconsider"), (2, "national")]
    assert further.version.number == 1


def test_a_draft_written_before_a_newer_version_came_must_be_saved_again() -> None:
    review = sent_review()
    replied(review)
    drafted(review)
    answer_reply(review=review, by=person("Bea"), reply=1, reconsiders=True, words="We think again.", now=LATER)
    sent_again(review, "local_review", LATER)
    with pytest.raises(NotNow, match="A newer version"):
        send_reply(review=review, by=person("Petra"), row_version=1, now=LATER)
    assert drafted(review, row_version=1).version.number == 2


@pytest.mark.parametrize("state", ["open", "drafting", "decided", "closed"])
def test_a_review_that_is_not_with_the_panel_gets_no_reply(state: str) -> None:
    review = sent_review()
    RapidReview.objects.update(state=state)
    with pytest.raises(NotNow, match="The Panel can reply when a version of it has come"):
        drafted(review)
    assert not Reply.objects.exists()


def test_a_review_that_was_sent_outside_has_no_version_to_reply_to() -> None:
    review = review_of(sent_notification())
    RapidReview.objects.update(state="submitted")
    with pytest.raises(NotNow, match="outside this system"):
        drafted(review)


@pytest.mark.parametrize("name", ["Bea", "Dana", "Chidi", "Rhea", "Audra", "Adam"])
def test_only_the_panel_replies(name: str) -> None:
    review = sent_review()
    draft = drafted(review)
    with pytest.raises(PermissionDenied, match=r"panel\.reply"):
        write_reply(review=review, by=person(name), text=replace(TEXT, words="x"), row_version=1, now=LATER)
    with pytest.raises(PermissionDenied, match=r"panel\.reply"):
        send_reply(review=review, by=person(name), row_version=draft.row_version, now=LATER)


def test_a_panel_member_replies_in_the_own_region_alone() -> None:
    assert drafted(sent_review(1), by="Max").written_by == "Max Oduya"
    elsewhere = sent_review(2, at="Norvale")
    with pytest.raises(PermissionDenied):
        drafted(elsewhere, by="Max")


def test_the_trail_holds_no_word_of_a_letter() -> None:
    replied(sent_review())
    rows = Entry.objects.filter(action__startswith="panel.")
    assert rows.count() == 3
    assert not any("theme" in str(row.after) or "why" in str(row.after) for row in rows)
