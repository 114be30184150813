"""Which agencies are proposed, and by when their summaries are due."""

from datetime import date

import pytest

from second_question_web.incidents.models import Child
from second_question_web.partnerships.models import LocalClock, Member, MemberPart
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.models import ContributingPartnership, RapidReview
from second_question_web.rapid_reviews.summaries.choosing import Choice, asking_area, choice, contacts, due_day
from tests.people import LONG_AGO, organisation, partnership, person
from tests.reviews import NOW, begun_review
from tests.summaries import ask, school, trust

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def opened() -> RapidReview:
    return reviews.review(person("Bea"), begun_review().notification.reference)


def chosen(review: RapidReview) -> Choice:
    return choice(partnership(), review, TODAY)


def named_in_the_notification(*names: str) -> None:
    child = Child.objects.get()
    child.answers["known_to_agencies"] = [organisation(name).code for name in names]
    child.save()


def names(agencies: object) -> list[str]:
    return [str(one) for one in agencies]  # type: ignore[attr-defined]  # a sequence of organisations


def test_agencies_that_the_notification_names_are_proposed() -> None:
    review = opened()
    school(), trust()
    named_in_the_notification("Alder Lane Academy")
    found = chosen(review)
    assert names(found.proposed) == ["Alder Lane Academy"]
    assert "Wessenmere Hospitals NHS Trust" in names(found.others)
    assert "Wessenmere Police" in names(found.others), "the partners' own services can be asked too"


def test_those_that_were_asked_are_not_offered_again() -> None:
    review = opened()
    ask(review)
    found = chosen(review)
    assert names(found.asked) == ["Alder Lane Academy"]
    assert school().code not in found.by_code


def test_one_that_knew_the_child_and_has_closed_is_shown_with_what_to_do() -> None:
    review = opened()
    closed = school()
    closed.ends_on = date(2026, 8, 31)
    closed.save()
    named_in_the_notification("Alder Lane Academy", "Norvale Council")
    instead = {one.name: words for one, words in chosen(review).closed}
    assert "Ask that organisation instead" in instead["Alder Lane Academy"]
    assert "is no member" in instead["Norvale Council"]


def test_the_others_stand_under_their_kind() -> None:
    review = opened()
    school()
    assert names(chosen(review).others_by_kind["School or college"]) == ["Alder Lane Academy"]


def test_people_with_an_account_are_the_contacts() -> None:
    school(), trust()
    known = contacts(partnership(), [school(), trust()], TODAY)
    assert known[school().pk]["agency_contributor"].name == "Colm Addy"
    assert known[trust().pk]["agency_lead"].name == "Leila Frost"


def test_a_week_is_given_from_friday_to_friday() -> None:
    assert due_day(opened(), TODAY) == date(2026, 11, 27)


@pytest.mark.parametrize(("working_days", "due"), [(3, date(2026, 11, 25)), (10, date(2026, 11, 27))])
def test_the_partnerships_own_clocks_come_first(working_days: int, due: date) -> None:
    LocalClock.objects.create(
        partnership=partnership(), name="Summaries", starts_from="notification_sent", working_days=working_days
    )
    assert due_day(opened(), TODAY) == due


def test_near_the_end_the_reviews_own_day_is_the_last() -> None:
    assert due_day(opened(), date(2026, 12, 9)) == date(2026, 12, 11)


def test_when_everything_is_late_five_days_are_given_all_the_same() -> None:
    assert due_day(opened(), date(2026, 12, 14)) == date(2026, 12, 21)


def test_a_contributing_area_asks_its_own_agencies() -> None:
    review = begun_review()
    norvale = partnership("Norvale")
    ContributingPartnership.objects.create(review=review, partnership=norvale, added_at=NOW, added_by="Bea Okafor")
    Member.objects.get_or_create(
        partnership=norvale, organisation=organisation("Fell School"), part=MemberPart.AGENCY, starts_on=LONG_AGO
    )
    assert asking_area(person("Noor"), review) == norvale
    made = ask(review, organisation("Fell School"), by="Noor")
    assert made.partnership == norvale
