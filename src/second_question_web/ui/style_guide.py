"""Sample data for the page that shows every component of ours (`ui/style_guide.html`). Everything in it is fictional."""

from datetime import UTC, date, datetime

from django.core.paginator import Paginator

from second_question.rules.questions import Kind, Option, Question, Unanswered
from second_question_web.ui.components import (
    Answer,
    Chosen,
    Column,
    Deadline,
    Event,
    Link,
    SkippedDay,
    Stage,
    Status,
    Work,
)
from second_question_web.ui.given import Given

CHRISTMAS = (
    SkippedDay(on=date(2026, 12, 25), why="Christmas Day"),
    SkippedDay(on=date(2026, 12, 28), why="Boxing Day, moved from Saturday"),
    SkippedDay(on=date(2027, 1, 1), why="New Year’s Day"),
)
RULE = "15 working days from the day the notification was sent"
SOURCE = "Working Together to Safeguard Children, chapter 5"


def deadline(label: str, due: date, left: int, **more: object) -> Deadline:
    """A deadline under the rapid-review rule."""
    facts: dict[str, object] = {"rule": RULE, "starts": date(2026, 12, 14), "source": SOURCE, "skipped": CHRISTMAS}
    return Deadline(label=label, due=due, working_days_left=left, **(facts | more))  # type: ignore[arg-type]  # samples


DEADLINES = (
    deadline("Rapid review to the Panel", date(2027, 1, 8), 11, href="#"),
    deadline("Notification to the Panel", date(2026, 12, 17), 2, skipped=(), rule="5 working days from becoming aware"),
    deadline(
        "Answer from Aldermere Police", date(2026, 12, 15), 0, unverified="This clock was set by the partnership."
    ),
    deadline(
        "Local review published",
        date(2026, 12, 9),
        -4,
        first_due=date(2026, 11, 9),
        reason="criminal trial at Northgate Crown Court",
    ),
    deadline("Partners told", date(2026, 12, 16), 3, met_on=date(2026, 12, 15)),
)

EVENTS = (
    Event(
        at=datetime(2026, 12, 16, 14, 5, tzinfo=UTC),
        title="Police facts received",
        who="Ruth Okafor, Aldermere Police",
        text="Chronology from 2019 onwards.\n\nThe family moved from Westmarch in March 2024; earlier records asked for.",
        href="#",
        link="Read the facts",
    ),
    Event(at=datetime(2026, 12, 14, 9, 30, tzinfo=UTC), title="Notification sent to the Panel", who="Helen Ashworth"),
    Event(at=date(2026, 12, 11), title="Partners decided: the criteria for a serious incident are met"),
)

STAGES = (
    Stage(label="Screening", count=4, href="#"),
    Stage(label="Notified", count=2, href="#"),
    Stage(label="Rapid review", count=7, late=2, href="#"),
    Stage(label="Panel’s answer", count=3, href="#"),
    Stage(label="Local review", count=12, late=1, href="#"),
    Stage(label="Actions open", count=31, href="#"),
)

COLUMNS = (
    Column(label="Number", key="number"),
    Column(label="Area", key="area"),
    Column(label="Incident", key="incident"),
    Column(label="Children", numeric=True),
    Column(label="Rapid review due", key="due"),
    Column(label="Status"),
)
ROWS = (
    ("SQ-2026-0117", "Aldermere", "9 Dec 2026", 3, "8 Jan 2027", Status(text="Gathering facts", tone="open")),
    (
        "SQ-2026-0116",
        "Westmarch and Hallow",
        "1 Dec 2026",
        1,
        "24 Dec 2026",
        Status(text="With the partners", tone="waiting"),
    ),
    ("SQ-2026-0109", "Northgate", "12 Nov 2026", 1, "4 Dec 2026", Status(text="Late", tone="late")),
    ("SQ-2026-0098", "Aldermere", "2 Oct 2026", 2, "27 Oct 2026", Status(text="Sent in time", tone="done")),
)

QUESTIONS = (
    (Question("first_name", "What is the child’s first name?", Kind.TEXT, may_be_unanswered=True), Given(text="Amara")),
    (
        Question("born", "When was the child born?", Kind.DATE, "For example, 27 3 2024", may_be_unanswered=True),
        Given(parts=("31", "2", "2024")),
    ),
    (
        Question(
            "feeding",
            "Did a health visitor see the child in the first two weeks?",
            Kind.CHOICE,
            options=(Option("home", "Yes, at home"), Option("clinic", "Yes, elsewhere"), Option("no", "No")),
            may_be_unanswered=True,
        ),
        Given(unanswered=Unanswered.NOT_ASKED),
    ),
)

ANSWERS = (
    Answer(question="Name", text="Amara Lindley", change="#"),
    Answer(question="Date of birth", text="27 March 2024", change="#"),
    Answer(question="First language", unanswered="Not asked", change="#"),
    Answer(question="School or nursery", change="#"),
    Answer(question="Who knew the child", text="Health visitor\nFamily hub", change="#"),
)

CHOSEN = (Chosen(label="Area", text="Aldermere", remove="#"), Chosen(label="Since", text="1 October 2026", remove="#"))
WORKS = (
    Work(title="Reading notifications-2026.csv", state="running", done=43_210, total=100_000, page="#"),
    Work(
        title="Reading notifications-2025.csv",
        state="done",
        message="482 notifications came in; 3 rows need a look.",
        result="#",
    ),
    Work(
        title="Reading register.xlsx",
        state="failed",
        message="The file is a spreadsheet. Save it as CSV and try again.",
    ),
)


def sample() -> dict[str, object]:
    """Everything that the page shows."""
    rows = [(Link(text=number, href="#"), *rest) for number, *rest in ROWS]
    return {
        "deadlines": DEADLINES,
        "events": EVENTS,
        "stages": STAGES,
        "columns": COLUMNS,
        "rows": rows,
        "questions": QUESTIONS,
        "answers": ANSWERS,
        "chosen": CHOSEN,
        "works": WORKS,
        "results": Paginator(range(482), 25).page(4),
        "sent_at": datetime(2026, 12, 14, 9, 30, tzinfo=UTC),
        "demo": True,
    }
