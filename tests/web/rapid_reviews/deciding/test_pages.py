"""The pages of the decision, the check before sending, and what was sent: who opens them, what they say, what they keep."""

import json
import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client

from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.models import Decision, PartnerSignature, RapidReview, Version
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS, organisation
from tests.reviews import NOW, begun_review, fresh
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
    sent,
    signed,
    standing,
    told,
)

pytestmark = pytest.mark.django_db
R = "/notifications/SIN-2026-0001/rapid-review/"
DECISION, CHECK, SIGN, VERSIONS = f"{R}decision/", f"{R}check/", f"{R}decision/sign/", f"{R}versions/"
DRAFTERS = {"Bea", "Dana", "Sam", "Chidi"}
READERS = DRAFTERS | {"Petra", "Max"}
Browser = Callable[[str], Client]


@pytest.fixture
def review() -> RapidReview:
    """Complete and decided."""
    made = complete_review()
    decided(made)
    return made


def words(page: BeautifulSoup, selector: str = "main") -> str:
    found = page.select(selector)
    assert found, selector
    return " ".join(" ".join(one.get_text(" ") for one in found).split())


def links(page: BeautifulSoup) -> set[str]:
    return {str(link["href"]) for link in page.select("main a[href]")}


def posted(client: Client, page: str, typed: dict[str, object]) -> BeautifulSoup:
    """The page that answers a form which is not accepted."""
    response = client.post(page, typed)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def value_of(page: BeautifulSoup, name: str) -> str:
    """What stands in the field of that name."""
    (field,) = page.select(f"[name={name}]")
    return str(field["value"])


def card(page: BeautifulSoup, partner: str) -> str:
    """What stands in the card of one partner."""
    (found,) = [one for one in page.select(".sq-card") if (h := one.find("h3")) and h.get_text() == partner]
    return " ".join(found.get_text(" ").split())


def opening(browser: Browser, page: str) -> dict[str, int]:
    """What each character gets who asks for that page."""
    return {who: browser(who).get(page).status_code for who in CHARACTERS}


def expected(readers: set[str], permitted_elsewhere: set[str]) -> dict[str, int]:
    """The page for its readers; nothing there for those whose cases are others; refused to everybody else."""
    others = dict.fromkeys(permitted_elsewhere, 404)
    return {who: 200 if who in readers else others.get(who, 403) for who in CHARACTERS}


@pytest.mark.parametrize("page", [DECISION, CHECK, f"{R}preview.pdf"])
def test_the_draft_is_for_those_who_may_read_it(browser: Browser, page: str) -> None:
    begun_review()
    assert opening(browser, page) == expected(DRAFTERS, {"Noor"})


@pytest.mark.parametrize("page", [VERSIONS, f"{VERSIONS}1/", f"{VERSIONS}1/review.json"])
def test_what_was_sent_is_for_the_panel_too(browser: Browser, review: RapidReview, page: str) -> None:
    sent(review)
    assert opening(browser, page) == expected(READERS, {"Noor"})


def test_before_anything_is_answered_it_says_what_lacks(opened: Opens) -> None:
    begun_review()
    page = opened("Bea", DECISION)
    assert "Nothing is decided yet" in words(page)
    assert f"{R}sections/criteria/#criterion_improvements" in links(page)
    assert not page.select("form[method=post] button:-soup-contains('Record the decision')")


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


def test_the_check_says_what_is_missing_and_what_is_not_in_the_way(opened: Opens, review: RapidReview) -> None:
    answered(review, {"immediate_learning": None})
    page = opened("Bea", CHECK)
    assert "1 answer missing" in words(page)
    assert "none stands in the way" in words(page)
    assert f"{R}sections/learning/#immediate_learning" in links(page)
    assert not page.select("form button:-soup-contains('Send to the Panel')")


def test_sending_from_the_page(browser: Browser, opened: Opens, review: RapidReview) -> None:
    signed(review, "Dana")
    typed = {f"unsigned-{organisation(name).pk}": "On leave." for name in (POLICE, CARE_BOARD)}
    response = browser("Bea").post(CHECK, {"version": fresh(review).version, **typed}, follow=True)
    page = BeautifulSoup(response.content, "html.parser")
    assert response.redirect_chain == [(f"{VERSIONS}1/sent/", 302)]
    assert Version.objects.get().content_hash in words(page)
    assert f"{R}agencies/" in links(page)


