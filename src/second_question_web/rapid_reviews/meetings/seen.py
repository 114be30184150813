"""What somebody had before them when they opened a page, as one digest: the way to notice that it changed since."""

from second_question_web.rapid_reviews.models import Meeting, MeetingAction
from second_question_web.sealed.keys import fingerprint

AGENDA, NOTES = "agenda", "notes"
PARTS = (AGENDA, NOTES)


def text_of(meeting: Meeting, part: str) -> str:
    """The agenda or the notes."""
    return meeting.agenda if part == AGENDA else meeting.notes


def seen_text(meeting: Meeting, part: str) -> str:
    """Digest of the agenda or the notes."""
    return fingerprint(f"{part}\n{text_of(meeting, part)}")


def seen_plan(meeting: Meeting) -> str:
    """Digest of when, where and what for."""
    return fingerprint(f"{meeting.purpose}\n{meeting.at.isoformat()}\n{meeting.where}")


def seen_action(action: MeetingAction) -> str:
    """Digest of an action as it was agreed."""
    return fingerprint(f"{action.what}\n{action.owner}\n{action.by_when or ''}")
