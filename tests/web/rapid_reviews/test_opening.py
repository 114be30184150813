"""A rapid review begins with the notification that is sent, and ends with the one that is withdrawn."""

import pytest
from django.core.exceptions import PermissionDenied

from second_question.rules.notification_codes import REASONS_WITHOUT_RAPID_REVIEW
from second_question.rules.workflow import RAPID_REVIEW, RapidReviewState
from second_question_web import pathway
from second_question_web.partnerships.models import Partnership
from second_question_web.rapid_reviews.actions import close_review, open_review
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import System
from second_question_web.trail.models import Entry
from tests.people import person
from tests.sent import SENT, at_noon, review_of, sent_notification

pytestmark = pytest.mark.django_db


def test_sending_opens_the_rapid_review_on_that_day() -> None:
    review = review_of(sent_notification())
    assert (review.state, review.opened_on, review.ruleset) == ("open", SENT.date(), "working-together-2026")
    assert review.state in RAPID_REVIEW.states


def test_opening_again_changes_nothing_and_writes_nothing() -> None:
    notification = sent_notification()
    rows = Entry.objects.count()
    again = open_review(notification=notification, by=person("Bea"), now=at_noon(2026, 11, 9))
    assert again == review_of(notification)
    assert Entry.objects.count() == rows


@pytest.mark.parametrize("reason", sorted(REASONS_WITHOUT_RAPID_REVIEW))
def test_a_death_without_suspected_abuse_opens_none(reason: str) -> None:
    sent_notification(reason=reason)
    assert not RapidReview.objects.exists()


def test_the_partnerships_choice_of_day_one_is_kept_with_the_review() -> None:
    first = review_of(sent_notification(1))
    Partnership.objects.update(start_day_is_day_one=True)
    assert not first.start_day_is_day_one
    assert review_of(sent_notification(2)).start_day_is_day_one


def test_withdrawing_closes_it_once_with_one_row() -> None:
    notification = sent_notification()
    for _ in range(2):
        pathway.follow("notification.withdrawn", notification=notification, by=person("Bea"), now=at_noon(2026, 11, 5))
    review = review_of(notification)
    assert (review.state, str(review.closed_on)) == (RapidReviewState.CLOSED, "2026-11-05")
    row = Entry.objects.get(action="rapid_review.close")
    assert (row.before, row.after, row.case) == ({"state": "open"}, {"state": "closed"}, notification.reference)


def test_withdrawing_one_without_a_review_closes_nothing() -> None:
    notification = sent_notification(reason="care_leaver_death")
    assert close_review(notification=notification, by=person("Bea"), now=SENT) is None


@pytest.mark.parametrize("name", ["Noor", "Colm", "Chidi", "Petra", "Audra", "Adam"])
def test_nobody_else_opens_or_closes(name: str) -> None:
    notification = sent_notification()
    for action in (open_review, close_review):
        with pytest.raises(PermissionDenied, match="notification"):
            action(notification=notification, by=person(name), now=SENT)
    assert review_of(notification).state == "open"


def test_the_system_may() -> None:
    notification = sent_notification()
    assert close_review(notification=notification, by=System("demo"), now=SENT) == review_of(notification)
