"""Who opens the pages of a decision and of what was sent, that it is noted, and that a closed review is only read."""

import pytest

from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.models import Entry
from tests.people import CHARACTERS
from tests.web.rapid_reviews.deciding.conftest import Opens
from tests.web.rapid_reviews.deciding.decisions import plain_review, sent
from tests.web.rapid_reviews.deciding.reading import (
    CHECK,
    DECISION,
    VERSIONS,
    Browser,
    R,
    links,
)

pytestmark = pytest.mark.django_db
DRAFTERS = {"Bea", "Dana", "Sam", "Chidi"}
READERS = DRAFTERS | {"Petra", "Max"}


def opening(browser: Browser, page: str) -> dict[str, int]:
    """What each character gets who asks for that page."""
    return {who: browser(who).get(page).status_code for who in CHARACTERS}


def expected(readers: set[str], permitted_elsewhere: set[str]) -> dict[str, int]:
    """The page for its readers; nothing there for those whose cases are others; refused to everybody else."""
    others = dict.fromkeys(permitted_elsewhere, 404)
    return {who: 200 if who in readers else others.get(who, 403) for who in CHARACTERS}


@pytest.mark.parametrize("page", [DECISION, CHECK, f"{R}preview.pdf", f"{R}appraisal/"])
def test_the_draft_is_for_those_who_may_read_it(browser: Browser, page: str) -> None:
    plain_review()
    assert opening(browser, page) == expected(DRAFTERS, {"Noor"})


@pytest.mark.parametrize("page", [VERSIONS, f"{VERSIONS}1/", f"{VERSIONS}1/review.json", f"{VERSIONS}1/appraisal/"])
def test_what_was_sent_is_for_the_panel_too(browser: Browser, review: RapidReview, page: str) -> None:
    sent(review)
    assert opening(browser, page) == expected(READERS, {"Noor"})


@pytest.mark.parametrize("page", [DECISION, CHECK, VERSIONS, f"{VERSIONS}1/"])
def test_a_closed_review_is_read_and_not_changed(opened: Opens, review: RapidReview, page: str) -> None:
    sent(review)
    RapidReview.objects.filter(pk=review.pk).update(state="closed")
    seen = opened("Bea", page)
    assert not seen.select("main form")
    assert not [link for link in links(seen) if "/sections/" in link]


@pytest.mark.parametrize(
    "page", [DECISION, CHECK, VERSIONS, f"{VERSIONS}1/", f"{R}appraisal/", f"{VERSIONS}1/appraisal/"]
)
def test_reading_leaves_one_row(opened: Opens, review: RapidReview, page: str) -> None:
    sent(review)
    before = Entry.objects.count()
    opened("Bea", page)
    assert Entry.objects.count() == before + 1
