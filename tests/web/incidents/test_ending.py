"""Discarding, withdrawing, and who has been told."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web.incidents import actions
from second_question_web.incidents.errors import NeedsReason, NotNow
from second_question_web.incidents.models import Informed, Notification
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.models import Entry
from tests.notifications import NOW, begun, sent
from tests.people import person

pytestmark = pytest.mark.django_db


def test_withdrawing_closes_the_rapid_review_and_keeps_everything() -> None:
    case = actions.withdraw(by=person("Bea"), notification=sent(begun()), reason="Notified twice.", now=NOW)
    assert (case.state, case.withdrawn_reason) == ("withdrawn", "Notified twice.")
    assert RapidReview.objects.get().state == "closed"
    assert case.receipt_number == "R-2026-0001"


def test_withdrawing_twice_is_withdrawing_once() -> None:
    case = sent(begun())
    for _ in range(2):
        actions.withdraw(by=person("Bea"), notification=case, reason="Notified twice.", now=NOW)
    assert Entry.objects.filter(action="notification.withdraw").count() == 1


@pytest.mark.parametrize("who", ["Dana", "Sam", "Chidi", "Noor", "Petra"])
def test_only_the_business_manager_of_the_area_withdraws(who: str) -> None:
    case = sent(begun())
    with pytest.raises(PermissionDenied):
        actions.withdraw(by=person(who), notification=case, reason="Because.", now=NOW)
    assert Notification.objects.get().state == "sent"


def test_a_draft_is_discarded_and_a_sent_notification_is_not() -> None:
    draft = actions.discard(by=person("Bea"), notification=begun(start="a"), reason="A rehearsal.", now=NOW)
    assert draft.state == "discarded"
    with pytest.raises(NotNow):
        actions.discard(by=person("Bea"), notification=sent(begun(start="b")), reason="A rehearsal.", now=NOW)


def test_both_need_a_reason() -> None:
    with pytest.raises(NeedsReason):
        actions.discard(by=person("Bea"), notification=begun(start="a"), reason=" ", now=NOW)
    with pytest.raises(NeedsReason):
        actions.withdraw(by=person("Bea"), notification=sent(begun(start="b")), reason="", now=NOW)


def tell(case: Notification, body: str = "police", how: str = "telephone", hours: int = -1) -> Informed:
    at = NOW + timedelta(hours=hours)
    return actions.tell(by=person("Bea"), notification=case, body=body, details="Duty desk", how=how, at=at, now=NOW)


def test_who_was_told_is_kept_once_with_its_moment() -> None:
    case = begun()
    assert tell(case) == tell(case)
    assert Informed.objects.get().details == "Duty desk"


@pytest.mark.parametrize(
    ("body", "how", "hours"), [("king", "telephone", -1), ("police", "owl", -1), ("police", "email", 1)]
)
def test_nobody_is_told_in_the_future_or_by_owl(body: str, how: str, hours: int) -> None:
    with pytest.raises(ValueError, match=r"Choose|future"):
        tell(begun(), body, how, hours)
