"""Doing a job: called by the queue, ends in a state that a person can read, tries again after growing pauses."""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskContext, default_task_backend, task

from second_question_web.jobs.errors import CannotDo
from second_question_web.jobs.models import Job
from second_question_web.jobs.progress import Progress
from second_question_web.jobs.registry import kind

PAUSES = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))
_MAY_BEGIN = (Job.State.WAITING, Job.State.RETRYING)
_log = logging.getLogger(__name__)


@task(takes_context=True)
def run_job(context: TaskContext, job_id: str) -> None:
    """What the queue calls. A job that somebody else took already is left alone."""
    job = _claim(UUID(job_id), context.task_result.worker_ids[-1])
    if job:
        _do(job)


def enqueue(job: Job) -> None:
    """Puts a job into the queue, for its time when it has one."""
    later = job.next_at if default_task_backend.supports_defer else None
    (run_job.using(run_after=later) if later else run_job).enqueue(job_id=str(job.pk))


def _claim(job_id: UUID, worker: str) -> Job | None:
    now = timezone.now()
    claimed = Job.objects.filter(pk=job_id, state__in=_MAY_BEGIN).update(
        state=Job.State.RUNNING,
        attempts=F("attempts") + 1,
        worker=worker[:64],
        started_at=now,
        heard_at=now,
        next_at=None,
        ended_at=None,
        failure="",
    )
    return Job.objects.get(pk=job_id) if claimed else None


def _do(job: Job) -> None:
    try:
        result = import_string(kind(job.kind).function)(job, Progress(job.pk))
    except CannotDo as reason:
        _end(job, state=Job.State.FAILED, failure=str(reason))
    except Exception:  # noqa: BLE001  whatever it was, the job must end in a state that a person can read
        _log.exception("Job %s (%s), attempt %s, failed", job.pk, job.kind, job.attempts)
        _try_again_or_fail(job, timezone.now())
    else:
        _end(job, state=Job.State.DONE, result=result or {}, failure="")


def _try_again_or_fail(job: Job, now: datetime) -> None:
    if job.attempts >= kind(job.kind).attempts:
        times = "once" if job.attempts == 1 else f"{job.attempts} times"
        failure = f"Something went wrong in the program. It was tried {times}. Whoever looks after this installation "
        _end(job, state=Job.State.FAILED, failure=failure + f"finds the details in its log, under job {job.pk}.")
        return
    job.next_at = now + PAUSES[min(job.attempts, len(PAUSES)) - 1]
    failure = "Something went wrong in the program. It will be tried again by itself."
    _change(job, state=Job.State.RETRYING, next_at=job.next_at, failure=failure)
    enqueue(job)


def _end(job: Job, **values: object) -> None:
    _change(job, ended_at=timezone.now(), step="", **values)


def _change(job: Job, **values: object) -> None:
    """Writes only while the job is still this attempt's: whoever was taken for dead has no say any more."""
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, attempts=job.attempts).update(**values)
