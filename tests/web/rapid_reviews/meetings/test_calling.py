"""A meeting is called, moved, held or cancelled; whoever was present takes part in the review (R2)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from second_question_web import pathway
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.meetings import actions
from second_question_web.rapid_reviews.meetings.actions.people import Invited
from second_question_web.rapid_reviews.meetings.errors import ChangedSince
from second_question_web.rapid_reviews.meetings.seen import seen_plan
from second_question_web.rapid_reviews.models import AnswerChange, Meeting, RapidReview, ReviewRecord
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW, fresh
from tests.web.rapid_reviews.meetings.meeting_facts import (
    AFTER,
    AT,
    DANA,
    MARA,
    called,
    held,
    invited,
    marked,
    plain_review,
)

pytestmark = pytest.mark.django_db


def participants(review: RapidReview) -> list[tuple[object, ...]]:
    """Name, organisation and role of everybody in part 1."""
    found = ReviewRecord.objects.filter(review=review, kind="participant", removed_at=None).order_by("place")
    said = [record.all_answers() for record in found]
    return [(one["name"], one["organisation"], one["role_in_decision"]) for one in said]


def moved(meeting: Meeting, seen: str = "") -> Meeting:
    return actions.change_meeting(
        meeting=meeting,
        by=person("Bea"),
        purpose="The partners decide",
        at=AT + timedelta(days=1),
        where="Room 5",
        seen=seen or seen_plan(meeting),
        now=NOW,
    )


def test_calling_one_takes_the_review_to_its_meeting() -> None:
    meeting = called(plain_review())
    assert (meeting.number, meeting.state, meeting.called_by) == (1, "called", "Bea Okafor")
    assert fresh(meeting.review).state == "meeting"
    row = Entry.objects.latest("number")
    assert (row.action, row.subject_key, row.after["state"]) == ("meeting.call", f"1 of {row.case}", "meeting")


def test_meetings_are_numbered_and_a_later_one_leaves_the_state_alone() -> None:
    review = plain_review()
    called(review)
    RapidReview.objects.update(state="drafting")
    assert called(review).number == 2
    assert fresh(review).state == "drafting"


@pytest.mark.parametrize("name", ["Chidi", "Noor", "Petra", "Rhea", "Colm", "Iris"])
def test_only_those_who_write_the_review_call_one(name: str) -> None:
    with pytest.raises(PermissionDenied):
        called(plain_review(), by=name)
    assert not Meeting.objects.exists()


def test_a_day_before_the_review_is_refused() -> None:
    with pytest.raises(Refusal, match="only opened on Fri 20 November 2026") as refused:
        called(plain_review(), at=AT - timedelta(days=30))
    assert refused.value.field == "day"


def test_a_closed_review_has_no_further_meeting() -> None:
    review = plain_review()
    pathway.follow("notification.withdrawn", notification=review.notification, by=person("Bea"), now=NOW)
    with pytest.raises(NotNow, match="closed"):
        called(review)


def test_moving_it_keeps_where_it_was_in_the_trail() -> None:
    meeting = moved(called(plain_review()))
    assert (meeting.at, meeting.where, meeting.version) == (AT + timedelta(days=1), "Room 5", 2)
    assert Entry.objects.latest("number").before["at"].startswith("2026-12-01")


def test_moving_it_from_an_old_page_changes_nothing_unless_it_says_the_same() -> None:
    meeting = called(plain_review())
    old = seen_plan(Meeting.objects.get(pk=meeting.pk))
    moved(meeting)
    rows = Entry.objects.count()
    assert moved(meeting, old).version == 2
    assert Entry.objects.count() == rows
    with pytest.raises(ChangedSince):
        actions.change_meeting(meeting=meeting, by=person("Dana"), purpose="Else", at=AT, where="", seen=old, now=NOW)


def test_cancelling_asks_why_and_keeps_the_reason_out_of_the_trail() -> None:
    meeting = called(plain_review())
    with pytest.raises(Refusal, match="Say why"):
        actions.cancel_meeting(meeting=meeting, by=person("Bea"), reason="  ", now=NOW)
    actions.cancel_meeting(meeting=meeting, by=person("Bea"), reason="Rowan is in surgery", now=NOW)
    assert Meeting.objects.get().cancelled_reason == "Rowan is in surgery"
    assert "Rowan" not in str(Entry.objects.latest("number").__dict__)


def test_what_is_cancelled_cannot_be_changed_held_or_cancelled_again() -> None:
    meeting = called(plain_review())
    actions.cancel_meeting(meeting=meeting, by=person("Bea"), reason="Snow", now=NOW)
    with pytest.raises(NotNow, match="Meeting 1 is cancelled"):
        moved(meeting)
    with pytest.raises(NotNow):
        actions.hold_meeting(meeting=meeting, by=person("Bea"), now=AFTER)


def test_whoever_was_present_is_put_into_part_one() -> None:
    meeting = called(plain_review())
    dana, mara = invited(meeting)
    marked(meeting, "present", dana)
    marked(meeting, "apologies", mara)
    assert actions.hold_meeting(meeting=meeting, by=person("Bea"), now=AFTER) == 1
    assert participants(meeting.review) == [("Dana Whitlock", "Wessenmere Council", "decides")]
    assert AnswerChange.objects.filter(record__kind="participant", made_by="Bea Okafor").count() == 4
    assert Entry.objects.latest("number").after == {"state": "held", "participants": 1}


def test_nobody_is_put_there_twice_whatever_the_capitals() -> None:
    review = plain_review()
    first, second = called(review), called(review)
    invited(first, DANA)
    again = Invited(name="dana  whitlock", organisation="WESSENMERE COUNCIL", role="chairs")
    invited(second, again, MARA)
    assert (held(first), held(second)) == (1, 1)
    assert [name for name, *_ in participants(review)] == ["Dana Whitlock", "Mara Quist"]


def test_whoever_was_taken_out_of_part_one_is_not_put_back() -> None:
    review = plain_review()
    first, second = called(review), called(review)
    invited(first, DANA)
    invited(second, DANA)
    held(first)
    ReviewRecord.objects.filter(kind="participant").update(removed_at=NOW)
    assert held(second) == 0


def test_while_the_text_is_frozen_nobody_is_put_there_and_the_next_meeting_makes_up_for_it() -> None:
    review = plain_review()
    first, second = called(review), called(review)
    invited(first, DANA)
    invited(second, MARA)
    RapidReview.objects.update(state="submitted")
    assert held(first) == 0
    RapidReview.objects.update(state="drafting")
    assert held(second) == 2


def test_it_cannot_be_held_before_its_time_or_without_anybody() -> None:
    meeting = called(plain_review())
    with pytest.raises(Refusal, match="Mark at least one person"):
        actions.hold_meeting(meeting=meeting, by=person("Bea"), now=AFTER)
    invited(meeting)
    with pytest.raises(Refusal, match="called for Tue 1 December 2026"):
        actions.hold_meeting(meeting=meeting, by=person("Bea"), now=NOW)
