"""The pages on which partners decide and sign: what they say, what they refuse, what they keep of what was typed."""

import re

import pytest
from django.core import mail

from second_question_web.rapid_reviews.models import Decision, PartnerSignature, RapidReview
from second_question_web.trail.models import Entry
from tests.people import organisation
from tests.reviews import NOW, fresh
from tests.summaries import ask, returned
from tests.web.rapid_reviews.deciding.conftest import Opens
from tests.web.rapid_reviews.deciding.decisions import (
    A_REVIEW,
    CARE_BOARD,
    COUNCIL,
    POLICE,
    answered,
    complete_review,
    decided,
    digest_of,
    plain_review,
    signed,
    standing,
    told,
)
from tests.web.rapid_reviews.deciding.reading import (
    CHECK,
    DECISION,
    SIGN,
    Browser,
    R,
    card,
    links,
    posted,
    value_of,
    words,
)

pytestmark = pytest.mark.django_db


def test_before_anything_is_answered_it_says_what_lacks(opened: Opens) -> None:
    plain_review()
    page = opened("Bea", DECISION)
    assert "Nothing is decided yet" in words(page)
    assert f"{R}sections/criteria/#criterion_improvements" in links(page)
    assert not page.select("form[method=post] button:-soup-contains('Record the decision')")


def test_before_the_partners_sign_it_says_what_is_still_to_be_answered(opened: Opens) -> None:
    review = complete_review()
    decided(review)
    assert not opened("Bea", DECISION).select("#before-signing")
    answered(review, {"immediate_learning": None})
    returned(ask(review))
    assert "Answer them before the partners sign." in words(opened("Bea", R))
    page = opened("Bea", DECISION)
    assert "1 answer is still missing before the review can be sent." in words(page)
    assert f"{CHECK}#lacks" in links(page)


def test_every_criterion_stands_with_its_grounds(opened: Opens) -> None:
    complete_review(criterion_improvements="met", criterion_improvements_grounds="Two referrals were\n\nsent back.")
    (row,) = [row for row in opened("Bea", DECISION).select("#criteria tbody tr") if "improvements" in row.get_text()]
    assert " ".join(row.get_text(" ").split()).endswith("Met Two referrals were sent back.")


def test_recording_it(browser: Browser, opened: Opens) -> None:
    review = complete_review()
    response = browser("Dana").post(DECISION, {"version": review.version, "why_changed": ""}, follow=True)
    assert "The decision is recorded" in response.content.decode()
    assert Decision.objects.get().made_by == "Dana Whitlock"
    assert "No local review" in words(opened("Chidi", DECISION))


def test_a_page_from_before_keeps_what_was_typed(browser: Browser, review: RapidReview) -> None:
    answered(review, A_REVIEW)
    page = posted(browser("Bea"), DECISION, {"version": 1, "why_changed": "New facts."})
    assert "Somebody else changed this rapid review" in words(page, ".govuk-error-summary")
    assert words(page, "[name=why_changed]") == "New facts."
    assert value_of(page, "version") == str(fresh(review).version)


def test_deciding_otherwise_asks_why(browser: Browser, review: RapidReview) -> None:
    answered(review, A_REVIEW)
    page = posted(browser("Bea"), DECISION, {"version": fresh(review).version, "why_changed": ""})
    assert "Say why the decision changes" in words(page, ".govuk-error-summary")


def test_answers_that_differ_are_said_and_asked_again(opened: Opens, review: RapidReview) -> None:
    answered(review, A_REVIEW)
    page = opened("Bea", DECISION)
    assert "no longer say what was recorded" in words(page, "#differs")
    assert "Record the decision again" in words(page, "#record")
    assert SIGN not in links(opened("Dana", DECISION))


def test_the_views_stand_side_by_side_and_disagreement_is_plain(opened: Opens, review: RapidReview) -> None:
    signed(review, "Dana", "reservation", "The family was not heard.")
    signed(review, "Sam", "disagrees", "The police want a review.")
    page = opened("Chidi", DECISION)
    assert "Agrees, with a reservation The family was not heard. Dana Whitlock" in card(page, COUNCIL)
    assert "Disagrees The police want a review. Sam Pritchard" in card(page, POLICE)
    assert "Not signed yet" in card(page, CARE_BOARD)
    assert f"The partners do not agree: {POLICE} disagrees." in words(page, ".govuk-warning-text")


