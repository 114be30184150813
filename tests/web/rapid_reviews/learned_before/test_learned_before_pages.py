"""The page asks the library with what the review says, and shows what the person may see, with what was recommended then."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from second_question_web.rapid_reviews.learned_before import queries
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.writing.keeping import new_record
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW
from tests.web.rapid_reviews.deciding.decisions import answered, answered_in, plain_review
from tests.web.rapid_reviews.learned_before.earlier import (
    OTHER,
    POINT,
    in_the_library,
    only_for,
    passage_of,
    recommendation_of,
    yearly_report,
)

pytestmark = pytest.mark.django_db
TITLE = "Child Juniper"
NOTHING = "Nothing in the library says this"


@pytest.fixture
def review() -> RapidReview:
    found = plain_review()
    answered(found, {"immediate_learning": f"- {POINT}\n- {OTHER}"})
    return found


def browser(who: str) -> Client:
    client = Client()
    client.force_login(person(who))
    return client


def address(review: RapidReview, name: str = "review_learned_before", *more: object) -> str:
    return reverse(name, args=[review.notification.reference, *more])


def opened(review: RapidReview, asked: str = "", who: str = "Bea") -> BeautifulSoup:
    answer = browser(who).get(address(review) + asked)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def points(page: BeautifulSoup) -> dict[str, str]:
    """What is answered to each point."""
    return {
        one.h3.get_text(" ", strip=True): one.get_text(" ", strip=True) for one in page.select(".sq-learned") if one.h3
    }


def test_each_point_is_answered_by_itself(review: RapidReview) -> None:
    in_the_library()
    found = points(opened(review))
    assert list(found) == [POINT, OTHER]
    assert TITLE in found[POINT]
    assert "safer sleeping advice reaches whoever cares" in found[POINT]
    assert NOTHING in found[OTHER]


def test_a_passage_opens_where_it_stands(review: RapidReview) -> None:
    document = in_the_library()
    hrefs = [str(link["href"]) for link in opened(review).select(".sq-learned__where")]
    assert any(href.startswith(f"/library/{document.key}/?from={passage_of(document)}-") for href in hrefs)


def test_the_whys_of_an_episode_are_one_point(review: RapidReview) -> None:
    in_the_library()
    episode = new_record(review, "episode", by=person("Bea"), now=NOW)
    answered_in(episode, {"title": "The birth visit", "why": "Habit.", "why_again": POINT})
    (found,) = points(opened(review, "?from=episodes")).items()
    assert found[0].startswith("The birth visit Habit.")
    assert TITLE in found[1]


def test_a_pasted_paragraph_is_looked_up_and_kept_nowhere(review: RapidReview) -> None:
    in_the_library()
    answer = browser("Bea").post(address(review), {"text": POINT})
    assert TITLE in points(BeautifulSoup(answer.content, "html.parser"))[POINT]
    assert not any(POINT[:20] in f"{row.before}{row.after}" for row in Entry.objects.all())


def test_nothing_pasted_is_said(review: RapidReview) -> None:
    assert b"Type or paste what you want to look up" in browser("Bea").post(address(review), {"text": " "}).content


@pytest.mark.parametrize(("owner", "sees"), [("Norvale", False), ("Wessenmere", True)])
def test_what_is_restricted_is_shown_to_its_own_people(review: RapidReview, owner: str, sees: bool) -> None:
    in_the_library(record=only_for(owner))
    in_the_library("Elsewhere", record="panel")
    page = opened(review).get_text()
    assert (TITLE in page) is sees
    assert ("Not open to everybody" in page) is sees
    assert ("no document in the library yet" in page) is not sees


def test_of_a_closed_text_no_word_is_shown(review: RapidReview) -> None:
    in_the_library(text=only_for("Norvale"))
    page = opened(review).get_text()
    assert "sleeping advice reaches whoever" not in page
    assert "working hours" not in page


def test_one_click_cites_and_what_became_of_it_is_asked(review: RapidReview) -> None:
    document, client = in_the_library(), browser("Bea")
    sent = {"document": document.key, "passage": passage_of(document), "recommendation": recommendation_of(document)}
    answer = client.post(address(review, "review_cite_learning"), sent)
    (one,) = queries.cited_in(review)
    assert answer["Location"] == address(review, "review_learning_became", one.pk)
    client.post(answer["Location"], {"became": "not_done", "words": "Nobody owned it."})
    page = opened(review)
    assert "not put into practice. Nobody owned it." in page.select_one("#cited").get_text()  # type: ignore[union-attr]
    assert "Cited in the answer" in page.get_text()
    assert "checking it instead" in page.get_text()
    client.post(address(review, "review_take_out_learning", one.pk))
    assert opened(review).select_one("#cited") is None


def test_of_a_restricted_document_it_is_asked_how_much_may_be_told(review: RapidReview) -> None:
    document, client = in_the_library(record=only_for("Wessenmere")), browser("Bea")
    sent = {"document": document.key, "recommendation": recommendation_of(document)}
    cite = address(review, "review_cite_learning")
    asked = client.post(cite, sent)
    assert "How much of it may be told?" in asked.content.decode()
    assert "There is a problem" not in asked.content.decode()
    assert "There is a problem" in client.post(cite, {**sent, "asked": "yes"}).content.decode()
    assert not queries.cited_in(review)
    client.post(cite, {**sent, "asked": "yes", "shared": "all"})
    assert queries.cited_in(review)


def test_who_only_reads_is_offered_no_change(review: RapidReview) -> None:
    in_the_library()
    page = opened(review, who="Chidi")
    assert TITLE in page.get_text()
    assert "Cite in the answer" not in page.get_text()


def test_the_learning_and_the_decision_lead_here(review: RapidReview) -> None:
    answered(review, {"learned_before": "yes_here"})
    for name, more in (("review_section", ["learning"]), ("review_decision", [])):
        page = browser("Bea").get(address(review, name, *more)).content.decode()
        assert page.count(address(review)) == 2, name  # among the parts of the review, and beside what it is for


def test_it_takes_few_queries(
    review: RapidReview, django_assert_max_num_queries: Callable[..., DjangoAssertNumQueries]
) -> None:
    in_the_library()
    client = browser("Bea")
    client.get(address(review))
    with django_assert_max_num_queries(15):  # type: ignore[attr-defined]
        client.get(address(review))


def test_what_later_reports_say_of_it_stands_where_it_is_asked_what_became_of_it(review: RapidReview) -> None:
    document, client = in_the_library(), browser("Bea")
    yearly_report("Norvale", "Juniper (2023): evening visits began and were counted.")
    yearly_report("Norvale", "Juniper (2023): only the Panel knows of this.", record="panel")
    client.post(address(review, "review_cite_learning"), {"document": document.key})
    (one,) = queries.cited_in(review)
    page = client.get(address(review, "review_learning_became", one.pk)).content.decode()
    assert "evening visits began and were counted" in page
    assert "only the Panel knows" not in page


def test_what_is_remembered_follows_the_library_and_whoever_asks(review: RapidReview) -> None:
    assert points(opened(review)) == {}
    in_the_library(record=only_for("Norvale"))
    assert TITLE not in opened(review).get_text()
    in_the_library("Hexdale")
    assert TITLE in opened(review).get_text()
