"""The partnership answers: it stands by its decision, or thinks again; both sides keep what was said (P2)."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.panel import queries
from second_question_web.panel.actions import answer_reply
from second_question_web.panel.models import PartnershipAnswer
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.trail.models import Entry
from tests.people import person
from tests.sent import at_noon
from tests.web.panel.versions import TEXT, drafted, replied, sent_again, sent_review

pytestmark = pytest.mark.django_db
LATER, LATEST = at_noon(2026, 11, 23), at_noon(2026, 11, 26)


def answered(review: RapidReview, *, reconsiders: bool, reply: int = 1, by: str = "Bea") -> PartnershipAnswer:
    words = "We have read it together."
    return answer_reply(review=review, by=person(by), reply=reply, reconsiders=reconsiders, words=words, now=LATER)


def test_standing_by_the_decision_puts_it_before_the_panel_again() -> None:
    review = sent_review()
    replied(review)
    answer = answered(review, reconsiders=False)
    assert (answer.made_by, str(answer)) == ("Bea Okafor", "Stands by the decision")
    assert RapidReview.objects.get().state == "submitted"
    after = {"reply": 1, "reconsiders": False, "state": "submitted"}
    assert Entry.objects.get(action="panel.answer").after == after


def test_thinking_again_opens_it_for_writing() -> None:
    review = sent_review()
    replied(review)
    answered(review, reconsiders=True)
    assert is_writable(RapidReview.objects.get())
    assert RapidReview.objects.get().submitted_on == review.submitted_on


def test_the_panel_replies_again_and_each_answer_stands_beside_its_reply() -> None:
    review = sent_review()
    replied(review)
    answered(review, reconsiders=True)
    sent_again(review, "local_review", LATER)
    replied(review, text=replace(TEXT, advice="agrees_review"), at=LATEST)
    second, first = queries.exchanges_of(review)
    assert (first.reply.version.number, first.answer is not None, first.needs_answer) == (1, True, True)
    assert (second.reply.version.number, second.answer, second.needs_answer) == (2, None, False)
    assert [item.id for item in first.quality] == ["RR04", "RR11"]


def test_a_reply_is_answered_once() -> None:
    review = sent_review()
    replied(review)
    answered(review, reconsiders=False)
    with pytest.raises(NotNow):
        answered(review, reconsiders=True)
    assert PartnershipAnswer.objects.count() == 1


def test_an_answer_to_an_older_reply_is_refused_so_that_the_newer_is_read() -> None:
    review = sent_review()
    replied(review)
    replied(review, at=LATER)
    with pytest.raises(NotNow, match="sent another reply"):
        answered(review, reconsiders=False)
    assert RapidReview.objects.get().state == "panel_replied"


def test_before_the_panel_replied_there_is_nothing_to_answer() -> None:
    with pytest.raises(NotNow, match="Panel has replied"):
        answered(sent_review(), reconsiders=False)


def test_an_answer_has_words() -> None:
    review = sent_review()
    replied(review)
    with pytest.raises(Refusal, match="Write what the Panel"):
        answer_reply(review=review, by=person("Bea"), reply=1, reconsiders=False, words=" \n", now=LATER)


@pytest.mark.parametrize("name", ["Dana", "Chidi", "Noor", "Petra", "Max", "Rhea"])
def test_only_who_sends_the_review_answers(name: str) -> None:
    review = sent_review()
    replied(review)
    with pytest.raises(PermissionDenied, match=r"rapid_review\.send"):
        answered(review, reconsiders=False, by=name)


def test_the_history_tells_when_the_panel_replied_and_what_the_partners_did() -> None:
    review = sent_review()
    replied(review)
    answered(review, reconsiders=True)
    reply, answer = queries.events_of(review)
    assert (reply.at, reply.label, reply.what) == (
        at_noon(2026, 11, 19),
        "The Panel replied",
        "Asks the partners to think again",
    )
    assert (reply.who, reply.organisation) == ("Petra Nyman", "The Panel")
    assert (answer.at, answer.label, answer.what, answer.who) == (
        LATER,
        "The partnership thinks again",
        "Reply 1",
        "Bea Okafor",
    )


def test_a_draft_is_no_event() -> None:
    review = sent_review()
    drafted(review)
    assert queries.events_of(review) == []
