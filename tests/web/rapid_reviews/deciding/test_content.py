"""A review read from the database as content: whole, in few queries, with signatures as they stand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.areas.actions import add_area
from second_question_web.rapid_reviews.content import LAPSED, content_of
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview, SignOff
from tests.people import organisation, partnership, person
from tests.reviews import NOW, fresh
from tests.web.rapid_reviews.deciding.decisions import COUNCIL, answered, signed

pytestmark = pytest.mark.django_db
HOSPITAL = "Wessenmere Hospitals NHS Trust"


def asked(review: RapidReview, state: str) -> AgencyRequest:
    """The hospital was asked, and its lead signed; whether that still stands follows from the state."""
    facts = {"partnership": partnership(), "organisation": organisation(HOSPITAL), "state": state}
    made = AgencyRequest.objects.create(
        review=review, number=1, asked_at=NOW, asked_by="Bea Okafor", due_on=NOW.date(), **facts
    )
    SignOff.objects.create(request=made, name="Leila Frost", job_title="Chief nurse", signed_at=NOW, digest="d")
    return made


def test_it_takes_at_most_eight_queries(review: RapidReview) -> None:
    signed(review, "Dana")
    asked(review, "signed")
    found = queries.review(person("Bea"), review.notification.reference)
    with CaptureQueriesContext(connection) as taken:
        content_of(found)
    assert len(taken) <= 8


def test_it_has_the_facts_around_the_text(review: RapidReview, settings: Settings) -> None:
    settings.DEMO = True
    add_area(review=review, by=person("Bea"), partnership=partnership("Norvale"), reason="A brother.", now=NOW)
    content = content_of(fresh(review), version=3, sent_on=NOW.date())
    assert (content.reference, content.version, content.sent_on) == ("SIN-2026-0001", 3, NOW.date())
    assert content.contributing_areas == ["Norvale Safeguarding Children Partnership"]
    assert content.fictional


def test_a_signature_is_there_in_words_and_gone_when_the_text_is_another(review: RapidReview) -> None:
    signed(review, "Dana", "reservation", "It took long.")
    (view,) = content_of(fresh(review)).decisions[-1].signatures
    assert (view.partner, view.view, view.signed_at) == (COUNCIL, "Agrees, with a reservation", NOW)
    answered(review, {"rationale": "Other grounds."})
    (view,) = content_of(fresh(review)).decisions[-1].signatures
    assert (view.partner, view.view, view.signed_at, view.why_missing) == (COUNCIL, "", None, LAPSED)


@pytest.mark.parametrize(
    ("state", "signed_by"), [("signed", "Leila Frost, Chief nurse"), ("returned", ""), ("started", "")]
)
def test_an_agency_is_told_with_who_signed_while_that_stands(review: RapidReview, state: str, signed_by: str) -> None:
    asked(review, state)
    (answer,) = content_of(fresh(review)).agencies
    assert (answer.agency, answer.signed_by, answer.signed_on) == (
        HOSPITAL,
        signed_by,
        NOW.date() if signed_by else None,
    )


def test_a_request_that_was_withdrawn_is_left_out(review: RapidReview) -> None:
    asked(review, "withdrawn")
    assert content_of(fresh(review)).agencies == []


def test_a_signature_of_an_agency_that_lapsed_is_not_told(review: RapidReview) -> None:
    asked(review, "signed").sign_offs.update(lapsed_at=NOW)
    (answer,) = content_of(fresh(review)).agencies
    assert (answer.signed_by, answer.signed_on) == ("", None)
