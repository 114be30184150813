"""The agenda and the notes of a meeting are written; two people who write at once lose nothing."""

from datetime import datetime

from django.db import transaction

from second_question_web.incidents.actions.drafts import forget_draft_text
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.meetings.actions.taking import case_of, subject_of, taken_meeting, touch
from second_question_web.rapid_reviews.meetings.errors import TwoTexts
from second_question_web.rapid_reviews.meetings.seen import AGENDA, NOTES, seen_text, text_of
from second_question_web.rapid_reviews.models import Meeting
from second_question_web.trail.actions import record

WRITABLE = {AGENDA: (Meeting.State.CALLED,), NOTES: (Meeting.State.CALLED, Meeting.State.HELD)}
"""An agenda is for what is to come; notes are completed after the meeting."""


def page_of(meeting: Meeting, part: str) -> str:
    """The name under which what is typed and not saved is kept."""
    return f"{case_of(meeting)}/meeting-{meeting.number}/{part}"


@transaction.atomic
def write_text(*, meeting: Meeting, part: str, by: Person, text: str, seen: str, now: datetime) -> Meeting:
    """Saves the agenda or the notes. What the person typed and had not saved is no longer kept apart.

    Args:
        part: `seen.AGENDA` or `seen.NOTES`.
        seen: digest of the text when the page was opened.

    Raises:
        NotNow: it cannot be written any more.
        TwoTexts: somebody else saved another text since.
    """
    locked = taken_meeting(by, meeting, *WRITABLE[part])
    before = text_of(locked, part)
    if before != text and seen_text(locked, part) != seen:
        raise TwoTexts(before, locked.changed_by, locked.changed_at)
    forget_draft_text(by, page_of(locked, part))
    if before != text:
        setattr(locked, part, text)
        touch(locked, by, now, part)
        subject, case = subject_of(locked), case_of(locked)
        record(
            "meeting.write", by=by, subject=subject, case=case, after={"part": part, "characters": len(text)}, at=now
        )
    return locked
