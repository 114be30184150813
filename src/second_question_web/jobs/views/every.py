"""What ran in the background and what failed, without what it was about."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from second_question.rules.access import Permission
from second_question_web.jobs import queries
from second_question_web.jobs.asking import asker_of
from second_question_web.jobs.models import Job
from second_question_web.jobs.registry import KINDS, kind
from second_question_web.jobs.views.shown import status
from second_question_web.ui.components import Chosen, Column, Link
from second_question_web.ui.filters import date_and_time
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with

A_PAGE = 50
COLUMNS = (
    Column(label="Work"),
    Column(label="Asked by"),
    Column(label="Asked"),
    Column(label="Attempts", numeric=True),
    Column(label="State"),
)


@requires(Permission.JOBS_READ)
@require_GET
def every_job(request: HttpRequest) -> HttpResponse:
    """The list of jobs, filtered by state and kind."""
    state, chosen_kind = request.GET.get("state", ""), request.GET.get("kind", "")
    found = queries.jobs(asker_of(request), state=state, kind=chosen_kind)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "jobs/jobs.html",
        {
            "page": page,
            "columns": COLUMNS,
            "rows": [_row(job) for job in page],
            "query": request.GET,
            "chosen": _chosen(request, state, chosen_kind),
            "state": state,
            "kind": chosen_kind,
            "states": Job.State.choices,
            "kinds": [(k.id, k.about) for k in KINDS],
        },
    )


def _row(job: Job) -> list[object]:
    link = Link(text=job.title, href=reverse("job", args=[job.pk]), about=f"asked {date_and_time(job.asked_at)}")
    return [link, job.asked_by, date_and_time(job.asked_at), job.attempts, status(job)]


def _chosen(request: HttpRequest, state: str, chosen_kind: str) -> list[Chosen]:
    chosen = []
    if state in Job.State.values:
        remove = query_with(request.GET, state=None, page=None)
        chosen.append(Chosen(label="State", text=Job.State(state).label, remove=remove))
    if chosen_kind in {k.id for k in KINDS}:
        remove = query_with(request.GET, kind=None, page=None)
        chosen.append(Chosen(label="Kind", text=kind(chosen_kind).about, remove=remove))
    return chosen
