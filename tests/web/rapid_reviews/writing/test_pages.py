"""The pages on which a review is written, as people use them."""

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from second_question.rules.questions import Kind, Section
from second_question.rules.template.parts import OF_AN_AGENCY, RAPID_REVIEW_2021, record_kind
from second_question_web.incidents.models import DraftText
from second_question_web.rapid_reviews.models import Comment, RapidReview, ReviewRecord
from tests.people import person
from tests.reviews import begun_review, record_of
from tests.web.rapid_reviews.writing.saving import added, saved

pytestmark = pytest.mark.django_db
OWN = [section for section in RAPID_REVIEW_2021.sections if section.record not in OF_AN_AGENCY]


def client_of(who: str) -> Client:
    client = Client()
    client.force_login(person(who))
    return client


def address(review: RapidReview, section: str, place: int = 0, name: str = "review_section") -> str:
    slug = section.replace("_", "-")
    return reverse(name, args=[review.notification.reference, slug, *([place] if place else [])])


def soup_of(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def place_for(review: RapidReview, section: Section) -> int:
    """A record for a section of which there can be several."""
    if not record_kind(section.record).repeated:
        return 0
    first = ReviewRecord.objects.filter(review=review, kind=section.record).first()
    return first.place if first else added(review, section.record, {}).place


@pytest.mark.parametrize("section", OWN, ids=lambda section: section.id)
def test_every_question_of_the_template_stands_on_its_page(section: Section) -> None:
    review = begun_review()
    page = soup_of(client_of("Bea").get(address(review, section.id, place_for(review, section))))  # type: ignore[arg-type]
    names = {str(field["name"]) for field in page.select("#section-form [name]")}
    for question in section.questions:
        wanted = f"{question.id}-day" if question.kind is Kind.DATE else question.id
        assert wanted in names


def test_a_section_is_saved_and_leads_to_the_next() -> None:
    review = begun_review()
    typed = {"context_before": "A first flat.", "version": record_of(review).version}
    answer = client_of("Bea").post(address(review, "background"), typed)
    assert answer["Location"] == address(review, "context")
    assert record_of(review).all_answers()["context_before"] == "A first flat."


def test_both_texts_are_shown_when_two_people_wrote() -> None:
    review = begun_review()
    opened = record_of(review).version
    saved(review, "background", {"context_before": "Dana’s words."}, by="Dana")
    answer = client_of("Bea").post(address(review, "background"), {"context_before": "Bea’s words.", "version": opened})
    assert answer.status_code == 409
    assert "Dana’s words." in answer.content.decode()
    assert "Bea’s words." in answer.content.decode()


def test_both_texts_can_be_kept() -> None:
    review = begun_review()
    saved(review, "background", {"context_before": "Dana’s words."}, by="Dana")
    chosen = {"deciding": "yes", "choose-context_before": "both", "context_before": "Bea’s words."}
    client_of("Bea").post(address(review, "background"), {**chosen, "version": record_of(review).version})
    assert record_of(review).all_answers()["context_before"] == "Dana’s words.\n\nBea’s words."


def test_what_is_typed_is_kept_and_stands_there_again() -> None:
    review = begun_review()
    bea = client_of("Bea")
    kept = bea.post(address(review, "background", name="review_keep"), {"context_before": "Half a sen"})
    page = soup_of(bea.get(address(review, "background")))  # type: ignore[arg-type]
    area = page.find(id="context_before")
    assert kept.status_code == 204
    assert area is not None
    assert "Half a sen" in area.text


def test_a_million_characters_are_refused_with_a_sentence_and_stay_in_the_form() -> None:
    review = begun_review()
    much = "word " * 200_000
    answer = client_of("Bea").post(address(review, "background"), {"context_before": much})
    assert "Shorten this to 50,000 characters" in answer.content.decode()
    assert much.strip() in answer.content.decode()


def test_what_was_typed_is_kept_when_the_review_was_sent_meanwhile() -> None:
    review = begun_review()
    RapidReview.objects.filter(pk=review.pk).update(state="submitted")
    answer = client_of("Bea").post(address(review, "background"), {"context_before": "Too late."}, follow=True)
    assert "What you typed is kept" in answer.content.decode()
    assert DraftText.objects.get().fields["context_before"] == ["Too late."]


@pytest.mark.parametrize(("who", "reads"), [("Chidi", 200), ("Noor", 404), ("Petra", 403), ("Colm", 403)])
def test_who_may_not_write_reads_or_is_refused(who: str, reads: int) -> None:
    review = begun_review()
    answer = client_of(who).get(address(review, "background"))
    assert answer.status_code == reads
    assert 'id="section-form"' not in answer.content.decode()


def test_a_comment_is_made_answered_and_settled() -> None:
    review = begun_review()
    reference = review.notification.reference
    sent = {"section": "background", "place": 0, "question": "context_before", "text": "Who says so?"}
    client_of("Chidi").post(reverse("review_comment", args=[reference]), sent)
    made = Comment.objects.get()
    client_of("Bea").post(reverse("review_comment_reply", args=[reference, made.pk]), {"text": "The midwife."})
    client_of("Bea").post(reverse("review_comment_settle", args=[reference, made.pk]))
    page = client_of("Dana").get(address(review, "background")).content.decode()
    assert "Who says so?" in page
    assert "The midwife." in page
    assert "Settled by Bea Okafor" in page


def test_earlier_texts_stand_with_who_wrote_them() -> None:
    review = begun_review()
    saved(review, "background", {"context_before": "First."}, by="Dana")
    saved(review, "background", {"context_before": "Second."})
    where = [review.notification.reference, "background", 0, "context_before"]
    page = client_of("Chidi").get(reverse("review_answer_history", args=where)).content.decode()
    assert page.index("Second.") < page.index("First.")
    assert "Written by Dana Whitlock" in page


def test_the_whole_draft_is_one_page() -> None:
    review = begun_review()
    saved(review, "background", {"context_before": "A first flat."})
    page = client_of("Dana").get(reverse("review_read", args=[review.notification.reference])).content.decode()
    assert "A first flat." in page
    assert "Rowan Thistlewood" in page


@pytest.mark.parametrize("slug", ["no-such-section", "agency-summary", "moment"])
def test_a_section_that_is_not_there_is_not_found(slug: str) -> None:
    review = begun_review()
    answer = client_of("Bea").get(address(review, slug, 7 if slug == "moment" else 0))
    assert answer.status_code == 404
