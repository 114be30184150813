"""A job as the page shows it."""

from django.urls import reverse

from second_question_web.jobs.models import Job
from second_question_web.ui.components import Status, Work

TONES = {
    Job.State.WAITING: "neutral",
    Job.State.RUNNING: "open",
    Job.State.DONE: "done",
    Job.State.RETRYING: "attention",
    Job.State.FAILED: "late",
}
_AS_WORK = {Job.State.RETRYING: "waiting"}


def work(job: Job, *, for_asker: bool, page: str = "") -> Work:
    """The job for the progress component; what came out of it only for who asked. `page` is where it is shown."""
    result = job.result if for_asker else {}
    failed = job.state == Job.State.FAILED
    return Work(
        title=job.title,
        state=_AS_WORK.get(Job.State(job.state), job.state),
        done=job.done,
        total=job.total,
        unit=job.unit,
        message=job.failure if failed else str(result.get("message", "")),
        address=reverse("job_progress", args=[job.pk]),
        page=page or reverse("job", args=[job.pk]),
        result=str(result.get("page", "")),
    )


def status(job: Job) -> Status:
    """The job's state as a tag."""
    return Status(text=job.get_state_display(), tone=TONES[Job.State(job.state)])