def test_a_view_given_elsewhere_says_so(opened: Opens, review: RapidReview) -> None:
    told(review, how="by telephone on Thursday")
    assert "Given elsewhere: by telephone on Thursday. Written down by Bea Okafor" in card(
        opened("Bea", DECISION), CARE_BOARD
    )


def test_a_lapsed_signature_says_what_changed_and_is_asked_again(opened: Opens, review: RapidReview) -> None:
    signed(review, "Dana")
    answered(review, {"rationale": "Other grounds."}, by="Sam", now=NOW.replace(hour=16))
    page = opened("Dana", DECISION)
    said = card(page, COUNCIL)
    assert "Lapsed: signed on 20 November 2026" in said
    assert "“Why?”, by Sam Pritchard on 20 November 2026, 4:30pm" in said
    assert "Read and sign again" in said
    assert "Other grounds" not in said


def test_who_has_still_to_sign_is_led_there_from_the_top(opened: Opens, review: RapidReview) -> None:
    assert f"Not signed yet Sign for {POLICE}" in words(opened("Sam", DECISION), "#yours")
    signed(review, "Sam")
    assert not opened("Sam", DECISION).select("#yours")
    assert not opened("Bea", DECISION).select("#yours")


def test_signing(browser: Browser, opened: Opens, review: RapidReview) -> None:
    page = opened("Sam", SIGN)
    assert f"The view of {POLICE}" in words(page, "h1")
    assert "An audit." in words(page)
    browser("Sam").post(SIGN, {"seen": value_of(page, "seen"), "view": "agrees", "words": ""})
    assert standing(review)[POLICE]


def test_what_changed_while_it_was_read_is_shown_before_it_is_signed(browser: Browser, review: RapidReview) -> None:
    seen = digest_of(review)
    answered(review, {"instead": "Two audits."})
    page = posted(browser("Dana"), SIGN, {"seen": seen, "view": "disagrees", "words": "An audit is not enough."})
    assert "changed since you opened this page" in words(page, ".govuk-error-summary")
    assert words(page, "[name=words]") == "An audit is not enough."
    assert "Two audits." in words(page)
    assert not PartnerSignature.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("Bea", 403), ("Chidi", 403), ("Petra", 403), ("Noor", 403)])
def test_who_is_no_partner_is_not_asked_to_sign(browser: Browser, review: RapidReview, who: str, status: int) -> None:
    assert browser(who).get(SIGN).status_code == status


def test_writing_a_view_down(browser: Browser, review: RapidReview) -> None:
    page = f"{DECISION}views/{organisation(CARE_BOARD).pk}/"
    said = {"seen": digest_of(review), "view": "agrees", "words": "", "name": "Cora Bligh", "how_given": "by telephone"}
    browser("Bea").post(page, said)
    assert standing(review)[CARE_BOARD]


def test_partners_who_have_not_signed_are_written_to_once(browser: Browser, review: RapidReview) -> None:
    browser("Dana")
    signed(review, "Sam")
    for _ in range(2):
        browser("Bea").post(f"{DECISION}ask/")
    assert [one.to for one in mail.outbox] == [["dana@example.org"]]
    assert "SIN-2026-0001" in mail.outbox[0].subject
    assert not re.search("Thistlewood|No local review|audit", str(mail.outbox[0].body))


def test_they_are_asked_again_when_the_text_changed(browser: Browser, review: RapidReview) -> None:
    signed(review, "Dana")
    browser("Bea").post(f"{DECISION}ask/")
    answered(review, {"rationale": "Other grounds."})
    browser("Bea").post(f"{DECISION}ask/")
    assert ["dana@example.org"] in [one.to for one in mail.outbox]
    assert Entry.objects.filter(action="decision.ask").count() == 2


@pytest.mark.parametrize(
    ("answers", "note", "anchor"),
    [
        ({"local_label": "Appreciative inquiry"}, "local child safeguarding practice review", "local_label"),
        ({"learned_before": "yes_here"}, "put into practice can serve better", "checks_earlier_learning"),
        ({**A_REVIEW, "added_value": None}, "what would it add", "added_value"),
    ],
    ids=["L3", "R11", "R10"],
)
def test_notes_say_what_to_think_of_and_set_nothing(
    opened: Opens, answers: dict[str, object], note: str, anchor: str
) -> None:
    complete_review(**answers) if anchor != "added_value" else answered(complete_review(), answers)
    page = opened("Bea", DECISION)
    assert note in words(page, ".govuk-inset-text")
    assert f"{R}sections/decision/#{anchor}" in links(page)
