"""The agenda that is proposed, and the calendar file that says nothing of the case but its number."""

from datetime import date

import pytest
from icalendar import Calendar

from second_question.rules.questions import Unanswered
from second_question.rules.template.content import ContentRecord
from second_question.rules.template.parts import PARTS, RAPID_REVIEW_2021
from second_question_web.rapid_reviews.meetings import actions
from second_question_web.rapid_reviews.meetings.agenda import ITEMS, proposed_agenda
from second_question_web.rapid_reviews.meetings.calendar_file import calendar_of
from second_question_web.rapid_reviews.meetings.proposing import agenda_for
from second_question_web.rapid_reviews.models import Meeting
from tests.people import person
from tests.reviews import NOW, begun_review
from tests.web.rapid_reviews.meetings.meeting_facts import called, written


def proposed(*records: ContentRecord, waiting: tuple[str, ...] = ()) -> str:
    return proposed_agenda(RAPID_REVIEW_2021, records, waiting)


def under(title: str, agenda: str) -> list[str]:
    """The lines under the item of that title."""
    (block,) = [block for block in agenda.split("\n\n") if title in block.splitlines()[0]]
    return [line.strip(" –") for line in block.splitlines()[1:]]


def test_every_part_of_the_template_is_spoken_of_once() -> None:
    parts = [number for item in ITEMS for number in item.parts]
    assert sorted(parts) == [part.number for part in PARTS]


def test_an_empty_review_asks_for_everything_and_says_how_much_more() -> None:
    lines = under("The child, the family", proposed())
    assert lines[0] == "To be answered: children, of whom there are none yet"
    assert lines[-1].startswith("… and ")


def test_what_is_missing_is_asked_of_the_child_by_name() -> None:
    rowan = ContentRecord("child", 1, {"full_name": "Rowan Thistlewood", "date_of_birth": date(2026, 3, 3)})
    assert "To be answered: Rowan Thistlewood: Ethnicity" in under("The child, the family", proposed(rowan))


def test_open_immediate_actions_come_with_their_owner_and_day() -> None:
    left = ContentRecord(
        "immediate_action", 1, {"what": "Ring the aunt", "owner": "Duty", "by_when": date(2026, 12, 3)}
    )
    done = ContentRecord(
        "immediate_action", 2, {"what": "Ring the school", "owner": "Duty", "done_on": date(2026, 12, 1)}
    )
    lines = under("Is every child safe?", proposed(left, done))
    assert "Open: Ring the aunt (Duty, by 3 December 2026)" in lines
    assert not [line for line in lines if "school" in line]


def test_the_second_question_is_asked_where_only_what_happened_is_told() -> None:
    asked = ContentRecord("episode", 1, {"title": "The visit", "why": "No time"})
    unasked = ContentRecord("moment", 1, {"title": "Referral not accepted"})
    assert "Ask why: Referral not accepted" in under("Why did it happen?", proposed(asked, unasked))
    assert "No moment or episode is recorded yet" in under("Why did it happen?", proposed())


def test_agencies_that_have_not_answered_are_named() -> None:
    said = under("What the agencies know", proposed(waiting=("Hill Surgery", "The school")))
    assert said == ["Not answered yet: Hill Surgery, The school"]


def test_an_answer_that_is_not_known_for_a_reason_is_not_asked_again() -> None:
    rowan = ContentRecord(
        "child", 1, {"full_name": "Rowan", "ethnicity_because": "Asked twice"}, {"ethnicity": Unanswered.REFUSED}
    )
    assert "To be answered: Rowan: Ethnicity" not in proposed(rowan)


@pytest.mark.django_db
def test_a_review_that_just_began_knows_its_child_already() -> None:
    assert "Rowan Thistlewood: " in agenda_for(begun_review())


def entry(meeting: Meeting) -> dict[str, str]:
    """What the calendar file says, name by name."""
    (event,) = Calendar.from_ical(calendar_of(meeting, NOW)).walk("VEVENT")
    return {
        name: str(value.to_ical(), "utf-8") if hasattr(value, "to_ical") else str(value)
        for name, value in event.items()
    }


@pytest.mark.django_db
def test_the_calendar_file_holds_time_and_place_and_the_number_of_the_case() -> None:
    meeting = written(called(begun_review()), "Rowan’s aunt", part="notes")
    said = entry(meeting)
    reference = meeting.review.notification.reference
    assert (said["SUMMARY"], said["DTSTART"], said["LOCATION"]) == (
        f"{reference}: meeting 1",
        "20261201T140000Z",
        "Room 4",
    )
    assert not {"Rowan", "decide", "aunt", "Why?"} & set(" ".join(said.values()).split())


@pytest.mark.django_db
def test_a_move_and_a_cancellation_find_the_entry_again() -> None:
    meeting = called(begun_review())
    before = entry(meeting)
    cancelled = actions.cancel_meeting(meeting=meeting, by=person("Bea"), reason="Snow", now=NOW)
    after = entry(cancelled)
    assert before["UID"] == after["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")
