"""A redacted copy is asked for, and made in the background; it comes as a document of its own, to be checked."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from second_question.rules.access import Permission
from second_question_web.jobs import actions as jobs
from second_question_web.jobs.models import Job
from second_question_web.jobs.queries import own_job
from second_question_web.jobs.views.shown import work
from second_question_web.library.depositing import queries
from second_question_web.library.depositing.views.common import draw, person_of
from second_question_web.library.depositing.views.deciding import CAN_BE_DECIDED
from second_question_web.ui.gate import requires

KIND = "library.redact"


@requires(Permission.LIBRARY_DEPOSIT)
@require_POST
def redact(request: HttpRequest, key: str) -> HttpResponse:
    """Asks for a copy without what names the area, and without what else was ticked."""
    person = person_of(request)
    deposit = queries.deposit(person, key)
    if deposit.state not in CAN_BE_DECIDED or not deposit.file_id:
        return redirect("library_deposit", key)
    also = request.POST.getlist("also")
    job = jobs.start(KIND, "Redacted copy of a document", person, unit="step", deposit=key, also=also)
    return redirect("library_deposit_redacting", key, job.pk)


@requires(Permission.LIBRARY_DEPOSIT)
@require_safe
def redacting(request: HttpRequest, key: str, job_id: UUID) -> HttpResponse:
    """How far it is; when it is done, the copy."""
    person = person_of(request)
    deposit, job = queries.deposit(person, key), own_job(person, job_id, KIND)
    if job.state == Job.State.DONE:
        return redirect(str(job.result["page"]))
    return draw(request, "redacting", {"deposit": deposit, "work": work(job, for_asker=True, page=request.path)})
