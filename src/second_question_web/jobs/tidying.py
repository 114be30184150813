"""Forgetting what nobody needs any more, once a day."""

from datetime import timedelta

from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from second_question_web.jobs.models import DailyRun, Job
from second_question_web.jobs.progress import Progress

QUEUE_KEPT = timedelta(days=14)
DAYS_KEPT = timedelta(days=60)


def tidy(_job: Job, _progress: Progress) -> dict[str, object]:
    """Forgets finished entries of the queue, and which daily work was asked long ago. Jobs themselves stay to be seen."""
    now = timezone.now()
    forgotten, _ = DBTaskResult.objects.finished().filter(finished_at__lt=now - QUEUE_KEPT).delete()
    refresh_statistics()
    DailyRun.objects.filter(day__lt=(now - DAYS_KEPT).date()).delete()
    return {"message": f"Queue entries forgotten: {forgotten}."}


def refresh_statistics() -> None:
    """Lets the database look at its tables again, so that it chooses well among their indexes.

    PostgreSQL does it unasked, but only some minutes after many rows came in.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit=1000")
        cursor.execute("ANALYZE")
