"""Checking, previewing and sending a review, and reading what was sent."""

import json

import pytest
from bs4 import BeautifulSoup

from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.models import RapidReview, Version
from second_question_web.trail.models import Entry
from tests.people import organisation
from tests.reviews import fresh
from tests.summaries import ask, returned, trust, write
from tests.web.rapid_reviews.deciding.conftest import Opens
from tests.web.rapid_reviews.deciding.decisions import (
    CARE_BOARD,
    COUNCIL,
    POLICE,
    answered,
    decided,
    sent,
    signed,
)
from tests.web.rapid_reviews.deciding.reading import (
    CHECK,
    VERSIONS,
    Browser,
    R,
    links,
    posted,
    words,
)

pytestmark = pytest.mark.django_db


def test_the_check_says_what_is_missing_and_what_is_not_in_the_way(opened: Opens, review: RapidReview) -> None:
    answered(review, {"immediate_learning": None})
    page = opened("Bea", CHECK)
    assert "1 answer missing" in words(page)
    assert "none stands in the way" in words(page)
    assert f"{R}sections/learning/#immediate_learning" in links(page)
    assert not page.select("form button:-soup-contains('Send to the Panel')")


def test_the_check_names_the_agencies_whose_summary_would_not_be_in_it(opened: Opens, review: RapidReview) -> None:
    school = returned(ask(review))
    assert not opened("Bea", CHECK).select("#agencies")
    write(school, answers={"involvement": "Another word."})
    ask(review, trust(), email="leila@example.org")
    named = [one.get_text() for one in opened("Bea", CHECK).select("#agencies ~ ul")[0].select("li")]
    assert named == ["Alder Lane Academy", "Wessenmere Hospitals NHS Trust"]


def test_sending_from_the_page(browser: Browser, opened: Opens, review: RapidReview) -> None:
    signed(review, "Dana")
    typed = {f"unsigned-{organisation(name).pk}": "On leave." for name in (POLICE, CARE_BOARD)}
    response = browser("Bea").post(CHECK, {"version": fresh(review).version, **typed}, follow=True)
    page = BeautifulSoup(response.content, "html.parser")
    assert response.redirect_chain == [(f"{VERSIONS}1/sent/", 302)]
    assert Version.objects.get().content_hash in words(page)
    assert f"{R}agencies/" in links(page)


def test_the_panel_reads_a_view_as_it_was_when_the_version_was_sent(opened: Opens, review: RapidReview) -> None:
    signed(review, "Sam")
    signed(review, "Dana", "disagrees", "Not yet.")
    answered(review, {"rationale": "Other grounds."})
    signed(review, "Sam")
    sent(review)
    told = words(opened("Petra", "/panel/reviews/SIN-2026-0001/"))
    assert f"{POLICE}: agrees (Sam Pritchard" in told
    assert f"{COUNCIL}: not signed when it was sent. On leave" in told
    assert f"{COUNCIL}: disagrees" not in told


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
