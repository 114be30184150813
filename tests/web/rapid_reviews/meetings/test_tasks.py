"""Actions of meetings and immediate actions: agreed, changed, done; the text that was sent stays as it is (R1)."""

from collections.abc import Mapping
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web import pathway
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.meetings import actions, queries
from second_question_web.rapid_reviews.meetings.actions.tasks import Agreed
from second_question_web.rapid_reviews.meetings.errors import ChangedSince
from second_question_web.rapid_reviews.meetings.seen import seen_action
from second_question_web.rapid_reviews.models import AnswerChange, MeetingAction, RapidReview
from second_question_web.rapid_reviews.writing.keeping import keep, new_record, wanted_from
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW
from tests.web.rapid_reviews.meetings.meeting_facts import AFTER, action_of, called, plain_review

pytestmark = pytest.mark.django_db
TODAY = AFTER.date()


def immediate(review: RapidReview, what: str = "Place the brother with his aunt", **answers: object) -> int:
    """An immediate action of the review; gives its place."""
    said: Mapping[str, object] = {"what": what, "owner": "Duty manager", **answers}
    record = new_record(review, "immediate_action", by=person("Bea"), now=NOW)
    keep(record, wanted_from(RAPID_REVIEW_2021, "immediate_action", said), by=person("Bea"), now=NOW)
    return record.place


def mark_immediate(review: RapidReview, place: int, day: date | None, by: str = "Bea") -> None:
    actions.mark_immediate_done(review=review, by=person(by), place=place, done_on=day, now=AFTER)


def mark(action: MeetingAction, day: date | None, by: str = "Bea") -> None:
    actions.mark_action_done(action=action, by=person(by), done_on=day, now=AFTER)


def test_both_kinds_stand_together_the_earliest_first_and_say_what_is_late() -> None:
    review = plain_review()
    immediate(review, by_when=date(2026, 11, 25))
    action_of(called(review), by_when=date(2026, 12, 4))
    found = queries.tasks_of(review)
    said = [(task.what, task.owner, task.is_late(TODAY)) for task in found.open]
    assert said == [
        ("Place the brother with his aunt", "Duty manager", True),
        ("Visit the school", "Head of service", False),
    ]


def test_marking_an_immediate_action_is_a_change_of_the_text_with_its_history() -> None:
    review = plain_review()
    place = immediate(review)
    mark_immediate(review, place, TODAY)
    assert queries.immediate_task(review, place).done_on == TODAY
    change = AnswerChange.objects.latest("pk")
    assert (change.question, change.after, change.made_by) == ("done_on", {"answer": "2026-12-01"}, "Bea Okafor")
    assert Entry.objects.latest("number").after == {"done_on": "2026-12-01"}


def test_it_can_be_taken_back() -> None:
    review = plain_review()
    place = immediate(review, done_on=date(2026, 11, 21))
    mark_immediate(review, place, None)
    assert queries.immediate_task(review, place).done_on is None


@pytest.mark.parametrize("state", ["submitted", "panel_replied"])
def test_what_was_sent_is_frozen_but_the_actions_of_meetings_go_on(state: str) -> None:
    review = plain_review()
    place, action = immediate(review), action_of(called(review))
    RapidReview.objects.update(state=state)
    with pytest.raises(NotNow):
        mark_immediate(review, place, TODAY)
    mark(action, TODAY)
    assert MeetingAction.objects.get().done_on == TODAY


def test_an_action_is_marked_even_after_the_review_was_closed() -> None:
    review = plain_review()
    action = action_of(called(review))
    pathway.follow("notification.withdrawn", notification=review.notification, by=person("Bea"), now=NOW)
    mark(action, TODAY)
    assert MeetingAction.objects.get().done_on == TODAY


def test_the_same_mark_again_writes_nothing_and_another_day_is_refused() -> None:
    action = action_of(called(plain_review()))
    mark(action, TODAY)
    rows = Entry.objects.count()
    mark(action, TODAY, by="Dana")
    assert Entry.objects.count() == rows
    with pytest.raises(Refusal, match="on another day"):
        mark(action, date(2026, 11, 30), by="Dana")


def test_a_day_to_come_is_refused() -> None:
    with pytest.raises(Refusal, match="must not be in the future") as refused:
        mark(action_of(called(plain_review())), date(2026, 12, 2))
    assert refused.value.field == "done_on"


@pytest.mark.parametrize("name", ["Chidi", "Noor", "Petra"])
def test_only_those_who_write_the_review_mark_anything(name: str) -> None:
    review = plain_review()
    place, action = immediate(review), action_of(called(review))
    with pytest.raises(PermissionDenied):
        mark(action, TODAY, by=name)
    with pytest.raises(PermissionDenied):
        mark_immediate(review, place, TODAY, by=name)


def test_an_action_is_put_right_but_not_over_somebody_elses_change() -> None:
    action = action_of(called(plain_review()))
    seen = seen_action(action)
    first, second = (Agreed(what=what, owner="Head of service") for what in ("Visit twice", "Ring the school"))
    actions.change_action(action=action, by=person("Bea"), agreed=first, seen=seen, now=NOW)
    with pytest.raises(ChangedSince):
        actions.change_action(action=action, by=person("Dana"), agreed=second, seen=seen, now=NOW)
    assert MeetingAction.objects.get().what == "Visit twice"
