"""The minutes of a meeting of a rapid review."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from second_question.exchange.review.paper import Block, Heading, Paper, facts, grid, paragraph
from second_question.exchange.review.words import clock_time, date_or_nothing, full_date

ATTENDANCE_HEADS = ("Name", "Job title", "Organisation", "Role in the decision", "Present")
ACTION_HEADS = ("What is to be done?", "Who does it?", "By when?", "Done on")


@dataclass(frozen=True)
class Attended:
    """Who was called to a meeting, and whether they came; everything in words."""

    name: str
    job_title: str
    organisation: str
    role: str
    presence: str = ""


@dataclass(frozen=True)
class AgreedAction:
    """What a meeting agreed is to be done."""

    what: str
    owner: str
    by_when: date | None = None
    done_on: date | None = None


@dataclass(frozen=True)
class Minutes:
    """One meeting, with everything that its minutes say."""

    reference: str
    area: str
    number: int
    held_on: date
    at: time | None = None
    place: str = ""
    agenda: str = ""
    attendance: Sequence[Attended] = ()
    notes: str = ""
    actions: Sequence[AgreedAction] = ()
    fictional: bool = False


def minutes_paper(minutes: Minutes) -> Paper:
    """The minutes as a document."""
    about = facts(
        "About this meeting",
        (
            ("Rapid review", minutes.reference),
            ("Safeguarding partners of", minutes.area),
            ("Held on", _held(minutes)),
            ("Place", minutes.place),
        ),
    )
    return Paper(
        title=f"Minutes of meeting {minutes.number}: {minutes.reference}",
        subtitle="Confidential. Minutes of the rapid review.",
        place=f"{minutes.reference}, meeting {minutes.number}",
        blocks=(
            *_text("Agenda", minutes.agenda),
            *_attendance(minutes),
            *_text("Notes", minutes.notes),
            *_actions(minutes),
        ),
        facts=about,
        fictional=minutes.fictional,
    )


def _held(minutes: Minutes) -> str:
    day = full_date(minutes.held_on)
    return f"{day}, {clock_time(minutes.at)}" if minutes.at else day


def _text(title: str, text: str) -> Sequence[Block]:
    return (Heading(title), paragraph(text)) if text.strip() else ()


def _attendance(minutes: Minutes) -> Sequence[Block]:
    rows = [(a.name, a.job_title, a.organisation, a.role, a.presence) for a in minutes.attendance]
    return (
        (Heading("Attendance"), grid("Attendance", ATTENDANCE_HEADS, rows, (1.3, 1.4, 1.5, 1.4, 0.9))) if rows else ()
    )


def _actions(minutes: Minutes) -> Sequence[Block]:
    if not minutes.actions:
        return (Heading("Actions"), paragraph("No actions were agreed."))
    rows = [(a.what, a.owner, date_or_nothing(a.by_when), date_or_nothing(a.done_on)) for a in minutes.actions]
    return (Heading("Actions"), grid("Actions", ACTION_HEADS, rows, (2.4, 1.6, 1, 1)))
