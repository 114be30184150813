"""Bringing a file into the register: give it, look at what would come in, confirm, see what came in."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from second_question.exchange.notification_rows import COLUMNS, REQUIRED_COLUMNS
from second_question.rules.access import Permission
from second_question.rules.notification_codes import CAUSES, NATURES
from second_question_web.files import actions as files
from second_question_web.files import queries as stored_files
from second_question_web.files.errors import FileRefused
from second_question_web.files.serving import as_download
from second_question_web.incidents.register import places
from second_question_web.incidents.register.jobs import REPORT, UPLOAD
from second_question_web.incidents.views.common import person_of
from second_question_web.jobs import actions as jobs
from second_question_web.jobs import queries
from second_question_web.jobs.models import Job
from second_question_web.jobs.views.shown import work
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.components import Column
from second_question_web.ui.filters import full_date
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

PREVIEW, IMPORT = "register.preview", "register.import"
_NO_FILE = "Choose the CSV file"
PROBLEM_COLUMNS = (Column(label="Row"), Column(label="Column"), Column(label="What happens"), Column(label="Problem"))
EXAMPLE_COLUMNS = tuple(
    Column(label=label)
    for label in ("Number", "Sent", "Incident", "Local authority", "Nature", "Likely cause", "Ages of the children")
)
_NATURES = {option.code: option.label for option in NATURES}
_CAUSES = {option.code: option.label for option in CAUSES}


class FileForm(forms.Form):
    """One CSV file."""

    file = forms.FileField(
        label="CSV file", allow_empty_file=True, error_messages={"required": _NO_FILE, "missing": _NO_FILE}
    )


@requires(Permission.REGISTER_IMPORT)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    """Takes the file and has it looked through in the background."""
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_bound and form.is_valid():
        job = _look_through(request, form)
        if job:
            return redirect("register_import_preview", job.pk)
    facts = {
        "form": form,
        "errors": errors_of(form),
        "columns": COLUMNS,
        "required": REQUIRED_COLUMNS,
        "everywhere": places.reach_of(person_of(request)).everywhere,
    }
    return render(request, "incidents/register/import.html", facts)


@requires(Permission.REGISTER_IMPORT)
@require_safe
def preview(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """What would come in and what is wrong; before that, how far the reading is."""
    return _shown(request, job_id, PREVIEW, "incidents/register/preview.html")


@requires(Permission.REGISTER_IMPORT)
@require_POST
def confirm(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """Brings the file in; a second press finds the first import."""
    person = person_of(request)
    looked = queries.own_job(person, job_id, PREVIEW)
    if looked.state != Job.State.DONE:
        return redirect("register_import_preview", job_id)
    file = looked.arguments["file"]
    job = jobs.start(IMPORT, "Import of notifications", person, once=f"{IMPORT}:{file}", file=file)
    return redirect("register_import_result", job.pk)


@requires(Permission.REGISTER_IMPORT)
@require_safe
def result(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """What came in; before that, how far it is."""
    return _shown(request, job_id, IMPORT, "incidents/register/result.html")


@requires(Permission.REGISTER_IMPORT)
@require_safe
def report(request: HttpRequest, job_id: UUID) -> FileResponse:
    """Every problem as a CSV file, of a preview or of an import."""
    person = person_of(request)
    job = queries.job(person, job_id)
    kept = job.result.get("report") if job.asked_by_key == person.trail_key else None
    stored = stored_files.file_for(REPORT, UUID(kept), person.trail_key) if kept else None
    if stored is None:
        raise Hidden("import report", str(job_id))
    return as_download(stored, files.open_file(by=person, stored=stored, now=timezone.now()))


def _look_through(request: HttpRequest, form: FileForm) -> Job | None:
    person = person_of(request)
    try:
        stored = files.add(by=person, upload=form.cleaned_data["file"], purpose=UPLOAD, now=timezone.now())
        if stored.media_type == "text/csv":
            return jobs.start(PREVIEW, "Preview of an import", person, file=str(stored.pk))
        form.add_error("file", "This is not a CSV file. In Excel choose “Save as”, then “CSV UTF-8”")
    except FileRefused as refused:
        form.add_error("file", str(refused))
    return None


def _shown(request: HttpRequest, job_id: UUID, kind: str, template: str) -> HttpResponse:
    job = queries.own_job(person_of(request), job_id, kind)
    found = job.result
    facts = {
        "job": job,
        "work": work(job, for_asker=True, page=request.path),
        "ended": job.state == Job.State.DONE,
        "found": found,
        "problem_columns": PROBLEM_COLUMNS,
        "example_columns": EXAMPLE_COLUMNS,
        "examples": _examples(found.get("examples", ())),
    }
    return render(request, template, facts)


def _examples(rows: Sequence[list[str]]) -> list[list[str]]:
    """The first notifications in words."""
    authorities = places.names_of({row[3] for row in rows})
    return [
        [
            number,
            *(full_date(date.fromisoformat(day)) if day else "Not known" for day in (sent, incident)),
            authorities.get(authority, authority),
            _NATURES.get(nature, nature),
            _CAUSES.get(cause, "Not known"),
            ages,
        ]
        for number, sent, incident, authority, nature, cause, ages in rows
    ]
