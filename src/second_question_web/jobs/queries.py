"""Reading background work. Whoever looks after it sees what ran; whoever asked sees the own job with its result."""

from uuid import UUID

from django.db.models import QuerySet

from second_question.rules.access import Permission
from second_question_web.jobs.asking import Asker
from second_question_web.jobs.models import Job
from second_question_web.trail.refusals import Hidden


def jobs(person: Asker, *, state: str = "", kind: str = "") -> QuerySet[Job]:
    """The jobs that this person may see, the newest first, without what they were given and what came out."""
    found = Job.objects.defer("arguments", "result")
    if not person.may(Permission.JOBS_READ):
        found = found.filter(asked_by_key=person.trail_key)
    if state in Job.State.values:
        found = found.filter(state=state)
    return found.filter(kind=kind) if kind else found


def job(person: Asker, job_id: UUID) -> Job:
    """One job.

    Raises:
        Hidden: there is none, or neither did this person ask for it nor look after background work.
    """
    found = Job.objects.filter(pk=job_id).first()
    if found is None or not (found.asked_by_key == person.trail_key or person.may(Permission.JOBS_READ)):
        raise Hidden("job", str(job_id))
    return found


def own_job(person: Asker, job_id: UUID, kind: str) -> Job:
    """A job of that kind that this person asked for; only the asker sees what came out.

    Raises:
        Hidden: there is none.
    """
    found = Job.objects.filter(pk=job_id, kind=kind, asked_by_key=person.trail_key).first()
    if found is None:
        raise Hidden("job", str(job_id))
    return found
