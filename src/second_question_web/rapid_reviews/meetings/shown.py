"""Meetings, people and actions as the pages show them."""

from datetime import date

from second_question_web.rapid_reviews.meetings.queries import Task
from second_question_web.rapid_reviews.models import Attendance, Meeting
from second_question_web.ui.components import Answer, Column, Status
from second_question_web.ui.filters import date_and_time, full_date, short_date

State = Meeting.State
STATUS: dict[str, Status] = {
    State.CALLED: Status(text="Called", tone="open"),
    State.HELD: Status(text="Held", tone="done"),
    State.CANCELLED: Status(text="Cancelled", tone="neutral"),
}
PRESENCE = {
    "present": Status(text="Present", tone="done"),
    "apologies": Status(text="Apologies", tone="waiting"),
    "absent": Status(text="Absent", tone="neutral"),
    "": Status(text="Not marked yet", tone="neutral"),
}
PEOPLE = tuple(
    Column(label=label) for label in ("Name", "Job title", "Organisation", "Role in the decision", "Attendance")
)
CHANGE = Column(label="Change")
TASKS = tuple(Column(label=label) for label in ("What", "Who", "By when", "Status"))


def plan(meeting: Meeting) -> tuple[Answer, ...]:
    """What a meeting is for, when and where."""
    return (
        Answer(question="What for", text=meeting.purpose),
        Answer(question="When", text=date_and_time(meeting.at)),
        Answer(question="Where", text=meeting.where or "Not said"),
    )


def person_row(one: Attendance) -> list[object]:
    """Somebody on the list, without the name, which the page makes a link where it can be changed."""
    return [one.job_title, one.organisation, one.get_role_display(), PRESENCE[one.presence]]


def task_status(task: Task, today: date) -> Status:
    """Done, late, or how it is due."""
    if task.done_on:
        return Status(text=f"Done on {short_date(task.done_on)}", tone="done")
    if task.is_late(today):
        return Status(text="Late", tone="late")
    return Status(text="Open", tone="open")


def task_row(task: Task, today: date) -> list[object]:
    """An action as a row."""
    return [task.owner or "Nobody yet", full_date(task.by_when) or "No day set", task_status(task, today)]
