"""The background work of an import: looking a file through for the preview, and bringing it in."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import BinaryIO, cast
from uuid import UUID

from django.core.files import File
from django.urls import reverse
from django.utils import timezone

from second_question.exchange.csv_in import Problem
from second_question.exchange.csv_out import csv_bytes
from second_question.exchange.notification_rows import NotificationRow
from second_question.rules.access import Permission
from second_question.rules.answers import Level
from second_question_web.files import actions as files
from second_question_web.files import queries as stored_files
from second_question_web.files.errors import CannotBeOpened
from second_question_web.files.models import StoredFile
from second_question_web.incidents.register.importing import import_notifications
from second_question_web.incidents.register.report import REPORT_COLUMNS, Report
from second_question_web.jobs.errors import CannotDo
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.jobs.tidying import refresh_statistics
from second_question_web.people.models import Person
from second_question_web.trail.actions import System

UPLOAD, REPORT = "register-import", "register-import-report"
FILES_KEPT = timedelta(days=30)
SHOWN = 200  # problems on the page; the report file has them all


class NotYetScanned(Exception):
    """The malware scan has not said anything yet; the job is tried again."""


def preview(job: Job, progress: Progress) -> dict[str, object]:
    """Reads the file and says what would come in; writes nothing into the register."""
    report = _read(job, progress, dry_run=True)
    page = reverse("register_import_preview", args=[job.pk])
    return {"message": "The file has been looked through.", "page": page, **_kept(report, job)}


def bring_in(job: Job, progress: Progress) -> dict[str, object]:
    """Brings the file in."""
    report = _read(job, progress, dry_run=False)
    if report.came_in:
        refresh_statistics()
    page = reverse("register_import_result", args=[job.pk])
    return {"message": "The import has ended.", "page": page, **_kept(report, job)}


def forget_files(_job: Job, _progress: Progress) -> dict[str, object]:
    """Deletes the files of imports that are a month old: what came in is in the register, the rest is nobody's."""
    now = timezone.now()
    by = System("register import")
    forgotten = files.forget_old(by=by, purposes=(UPLOAD, REPORT), before=now - FILES_KEPT, now=now)
    return {"message": f"Files forgotten: {forgotten}."}


def _read(job: Job, progress: Progress, *, dry_run: bool) -> Report:
    person, now = _asker(job), timezone.now()
    stored = stored_files.file_for(UPLOAD, UUID(job.arguments["file"]), job.asked_by_key)
    if stored is None:
        raise CannotDo("The file is not here any more. Give it again.")
    if stored.scan == StoredFile.Scan.WAITING:
        raise NotYetScanned
    try:
        opened = files.open_file(by=person, stored=stored, now=now)
    except CannotBeOpened as reason:
        raise CannotDo(str(reason)) from None
    with opened:
        source = cast(BinaryIO, opened.file)
        return import_notifications(source, by=person, now=now, progress=progress, dry_run=dry_run)


def _asker(job: Job) -> Person:
    """Who asked, if still allowed: a grant may have ended since.

    Raises:
        CannotDo: not allowed any more.
    """
    person = Person.objects.filter(pk=int(job.asked_by_key.partition(":")[2] or 0)).first()
    if person is None or not person.is_active or not person.may(Permission.REGISTER_IMPORT):
        raise CannotDo("You may not import notifications any more. Ask whoever gave you this role.")
    return person


def _kept(report: Report, job: Job) -> dict[str, object]:
    """What the page shows, as JSON; every problem goes into a file."""
    counts = report.as_json()
    del counts["problems"]
    first = sorted(report.problems, key=lambda problem: (problem.level is not Level.ERROR, problem.row or 0))[:SHOWN]
    return {
        **counts,
        "problems": [_problem(problem) for problem in first],
        "number_of_problems": len(report.problems),
        "examples": [_example(row) for row in report.examples],
        "report": str(_report_file(report, job, timezone.now()).pk) if report.problems else "",
    }


def _report_file(report: Report, job: Job, now: datetime) -> StoredFile:
    content = csv_bytes(REPORT_COLUMNS, report.rows())
    upload = File(BytesIO(content), name="import-report.csv")
    upload.size = len(content)
    return files.add(by=_asker(job), upload=upload, purpose=REPORT, now=now)


def _problem(problem: Problem) -> list[object]:
    kind = "Refused" if problem.level is Level.ERROR else "Please check"
    return [problem.row, problem.column, kind, problem.message]


def _example(row: NotificationRow) -> list[object]:
    ages = ", ".join("not known" if c.age_years is None else str(c.age_years) for c in row.children)
    notified, incident = row.notified_on.isoformat(), row.incident_on.isoformat() if row.incident_on else ""
    return [row.notification_id, notified, incident, row.local_authority, row.nature, row.likely_cause, ages]
