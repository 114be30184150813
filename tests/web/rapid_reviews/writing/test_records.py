"""The records of one kind: listed, added, taken away, put back, taken over from the notification."""

import pytest

from second_question.rules.questions import Section
from second_question.rules.template.parts import record_kind
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from second_question_web.rapid_reviews.writing.records_table import FACTS
from tests.reviews import begun_review, record_of
from tests.web.rapid_reviews.writing.asking import OWN, address, client_of, of_review, shown_to, words_of
from tests.web.rapid_reviews.writing.saving import added, saved

pytestmark = pytest.mark.django_db
REPEATED = [section for section in OWN if record_kind(section.record).repeated]


@pytest.mark.parametrize("section", REPEATED, ids=lambda section: section.id)
def test_the_facts_in_the_table_are_questions_of_the_section(section: Section) -> None:
    assert set(FACTS[section.id]) <= {question.id for question in section.questions}


def test_a_table_names_the_records_with_their_facts_and_status() -> None:
    review = begun_review()
    who = {"name": "Jo Fenwick", "job_title": "Head of safeguarding", "organisation": "Alder Lane Academy"}
    added(review, "participant", who)
    page = words_of(shown_to("Bea", address(review, "participants")))
    assert "Jo Fenwick Head of safeguarding Alder Lane Academy" in page
    assert "In progress" in page


def test_each_section_about_a_child_can_be_reached_from_the_list() -> None:
    review = begun_review()
    links = {link["href"] for link in shown_to("Bea", address(review, "child_identity")).select("td a, th a")}
    assert links == {address(review, section, 1) for section in ("child_identity", "child_care", "child_safety")}


def test_saving_a_child_leads_on_through_its_sections_and_back_to_the_list() -> None:
    review = begun_review()
    way = []
    for section in ("child_identity", "child_care", "child_safety"):
        typed = {"full_name": "Rowan Thistlewood", "version": record_of(review, "child").version}
        way.append(client_of("Bea").post(address(review, section, 1), typed)["Location"])
    assert way == [address(review, *to) for to in (("child_care", 1), ("child_safety", 1), ("child_identity",))]


@pytest.mark.parametrize(
    ("button", "leads_to"), [("", "list"), ("another", "a new one"), ("return", "overview")], ids=lambda word: word
)
def test_a_participant_is_added(button: str, leads_to: str) -> None:
    review = begun_review()
    where = of_review(review, "review_add", "participant")
    answer = client_of("Bea").post(where, {"name": "Jo Fenwick", **({button: "yes"} if button else {})})
    to = {"list": address(review, "participants"), "a new one": where, "overview": of_review(review, "rapid_review")}
    assert answer["Location"] == to[leads_to]
    assert record_of(review, "participant").all_answers()["name"] == "Jo Fenwick"


def test_going_on_from_an_empty_page_adds_nothing() -> None:
    review = begun_review()
    answer = client_of("Bea").post(of_review(review, "review_add", "participant"), {"name": " "}, follow=True)
    assert "Nothing was typed, so a participant was not added" in answer.content.decode()
    assert not ReviewRecord.objects.filter(review=review, kind="participant").exists()


def test_taking_out_is_asked_first_and_can_be_undone() -> None:
    review = begun_review()
    added(review, "moment", {"title": "Referral not accepted"})
    bea, where = client_of("Bea"), of_review(review, "review_remove", "moment", 1)
    assert "Take “Referral not accepted” out of the review?" in bea.get(where).content.decode()
    assert record_of(review, "moment").removed_at is None
    assert "1 taken out" in bea.post(where, follow=True).content.decode()
    bea.post(of_review(review, "review_put_back", "moment", 1))
    assert record_of(review, "moment").removed_at is None


def test_the_address_of_a_record_that_was_taken_out_leads_to_where_it_can_be_put_back() -> None:
    review = begun_review()
    added(review, "moment", {"title": "A visit"})
    bea = client_of("Bea")
    bea.post(of_review(review, "review_remove", "moment", 1))
    answer = bea.get(address(review, "moment", 1), follow=True)
    assert "“A visit” was taken out of the review" in answer.content.decode()
    assert "Put back" in answer.content.decode()


@pytest.mark.parametrize("name", ["review_remove", "review_put_back"])
@pytest.mark.parametrize(("kind", "place"), [("review", 1), ("moment", 9), ("agency-summary", 1), ("none", 1)])
def test_what_is_not_there_cannot_be_taken_out_or_put_back(name: str, kind: str, place: int) -> None:
    assert client_of("Bea").post(of_review(begun_review(), name, kind, place)).status_code == 404


def test_nothing_is_taken_out_of_a_review_that_was_sent() -> None:
    review = begun_review()
    RapidReview.objects.filter(pk=review.pk).update(state="submitted")
    answer = client_of("Bea").post(of_review(review, "review_remove", "child", 1), follow=True)
    assert "its text cannot be changed" in answer.content.decode()
    assert record_of(review, "child").removed_at is None


def test_taking_over_says_how_many_answers_were_filled_and_leads_back() -> None:
    review = begun_review()
    saved(review, "incident", {"what_happened": "Our own words."})
    where = address(review, "incident")
    answer = client_of("Bea").post(of_review(review, "review_take_over"), {"back": where}, follow=True)
    assert "answers were taken over from the notification" in answer.content.decode()
    assert answer.redirect_chain == [(where, 302)]
    assert record_of(review).all_answers()["what_happened"] == "Our own words."


@pytest.mark.parametrize(
    ("section", "offered"), [("incident", True), ("child_identity", True), ("background", False), ("moment", False)]
)
def test_taking_over_is_offered_where_the_notification_has_answers(section: str, offered: bool) -> None:
    page = words_of(shown_to("Bea", address(begun_review(), section)))
    assert ("Take over what the notification says now" in page) == offered
