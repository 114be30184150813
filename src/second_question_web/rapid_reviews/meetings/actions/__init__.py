"""Every change to a meeting. Each is atomic, names its person, and leaves one row in the trail."""

from second_question_web.rapid_reviews.meetings.actions.calling import (
    call_meeting,
    cancel_meeting,
    change_meeting,
    hold_meeting,
)
from second_question_web.rapid_reviews.meetings.actions.people import (
    change_person,
    invite,
    mark_presence,
    remove_person,
)
from second_question_web.rapid_reviews.meetings.actions.reading import (
    note_meeting_downloaded,
    note_meeting_opened,
    note_meetings_opened,
)
from second_question_web.rapid_reviews.meetings.actions.tasks import (
    add_actions,
    change_action,
    mark_action_done,
    mark_immediate_done,
)
from second_question_web.rapid_reviews.meetings.actions.texts import write_text

__all__ = (
    "add_actions",
    "call_meeting",
    "cancel_meeting",
    "change_action",
    "change_meeting",
    "change_person",
    "hold_meeting",
    "invite",
    "mark_action_done",
    "mark_immediate_done",
    "mark_presence",
    "note_meeting_downloaded",
    "note_meeting_opened",
    "note_meetings_opened",
    "remove_person",
    "write_text",
)
