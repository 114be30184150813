"""Agencies are asked for their summaries: who can be, who is written to, and what happens when something fails."""

from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from pytest_django import Settings

from second_question_web.partnerships.models import Member
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink, ReviewRecord
from second_question_web.rapid_reviews.summaries import actions
from second_question_web.rapid_reviews.summaries.errors import AskedAlready
from second_question_web.trail.models import Entry
from second_question_web.ui.mail import NotSent
from tests.people import organisation, person
from tests.reviews import begun_review, fresh
from tests.summaries import DUE, HANA, NIA, again, ask, mails_to, school, trust

pytestmark = pytest.mark.django_db
BROKEN = "tests.web.people.broken_mail.Backend"


def part_one(organisation_name: str = "Alder Lane Academy") -> ReviewRecord:
    """The record of part 1 about that agency."""
    there = ReviewRecord.objects.filter(kind="agency", request=None)
    (found,) = [record for record in there if record.all_answers()["organisation"] == organisation_name]
    return found


def test_a_request_has_a_number_a_link_and_a_place_in_part_one() -> None:
    request = ask()
    assert (request.number, request.state, request.due_on) == (1, "asked", DUE)
    assert [(link.part, link.email) for link in request.links.all()] == [("contribute", NIA)]
    assert part_one().answers["involvement"] == "waiting"


def test_the_review_is_gathering_facts_from_then_on() -> None:
    assert fresh(ask().review).state == "gathering"


def test_the_email_tells_the_number_who_asks_and_by_when_and_nothing_of_the_case() -> None:
    ask()
    (message,) = mail.outbox
    said = f"{message.subject} {message.body}"
    assert "SIN-2026-0001, request 1" in said
    assert "by Friday 27 November 2026" in said
    for secret in ("Rowan", "Thistlewood", "Quay Row", "broken", "baby", "child"):
        assert secret not in said


def test_the_lead_is_told_at_once_and_has_a_link_of_their_own() -> None:
    request = ask(lead=True)
    assert request.links.get(email=HANA).part == RequestLink.Part.SIGN
    assert "You are named as the one who signs it" in str(mail.outbox[0].body)
    assert mails_to(HANA) == mails_to(NIA)


def test_one_row_of_the_trail_for_each_agency() -> None:
    ask(lead=True)
    row = Entry.objects.get(action="agency_request.ask")
    assert (row.subject_key, row.case, row.after["agency"]) == ("SIN-2026-0001 1", "SIN-2026-0001", school().code)
    assert "Nia" not in str([row.before, row.after, row.reason])


def test_a_second_agency_gets_the_next_number_also_when_the_first_was_withdrawn() -> None:
    first = ask()
    actions.withdraw(request=first, by=_bea(), reason="Wrong school", now=first.asked_at)
    assert ask(first.review, trust(), email="leila@example.org").number == 2
    assert ask(first.review).number == 3


def test_an_agency_is_not_asked_twice() -> None:
    first = ask()
    with pytest.raises(AskedAlready, match="Alder Lane Academy has been asked already"):
        ask(first.review)
    assert AgencyRequest.objects.count() == 1


def test_an_agency_that_stands_in_part_one_already_is_not_named_twice() -> None:
    request = ask()
    actions.withdraw(request=request, by=_bea(), reason="Wrong school", now=request.asked_at)
    assert part_one().answers["involvement"] == "nobody_asked"
    ask(request.review)
    assert part_one().answers["involvement"] == "waiting"


@pytest.mark.parametrize("by", ["Dana", "Chidi", "Noor", "Petra", "Colm", "Leila"])
def test_only_the_office_of_the_review_asks(by: str) -> None:
    review = begun_review()
    with pytest.raises(PermissionDenied):
        ask(review, by=by)
    assert not AgencyRequest.objects.exists()


def test_a_day_in_the_past_is_refused() -> None:
    with pytest.raises(Refusal, match="must not be in the past"):
        ask(due_on=date(2026, 11, 19))


def test_an_agency_that_has_closed_cannot_be_asked() -> None:
    closed = school()
    closed.ends_on = date(2026, 8, 31)
    closed.save()
    with pytest.raises(Refusal, match=r"closed on 31 August 2026.*find out who holds its records now"):
        ask(agency=closed)


def test_an_agency_whose_membership_has_ended_cannot_be_asked() -> None:
    Member.objects.filter(organisation=school()).update(ends_on=date(2026, 10, 1))
    with pytest.raises(Refusal, match="is no member of Wessenmere"):
        ask()


def test_an_agency_of_another_area_cannot_be_asked() -> None:
    with pytest.raises(Refusal, match="Add it to the partnership’s agencies first"):
        ask(agency=organisation("Norvale Council"))


def test_a_review_that_was_sent_asks_nobody() -> None:
    review = begun_review()
    review.state = "submitted"
    review.save()
    with pytest.raises(NotNow, match="cannot be changed"):
        ask(review)


def test_an_email_that_cannot_be_sent_leaves_nothing_half_done(settings: Settings) -> None:
    review = begun_review()
    settings.EMAIL_BACKEND = BROKEN
    with pytest.raises(NotSent):
        ask(review)
    assert not AgencyRequest.objects.exists()
    assert not ReviewRecord.objects.filter(kind="agency").exists()
    assert fresh(review).state == "open"
    assert not Entry.objects.filter(action="agency_request.ask").exists()


def test_part_one_is_found_again_when_somebody_words_the_name_differently() -> None:
    request = ask()
    record = part_one()
    record.sealed_answers["organisation"] = "The academy in Alder Lane"
    record.save()
    actions.withdraw(request=again(request), by=_bea(), reason="Wrong school", now=request.asked_at)
    assert part_one("The academy in Alder Lane").answers["involvement"] == "nobody_asked"


def _bea() -> Person:
    return person("Bea")
