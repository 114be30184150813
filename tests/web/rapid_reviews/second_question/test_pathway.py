"""The pathway of a review: the picture and its table, and moments that are made of episodes (W1 to W3)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.writing.actions import episode_from_agency, moment_from_episode
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW, begun_review, fresh, record_of
from tests.web.rapid_reviews.second_question.conftest import Opens
from tests.web.rapid_reviews.second_question.texts import (
    HOSPITAL,
    MEETING,
    REVIEW,
    VISIT,
    links_of,
    part,
    told_by_agency,
    words,
    write,
)

pytestmark = pytest.mark.django_db
PAGE = f"{REVIEW}pathway/"
PLACED: dict[str, object] = {"stage": "identification", "lens": "practice", "time": "recent", "direction": "harm"}
Browser = Callable[[str], Client]


@pytest.fixture
def review() -> RapidReview:
    """A review without a moment."""
    return begun_review()


def test_without_a_moment_it_says_what_one_is_and_how_to_ask(review: RapidReview, opened: Opens) -> None:
    said = words(opened("Bea", PAGE).find(class_="sq-empty"))
    assert "Case management: acting on information" in said
    assert "towards harm or towards protection" in said
    assert "ask the second question of each: why did it happen so?" in said


def test_the_picture_stands_above_the_same_in_words(review: RapidReview, opened: Opens) -> None:
    write(review, "moment", {"on": date(2026, 11, 2), **MEETING, **PLACED})
    page = opened("Bea", PAGE)
    row = part(page, "tbody tr")
    assert "Referral not accepted" in words(part(page, "[tabindex='0'][aria-label='Picture of the pathways'] svg"))
    assert (
        "Referral not accepted 2 November 2026 Towards harm Recent events Practitioners and agencies Identification and "
        "referral The school’s referral was sent back without a call. Ask why" in words(row)
    )


@pytest.mark.parametrize(
    ("whys", "asked"),
    [
        ({}, "#why"),
        ({"why": "The hub had no owner."}, "#why_again"),
        ({"why": "The hub had no owner.", "why_again": "Its post was cut."}, ""),
    ],
)
def test_each_row_leads_to_the_next_why(
    review: RapidReview, opened: Opens, whys: dict[str, object], asked: str
) -> None:
    write(review, "moment", {**MEETING, **PLACED, **whys})
    links = links_of(part(opened("Bea", PAGE), "tbody tr"))
    assert links[0].endswith("/moment/1/")
    assert [link for link in links if "#" in link] == ([f"{links[0]}{asked}"] if asked else [])


def test_the_picture_obeys_the_security_policy(review: RapidReview, opened: Opens) -> None:
    write(review, "moment", {"title": "<script>alert(1)</script>", "what_happened": "x", **PLACED})
    picture = part(opened("Bea", PAGE), ".sq-pathway svg")
    assert not picture.find_all(["script", "style", "foreignObject"])
    assert not picture.select("[style]")


def test_the_picture_can_be_taken_away(review: RapidReview, browser: Browser) -> None:
    write(review, "moment", {**MEETING, **PLACED})
    response = browser("Chidi").get(f"{PAGE}picture.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Content-Disposition"] == 'attachment; filename="SIN-2026-0001-pathways.svg"'
    assert response.content.startswith(b"<svg")


def test_there_is_no_picture_of_nothing(review: RapidReview, browser: Browser) -> None:
    assert browser("Bea").get(f"{PAGE}picture.svg").status_code == 404


def test_opening_it_is_in_the_trail(review: RapidReview, opened: Opens) -> None:
    opened("Bea", PAGE)
    assert Entry.objects.get(action="rapid_review.open_text").after == {"page": "pathways"}


@pytest.mark.parametrize("name", ["Petra", "Noor", "Colm", "Rhea"])
def test_it_is_not_for_those_who_may_not_read_the_draft(review: RapidReview, browser: Browser, name: str) -> None:
    assert browser(name).get(PAGE).status_code in (403, 404)


def test_an_episode_becomes_a_moment_with_all_that_they_share(review: RapidReview) -> None:
    episode = write(review, "episode", {"on": date(2026, 3, 3), "why_again": "Two posts were vacant.", **VISIT})
    made = moment_from_episode(by=person("Bea"), review=review, episode=episode.pk, now=NOW)
    wanted = {**VISIT, "on": "2026-03-03", "why_again": "Two posts were vacant."}
    assert record_of(review, "moment").all_answers() == wanted
    assert (made.changed_by, fresh(review).state) == ("Bea Okafor", "drafting")


def test_doing_it_twice_makes_one_moment(review: RapidReview) -> None:
    episode = write(review, "episode", VISIT)
    made = [moment_from_episode(by=person("Bea"), review=review, episode=episode.pk, now=NOW) for _ in range(2)]
    assert made[0] == made[1]
    assert Entry.objects.get(action="pathway.make_moment").after == {"moment": 1}


def test_an_agencys_episode_is_taken_into_the_analysis(review: RapidReview) -> None:
    told = told_by_agency(review, VISIT)
    episode_from_agency(by=person("Dana"), review=review, episode=told.pk, now=NOW)
    assert record_of(review, "episode").all_answers() == VISIT
    assert Entry.objects.get(action="analysis.take_episode").after == {"episode": 1}


def test_what_an_agency_told_can_become_a_moment_at_once(review: RapidReview, browser: Browser) -> None:
    told = told_by_agency(review, VISIT)
    response = browser("Bea").post(f"{PAGE}moment/", {"episode": told.pk})
    assert response["Location"].endswith("/moment/1/")


def test_episodes_are_offered_until_they_are_there(review: RapidReview, opened: Opens) -> None:
    told = told_by_agency(review, VISIT)
    before = words(opened("Bea", PAGE).find(class_="sq-offers"))
    for action in (moment_from_episode, episode_from_agency):
        action(by=person("Bea"), review=review, episode=told.pk, now=NOW)
    after = words(opened("Bea", PAGE).select(".sq-offers__item")[0])
    assert before == (
        f"The visit of 3 March {HOSPITAL} Make a moment of this : The visit of 3 March "
        "Take into the analysis : The visit of 3 March"
    )
    assert after == f"The visit of 3 March {HOSPITAL} Is a moment already. Is in the analysis already."


def test_what_an_agency_has_not_given_back_is_its_own(review: RapidReview, opened: Opens) -> None:
    told = told_by_agency(review, VISIT, state="started")
    assert "The visit" not in words(opened("Bea", PAGE))
    with pytest.raises(Refusal):
        moment_from_episode(by=person("Bea"), review=review, episode=told.pk, now=NOW)


def test_an_episode_of_another_review_is_not_there(review: RapidReview) -> None:
    other = begun_review(by="Noor", at="Norvale", start="t2")
    episode = write(other, "episode", VISIT)
    with pytest.raises(Refusal):
        moment_from_episode(by=person("Bea"), review=review, episode=episode.pk, now=NOW)


@pytest.mark.parametrize("name", ["Chidi", "Noor", "Colm", "Petra"])
def test_only_those_who_write_make_moments(review: RapidReview, name: str) -> None:
    episode = write(review, "episode", VISIT)
    with pytest.raises(PermissionDenied):
        moment_from_episode(by=person(name), review=review, episode=episode.pk, now=NOW)


def test_a_review_that_is_with_the_panel_stays_as_it_is(review: RapidReview, opened: Opens) -> None:
    episode = write(review, "episode", VISIT)
    RapidReview.objects.update(state="submitted")
    with pytest.raises(NotNow):
        moment_from_episode(by=person("Bea"), review=review, episode=episode.pk, now=NOW)
    assert "Make a moment" not in words(opened("Bea", PAGE))


@pytest.mark.parametrize("typed", ["", "x", "9" * 40])
def test_an_odd_address_is_no_error(review: RapidReview, browser: Browser, typed: str) -> None:
    assert browser("Bea").post(f"{PAGE}moment/", {"episode": typed})["Location"] == PAGE
