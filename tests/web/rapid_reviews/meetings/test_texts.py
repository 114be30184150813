"""The agenda and the notes: several people write, nobody's words are lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from second_question_web.incidents.actions import keep_draft_text
from second_question_web.incidents.models import DraftText
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.meetings import actions
from second_question_web.rapid_reviews.meetings.actions.texts import page_of
from second_question_web.rapid_reviews.meetings.errors import TwoTexts
from second_question_web.rapid_reviews.meetings.seen import seen_text
from second_question_web.rapid_reviews.models import Meeting
from second_question_web.trail.models import Entry
from tests.people import person
from tests.reviews import NOW
from tests.web.rapid_reviews.meetings.meeting_facts import called, held, invited, plain_review, written


def stored() -> Meeting:
    return Meeting.objects.get()


@pytest.mark.django_db
def test_notes_are_saved_with_one_row_that_holds_no_word_of_them() -> None:
    written(called(plain_review()), "Rowan’s aunt was never asked.")
    assert stored().notes == "Rowan’s aunt was never asked."
    row = Entry.objects.latest("number")
    assert (row.action, row.after) == ("meeting.write", {"part": "notes", "characters": 29})


@pytest.mark.django_db
def test_the_same_again_writes_nothing() -> None:
    meeting = written(called(plain_review()), "The same")
    rows = Entry.objects.count()
    assert written(meeting, "The same", by="Dana", seen="old").version == 2
    assert Entry.objects.count() == rows


@pytest.mark.django_db
def test_a_second_writer_is_shown_what_the_first_one_saved() -> None:
    meeting = called(plain_review())
    opened = seen_text(stored(), "notes")
    written(meeting, "What Bea heard", seen=opened)
    with pytest.raises(TwoTexts) as two:
        written(meeting, "What Dana heard", by="Dana", seen=opened)
    assert (two.value.theirs, two.value.changed_by) == ("What Bea heard", "Bea Okafor")
    assert stored().notes == "What Bea heard"


@pytest.mark.django_db
def test_marking_and_writing_at_once_is_no_conflict() -> None:
    meeting = called(plain_review())
    opened = seen_text(stored(), "notes")
    written(meeting, "2. How", part="agenda")
    invited(meeting)
    written(meeting, "Heard", seen=opened)
    assert (stored().agenda, stored().notes) == ("2. How", "Heard")


@pytest.mark.django_db
def test_saving_forgets_what_was_kept_while_typing() -> None:
    meeting = called(plain_review())
    keep_draft_text(by=person("Bea"), page=page_of(meeting, "notes"), fields={"text": ["Hal"]}, version=1, now=NOW)
    written(meeting, "Half a sentence and the rest")
    assert not DraftText.objects.exists()


@pytest.mark.django_db
def test_notes_are_completed_after_the_meeting_the_agenda_is_not() -> None:
    meeting = called(plain_review())
    invited(meeting)
    held(meeting)
    written(meeting, "Completed")
    with pytest.raises(NotNow):
        written(meeting, "Too late", part="agenda")


@pytest.mark.django_db
def test_a_cancelled_meeting_has_no_more_notes() -> None:
    meeting = called(plain_review())
    actions.cancel_meeting(meeting=meeting, by=person("Bea"), reason="Snow", now=NOW)
    with pytest.raises(NotNow):
        written(meeting, "Too late")


class TwoWriters(TestCase):
    """Whatever the order in which two people save, each text was saved, or refused with the other one in hand."""

    meeting: Meeting

    @classmethod
    def setUpTestData(cls) -> None:
        cls.meeting = called(plain_review())
        person("Dana")

    @settings(max_examples=30, deadline=None)
    @given(st.lists(st.tuples(st.sampled_from(["Bea", "Dana"]), st.sampled_from("abcd"), st.booleans()), max_size=8))
    def test_nothing_is_overwritten_unseen(self, saves: list[tuple[str, str, bool]]) -> None:
        meeting = self.meeting
        opened = dict.fromkeys(("Bea", "Dana"), seen_text(stored(), "notes"))
        known = dict.fromkeys(("Bea", "Dana"), "")
        for name, text, looks_first in saves:
            if looks_first:
                opened[name], known[name] = seen_text(stored(), "notes"), stored().notes
            before = stored().notes
            if before not in (known[name], text):
                with pytest.raises(TwoTexts) as two:
                    written(meeting, text, by=name, seen=opened[name])
                assert two.value.theirs == before == stored().notes
            else:
                written(meeting, text, by=name, seen=opened[name])
                opened[name], known[name] = seen_text(stored(), "notes"), text
                assert stored().notes == text
