"""The picture of the pipeline, the lists of clocks and what happened lately, as the components draw them."""

from collections.abc import Iterable
from datetime import date, datetime

from django.urls import reverse

from second_question.rules.access import Permission, ScopeKind
from second_question.rules.standing import State
from second_question.rules.workflow import RapidReviewState
from second_question_web.home.desk import A_LIST, Desk
from second_question_web.home.due import NOTIFICATION, Due, was_moved
from second_question_web.home.queries import Number
from second_question_web.incidents.models import Notification
from second_question_web.rapid_reviews.queries import RUNNING
from second_question_web.ui.components import SOON, Column, Event, Link, Stage, Status
from second_question_web.ui.filters import short_date, working_days_left

COLUMNS = (Column(label="Case"), Column(label="What"), Column(label="Due"), Column(label="Time"))
MOST_EVENTS = 8
WITH_THE_PANEL = (RapidReviewState.SUBMITTED, RapidReviewState.PANEL_REPLIED)


def stages(desk: Desk) -> list[Stage]:
    """How many cases are at each stage of the journey; nothing for whoever sees no register."""
    if not desk.person.may(Permission.REGISTER_READ):
        return []
    shown = [_stage(desk, "Sent", "sent"), *_review_stages(desk), _stage(desk, "Withdrawn", "withdrawn")]
    return [_drafts(desk), *shown] if _sees_drafts(desk) else shown


def rows(lines: Iterable[Due], today: date) -> list[list[object]]:
    """The first ten clocks as rows of a table."""
    return [_row(line, today) for line in list(lines)[:A_LIST]]


def events(desk: Desk) -> list[Event]:
    """What happened lately in the cases that this person may read, the newest first; only their numbers."""
    found = [event for case in desk.sent_lately for event in _of_a_case(case)]
    found += [(draft.started_at, draft.reference, "was begun") for draft in desk.drafts]
    return [_event(*event) for event in sorted(found, reverse=True)[:MOST_EVENTS]]


def _drafts(desk: Desk) -> Stage:
    late = sum(line.clock == NOTIFICATION and line.is_overdue for line in desk.clocks)
    count = desk.picture.get("draft", Number()).count
    return Stage(label="Drafts", count=count, late=late, href=_register("draft"))


def _review_stages(desk: Desk) -> list[Stage]:
    if not desk.person.may(Permission.RAPID_REVIEW_READ):
        return []
    numbers = desk.picture
    running = [numbers.get(f"review.{state}", Number()) for state in RUNNING]
    late = sum(number.late for number in running) + _moved_and_late(desk)
    with_panel = sum(numbers.get(f"review.{state}", Number()).count for state in WITH_THE_PANEL)
    href = reverse("rapid_reviews")
    under_way = Stage(label="Rapid review under way", count=sum(n.count for n in running), late=late, href=href)
    return [under_way, Stage(label="Rapid review with the Panel", count=with_panel, href=href)]


def _moved_and_late(desk: Desk) -> int:
    """Reviews whose clock was paused or extended are counted one by one: the database cannot know their dates."""
    return sum(found.is_overdue and was_moved(found) for found in desk.reviews)


def _stage(desk: Desk, label: str, state: str) -> Stage:
    return Stage(label=label, count=desk.picture.get(state, Number()).count, href=_register(state))


def _register(state: str) -> str:
    return f"{reverse('register')}?state={state}"


def _sees_drafts(desk: Desk) -> bool:
    return any(g.scope == ScopeKind.PARTNERSHIP for g in desk.person.grants_for(Permission.REGISTER_READ))


def _row(line: Due, today: date) -> list[object]:
    return [Link(text=line.case, href=line.address, about=line.title), line.title, _day(line.on, today), _status(line)]


def _day(day: date, today: date) -> str:
    """Mon 23 Nov, with the year when it is another: the day of the week is what people plan by, and a column is narrow."""
    return f"{day:%a} {day.day} {day:%b}" if day.year == today.year else f"{day:%a} {short_date(day)}"


def _status(line: Due) -> Status:
    days = line.standing.working_days
    match line.standing.state:
        case State.PAUSED:
            return Status(text="Paused", tone="waiting")
        case State.OVERDUE:
            return Status(text=working_days_left(-days) if days else "Since the last working day", tone="late")
        case State.DUE_TODAY:
            return Status(text="Due today", tone="attention")
    return Status(text=working_days_left(days) if days else "No working day left", tone=_tone(days))


def _tone(days: int) -> str:
    return "attention" if days <= SOON else "open"


def _of_a_case(case: Notification) -> list[tuple[datetime, str, str]]:
    """When, the case's number, and what happened."""
    arrival = getattr(case, "arrival", None)
    happened = (
        (case.sent_at, "was notified to the Panel"),
        (arrival.acknowledged_at if arrival else None, "was acknowledged by the Panel"),
        (case.withdrawn_at, "was withdrawn"),
    )
    return [(at, case.reference, what) for at, what in happened if at is not None]


def _event(at: datetime, reference: str, what: str) -> Event:
    return Event(
        at=at, title=f"{reference} {what}", href=reverse("notification", args=[reference]), link="Open the case"
    )