def test_a_second_press_shows_the_same_receipt(browser: Browser, review: RapidReview) -> None:
    sent(review)
    response = browser("Bea").post(CHECK, {"version": "1"})
    assert response.headers["Location"] == f"{VERSIONS}1/sent/"
    assert Version.objects.count() == 1


def test_a_missing_reason_is_asked_by_name_and_the_others_stay(browser: Browser, review: RapidReview) -> None:
    signed(review, "Dana")
    typed = {"version": fresh(review).version, f"unsigned-{organisation(POLICE).pk}": "On leave."}
    page = posted(browser("Bea"), CHECK, typed)
    assert f"Say why {CARE_BOARD} has not signed" in words(page, ".govuk-error-summary")
    assert "On leave." in words(page, "textarea")


def test_a_partner_sees_who_sends_it(opened: Opens, review: RapidReview) -> None:
    assert "The business manager of the partnership sends it" in words(opened("Dana", CHECK))


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_preview_is_a_document(browser: Browser, review: RapidReview, kind: str, begins: bytes) -> None:
    response = browser("Bea").get(f"{R}preview.{kind}")
    assert response.content.startswith(begins)
    assert f"SIN-2026-0001-rapid-review-draft.{kind}" in response["Content-Disposition"]


def test_an_unknown_kind_of_document_is_not_there(browser: Browser, review: RapidReview) -> None:
    assert browser("Bea").get(f"{R}preview.odt").status_code == 404


@pytest.mark.parametrize(("kind", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("json", b"{")])
def test_the_panel_takes_what_was_sent_and_not_the_draft(
    browser: Browser, review: RapidReview, kind: str, begins: bytes
) -> None:
    sent(review)
    response = browser("Max").get(f"{VERSIONS}1/review.{kind}")
    content = b"".join(response) if response.streaming else response.content
    response.close()
    assert content.startswith(begins)
    assert Entry.objects.filter(action="version.open").latest("number").after == {"as": kind}


def test_the_panel_reads_what_was_sent_when_the_draft_is_another(opened: Opens, review: RapidReview) -> None:
    sent(review)
    stages.move(fresh(review), "record_reply")
    stages.move(fresh(review), "reconsider")
    answered(review, {"instead": "A secret new thought."})
    page = opened("Max", f"{VERSIONS}1/")
    assert "An audit." in words(page)
    assert "A secret new thought." not in words(page)
    assert "Unchanged since" in words(page)


def test_a_version_that_was_tampered_with_says_so(opened: Opens, review: RapidReview) -> None:
    version = sent(review)
    version.content = version.content.replace("An audit.", "Nothing.")
    version.save()
    assert "This is not what was sent" in words(opened("Petra", f"{VERSIONS}1/"))
    Version.objects.update(content=json.dumps({"no": "review"}))
    assert "can no longer be read as a review" in words(opened("Petra", f"{VERSIONS}1/"))


def test_what_changed_between_versions_is_marked(opened: Opens, review: RapidReview) -> None:
    sent(review)
    stages.move(fresh(review), "record_reply")
    stages.move(fresh(review), "reconsider")
    answered(review, {"instead": "An audit by the hospital."})
    decided(review, why="The Panel asked for more.")
    sent(review)
    page = opened("Max", f"{VERSIONS}2/since/1/")
    assert "What happens instead?" in words(page)
    assert "added: audit by the hospital." in words(page, "ins")


@pytest.mark.parametrize("page", [DECISION, CHECK, VERSIONS, f"{VERSIONS}1/"])
def test_a_closed_review_is_read_and_not_changed(opened: Opens, review: RapidReview, page: str) -> None:
    sent(review)
    RapidReview.objects.filter(pk=review.pk).update(state="closed")
    seen = opened("Bea", page)
    assert not seen.select("main form")
    assert not [link for link in links(seen) if "/sections/" in link]


@pytest.mark.parametrize("page", [DECISION, CHECK, VERSIONS, f"{VERSIONS}1/"])
def test_reading_leaves_one_row(opened: Opens, review: RapidReview, page: str) -> None:
    sent(review)
    before = Entry.objects.count()
    opened("Bea", page)
    assert Entry.objects.count() == before + 1
