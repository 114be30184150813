"""Every change to background work: asking for it, trying it again, and taking it up when its worker has died."""

from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from second_question.rules.access import Permission
from second_question_web.jobs.asking import Asker
from second_question_web.jobs.models import Job
from second_question_web.jobs.registry import Kind, kind
from second_question_web.jobs.running import enqueue
from second_question_web.trail.actions import System, record

SILENT_FOR = timedelta(minutes=3)
_LOST = "The program that did this work stopped before it was finished."


@transaction.atomic
def start(
    kind_id: str, title: str, by: Asker | System, *, once: str = "", unit: str = "row", **arguments: object
) -> Job:
    """Asks for work in the background and returns the job; its arguments must be plain JSON values.

    The title is seen by whoever looks after the installation: it tells nothing about a case. With `once`, work that was
    asked under that name already is not asked again, and the first job is returned.

    Raises:
        PermissionDenied: this person may not start work of this kind.
    """
    _check_may_start(kind(kind_id), by)
    job = Job(kind=kind_id, title=title, arguments=arguments, unit=unit, once=once or None)
    job.asked_by_key, job.asked_by, job.asked_at = by.trail_key, by.trail_name, timezone.now()
    if once:
        job, is_new = Job.objects.get_or_create(once=once, defaults=_fields(job))
        if not is_new:
            return job
    else:
        job.save(force_insert=True)
    record("job.start", by=by, subject=("job", str(job.pk)), after={"kind": kind_id})
    enqueue(job)
    job.refresh_from_db()
    return job


@transaction.atomic
def retry(*, job: Job, by: Asker, now: datetime) -> Job:
    """Tries a job again that has failed; any other job stays as it is.

    Raises:
        PermissionDenied: this person neither asked for it nor looks after background work.
    """
    if by.trail_key != job.asked_by_key and not by.may(Permission.JOBS_READ):
        raise PermissionDenied("only who asked for it, or who looks after background work, can try it again")
    locked = Job.objects.select_for_update().get(pk=job.pk)
    if locked.state != Job.State.FAILED:
        return locked
    locked.state, locked.attempts, locked.next_at = Job.State.WAITING, 0, None
    locked.save(update_fields=["state", "attempts", "next_at"])
    record(
        "job.retry",
        by=by,
        subject=("job", str(job.pk)),
        before={"state": Job.State.FAILED.value},
        after={"state": Job.State.WAITING.value},
        at=now,
    )
    enqueue(locked)
    locked.refresh_from_db()
    return locked


def take_up_lost(*, now: datetime) -> int:
    """Finds jobs whose worker has died and has them tried again, or failed when that was the last attempt; how many.

    Safe on several hosts at once: each lost job is taken up by one of them.
    """
    silent = Q(heard_at__lt=now - SILENT_FOR) | Q(heard_at__isnull=True, started_at__lt=now - SILENT_FOR)
    lost = Job.objects.filter(silent, state=Job.State.RUNNING).values_list("pk", "attempts", "kind")
    return sum(_take_up(pk, attempts, kind(kind_id), now) for pk, attempts, kind_id in list(lost))


@transaction.atomic
def _take_up(pk: UUID, attempts: int, of_kind: Kind, now: datetime) -> bool:
    again = attempts < of_kind.attempts
    change = (
        {"state": Job.State.RETRYING, "next_at": now, "failure": _LOST}
        if again
        else {"state": Job.State.FAILED, "ended_at": now, "failure": f"{_LOST} It was tried {attempts} times."}
    )
    mine = Job.objects.filter(pk=pk, state=Job.State.RUNNING, attempts=attempts).update(**change)
    if mine and again:
        enqueue(Job.objects.get(pk=pk))
    return bool(mine)


def _check_may_start(of_kind: Kind, by: Asker | System) -> None:
    if isinstance(by, System) or any(by.may(permission) for permission in of_kind.permissions):
        return
    raise PermissionDenied(f"{of_kind.id} needs {' or '.join(of_kind.permissions) or 'the system itself'}")


def _fields(job: Job) -> dict[str, object]:
    names = ("kind", "title", "arguments", "unit", "asked_by_key", "asked_by", "asked_at")
    return {name: getattr(job, name) for name in names}
