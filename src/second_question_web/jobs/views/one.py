"""One job: how far it is, how it ended, and trying it again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from second_question.rules.access import Permission
from second_question_web.jobs import actions, queries
from second_question_web.jobs.asking import asker_of
from second_question_web.jobs.models import Job
from second_question_web.jobs.registry import kind
from second_question_web.jobs.views.shown import status, work
from second_question_web.ui.gate import signed_in


@signed_in
@require_GET
def one_job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """How far a job is; for who asked and for whoever looks after background work."""
    person = asker_of(request)
    job = queries.job(person, job_id)
    is_asker = job.asked_by_key == person.trail_key
    return render(
        request,
        "jobs/job.html",
        {
            "job": job,
            "work": work(job, for_asker=is_asker),
            "status": status(job),
            "about": kind(job.kind).about,
            "can_retry": job.state == Job.State.FAILED,
            "sees_all": person.may(Permission.JOBS_READ),
        },
    )


@signed_in
@require_GET
def job_progress(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """The moving part of a job's page alone."""
    person = asker_of(request)
    job = queries.job(person, job_id)
    shown = work(job, for_asker=job.asked_by_key == person.trail_key)
    return render(request, "jobs/_progress.html", {"work": shown})


@signed_in
@require_POST
def retry_job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Tries a failed job again."""
    person = asker_of(request)
    actions.retry(job=queries.job(person, job_id), by=person, now=timezone.now())
    messages.success(request, "It will be tried again.")
    return redirect("job", job_id)
