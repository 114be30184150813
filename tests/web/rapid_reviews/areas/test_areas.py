"""Reviews of several areas: Noor of Norvale sees exactly her part, from when she is let in until that ends."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.test import Client

from second_question.rules.access import Permission
from second_question_web.home.desk import Desk
from second_question_web.incidents.models import Notification
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.areas.actions import add_area, end_area
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.listing.queries import Wanted, listing
from second_question_web.rapid_reviews.meetings import actions as meetings
from second_question_web.rapid_reviews.models import ContributingPartnership, RapidReview
from second_question_web.rapid_reviews.scope import reviews_for
from second_question_web.trail.models import Entry
from second_question_web.trail.refusals import Hidden
from tests.people import partnership, person
from tests.reviews import NOW
from tests.web.rapid_reviews.meetings import given_clock
from tests.web.rapid_reviews.meetings.meeting_facts import plain_review

pytestmark = pytest.mark.django_db
OWN_PART = {
    Permission.RAPID_REVIEW_READ,
    Permission.RAPID_REVIEW_DRAFT,
    Permission.RAPID_REVIEW_COMMENT,
    Permission.SUMMARY_ASK,
}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    given_clock.give(monkeypatch, NOW)


def joined(review: RapidReview, by: str = "Bea", at: str = "Norvale") -> ContributingPartnership:
    return add_area(
        review=review, by=person(by), partnership=partnership(at), reason="The brother lives there", now=NOW
    )


def reach_of(name: str, review: RapidReview) -> set[Permission]:
    """Everything that the person may do with that review."""
    own = RapidReview.objects.filter(pk=review.pk)
    return {one for one in Permission if own.filter(reviews_for(person(name), one)).exists()}


def status(client: Client, name: str, address: str) -> int:
    client.force_login(person(name))
    return client.get(address).status_code


def test_before_she_is_let_in_there_is_nothing() -> None:
    assert reach_of("Noor", plain_review()) == set()


def test_let_in_she_may_read_comment_and_ask_her_own_agencies_and_nothing_else() -> None:
    review = plain_review()
    joined(review)
    assert reach_of("Noor", review) == OWN_PART


def test_after_her_part_ended_there_is_nothing_again() -> None:
    review = plain_review()
    end_area(area=joined(review), by=person("Bea"), now=NOW)
    assert reach_of("Noor", review) == set()
    with pytest.raises(Hidden):
        reviews.review(person("Noor"), review.notification.reference)


def test_the_lead_keeps_all_of_it_and_others_gain_nothing() -> None:
    review = plain_review()
    before = {name: reach_of(name, review) for name in ("Bea", "Dana", "Chidi", "Petra", "Colm")}
    joined(review)
    assert {name: reach_of(name, review) for name in before} == before


def test_she_finds_it_on_her_list_and_her_home_page_but_not_the_notification() -> None:
    review = plain_review()
    joined(review)
    noor = person("Noor")
    found = listing(noor, NOW.date()).wanted(Wanted())
    assert list(found) == [review]
    assert [due.case for due in Desk(noor, NOW).clocks] == [review.notification.reference]
    assert not Desk(noor, NOW).sent_lately


@pytest.mark.parametrize(
    ("page", "opens"),
    [
        ("", True),
        ("areas/", True),
        ("meetings/", True),
        ("meetings/1/", True),
        ("actions/", True),
        ("history/", True),
        ("meetings/call/", False),
        ("meetings/1/notes/", False),
        ("meetings/1/attendance/", False),
        ("pause/", False),
        ("sent/", False),
    ],
)
def test_which_pages_open_for_her(client: Client, page: str, opens: bool) -> None:
    review = plain_review()
    meetings.call_meeting(review=review, by=person("Bea"), purpose="Decide", at=NOW, where="", agenda="", now=NOW)
    area = joined(review)
    address = f"/notifications/{review.notification.reference}/rapid-review/{page}"
    assert (status(client, "Noor", address) == 200) is opens
    end_area(area=area, by=person("Bea"), now=NOW)
    assert status(client, "Noor", address) == 404


def test_the_overview_speaks_of_her_own_agencies_only(client: Client) -> None:
    review = plain_review()
    joined(review)
    client.force_login(person("Noor"))
    page = BeautifulSoup(
        client.get(f"/notifications/{review.notification.reference}/rapid-review/").content, "html.parser"
    )
    assert "No agency of your area has been asked yet." in page.get_text()
    assert "Nobody has been asked" not in page.get_text()


def test_the_notification_stays_closed_to_her(client: Client) -> None:
    review = plain_review()
    joined(review)
    assert status(client, "Noor", f"/notifications/{review.notification.reference}/") == 404
    assert not Notification.objects.filter(partnership=partnership("Norvale")).exists()


def test_what_she_may_not_write_no_action_lets_her_write() -> None:
    review = plain_review()
    area = joined(review)
    noor = person("Noor")
    with pytest.raises(PermissionDenied):
        meetings.call_meeting(review=review, by=noor, purpose="Decide", at=NOW, where="", agenda="", now=NOW)
    with pytest.raises(PermissionDenied):
        end_area(area=area, by=noor, now=NOW)
    with pytest.raises(PermissionDenied):
        joined(review, by="Noor")


@pytest.mark.parametrize("name", ["Chidi", "Petra", "Max", "Rhea", "Colm"])
def test_only_those_who_write_for_the_lead_let_an_area_in(name: str) -> None:
    with pytest.raises(PermissionDenied):
        joined(plain_review(), by=name)


def test_it_is_in_the_trail_without_its_reason() -> None:
    joined(plain_review())
    row = Entry.objects.latest("number")
    assert (row.action, row.after) == ("area.add", {"partnership": "norvale"})
    assert "brother" not in str(vars(row))


def test_an_area_joins_once_needs_a_reason_and_is_not_the_lead() -> None:
    review = plain_review()
    joined(review)
    with pytest.raises(Refusal, match="takes part already"):
        joined(review)
    with pytest.raises(Refusal, match="leads the review"):
        joined(review, at="Wessenmere")


def test_a_reason_is_asked() -> None:
    with pytest.raises(Refusal, match="Say why") as refused:
        add_area(review=plain_review(), by=person("Bea"), partnership=partnership("Norvale"), reason=" ", now=NOW)
    assert refused.value.field == "reason"


def test_none_joins_while_the_text_is_frozen() -> None:
    review = plain_review()
    RapidReview.objects.update(state="submitted")
    with pytest.raises(NotNow):
        joined(review)


def test_an_area_can_come_back_and_ending_twice_changes_nothing() -> None:
    review = plain_review()
    area = joined(review)
    for _ in range(2):
        end_area(area=area, by=person("Bea"), now=NOW)
    assert Entry.objects.filter(action="area.end").count() == 1
    joined(review)
    assert reach_of("Noor", review) == OWN_PART


def test_adding_and_ending_through_the_pages(client: Client) -> None:
    review, norvale = plain_review(), partnership("Norvale")
    address = f"/notifications/{review.notification.reference}/rapid-review/areas/"
    client.force_login(person("Bea"))
    answer = client.post(address, {"partnership": norvale.pk, "reason": ""})
    assert "Say why this area takes part" in answer.content.decode()
    client.post(address, {"partnership": norvale.pk, "reason": "The brother lives there"})
    page = BeautifulSoup(client.get(address).content, "html.parser")
    assert "The brother lives there" in page.get_text()
    client.post(f"{address}{ContributingPartnership.objects.get().pk}/end/")
    assert "Norvale Safeguarding Children Partnership, from 20 November 2026" in client.get(address).content.decode()
