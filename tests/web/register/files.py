"""Notification files for the tests, from few words. The authorities are fictional."""

import io
from datetime import datetime
from zoneinfo import ZoneInfo

from second_question.exchange.notification_rows import COLUMNS
from second_question_web.incidents.register.importing import import_notifications
from second_question_web.incidents.register.report import Report
from second_question_web.people.models import Person
from second_question_web.trail.actions import System

NOW = datetime(2026, 11, 20, 10, 30, tzinfo=ZoneInfo("Europe/London"))
WESSENMERE, NORVALE = "Z06000001", "Z06000002"
ROW = {
    "notification_id": "N1",
    "incident_on": "2026-03-01",
    "aware_on": "2026-03-02",
    "notified_on": "2026-03-05",
    "local_authority": WESSENMERE,
    "nature": "serious_harm",
    "likely_cause": "physical_abuse",
    "child_id": "N1-1",
    "focus_child": "yes",
    "age_years": "4",
    "age_group": "",
    "sex": "female",
    "ethnicity": "WBRI",
    "features": "",
}


def row(number: str = "N1", **cells: str) -> dict[str, str]:
    """A good row with one child, and what is different in it."""
    return {**ROW, "notification_id": number, "child_id": f"{number}-1", **cells}


def table(*rows: dict[str, str]) -> bytes:
    """The rows as a file."""
    lines = [",".join(COLUMNS), *(",".join(row[column] for column in COLUMNS) for row in rows)]
    return ("\n".join(lines) + "\n").encode()


def imported(content: bytes, by: Person | None = None, *, dry_run: bool = False) -> Report:
    """The file brought in, by the system unless somebody is named."""
    return import_notifications(io.BytesIO(content), by=by or System("tests"), now=NOW, dry_run=dry_run)
