"""The pages of a review as somebody asks for them."""

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from second_question.rules.questions import Section
from second_question.rules.template.parts import OF_AN_AGENCY, RAPID_REVIEW_2021, record_kind
from second_question_web.rapid_reviews.models import RapidReview, ReviewRecord
from tests.people import person
from tests.web.rapid_reviews.writing.saving import added

OWN = [section for section in RAPID_REVIEW_2021.sections if section.record not in OF_AN_AGENCY]
"""The sections that the partnership writes."""


def client_of(who: str) -> Client:
    client = Client()
    client.force_login(person(who))
    return client


def address(review: RapidReview, section: str, place: int = 0, name: str = "review_section") -> str:
    slug = section.replace("_", "-")
    return reverse(name, args=[review.notification.reference, slug, *([place] if place else [])])


def of_review(review: RapidReview, name: str, *more: object) -> str:
    return reverse(name, args=[review.notification.reference, *more])


def shown_to(who: str, where: str) -> BeautifulSoup:
    """The page at an address, as that person sees it."""
    return BeautifulSoup(client_of(who).get(where).content, "html.parser")


def words_of(page: BeautifulSoup) -> str:
    """What the page says, with single spaces."""
    return " ".join(page.get_text(" ").split())


def place_for(review: RapidReview, section: Section) -> int:
    """A record for a section of which there can be several; 0 for the review itself."""
    if not record_kind(section.record).repeated:
        return 0
    first = ReviewRecord.objects.filter(review=review, kind=section.record).first()
    return first.place if first else added(review, section.record, {}).place
