"""Giving the file of an existing review: take it, have it read in the background, open it again, take it out of sight."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from second_question.rules.access import Permission
from second_question_web.files import actions as files
from second_question_web.files import queries as stored_files
from second_question_web.files.errors import CannotBeOpened, FileRefused
from second_question_web.files.models import StoredFile
from second_question_web.files.serving import as_download
from second_question_web.incidents.forms import ReasonForm
from second_question_web.incidents.views.common import person_of
from second_question_web.jobs import actions as jobs
from second_question_web.jobs import queries as job_queries
from second_question_web.jobs.models import Job
from second_question_web.jobs.views.shown import work
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.importing import actions
from second_question_web.rapid_reviews.importing.forms import FileForm
from second_question_web.rapid_reviews.importing.jobs import KIND, PURPOSE
from second_question_web.rapid_reviews.importing.queries import given_files, progress_of
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

READ = (".docx", ".pdf", ".json", ".txt", ".md")


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, reference: str) -> HttpResponse:
    """The files that were given so far, and a form for one more."""
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_WRITE)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_bound and form.is_valid() and is_writable(review):
        job = _given(request, review, form)
        if job:
            return redirect("review_import_reading", reference, job.pk)
    if not form.is_bound:
        actions.note_import_opened(by=person, review=review, what="import page")
    facts = {
        "frame": frame(review, "review_import", timezone.localdate()),
        "writable": is_writable(review),
        "state": review.get_state_display(),
        "form": form,
        "errors": errors_of(form),
        "given": given_files(review),
        "progress": progress_of(review),
    }
    return render(request, "rapid_reviews/importing/give.html", facts)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_safe
def reading(request: HttpRequest, reference: str, job_id: UUID) -> HttpResponse:
    """How far the reading is; when it is done, what was read."""
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_WRITE)
    job = job_queries.own_job(person, job_id, KIND)
    if job.arguments.get("review") != reference:
        raise Hidden("job", str(job_id), case=reference)
    if job.state == Job.State.DONE:
        return redirect(str(job.result["page"]))
    facts = {
        "frame": frame(review, "review_import", timezone.localdate()),
        "work": work(job, for_asker=True, page=request.path),
    }
    return render(request, "rapid_reviews/importing/reading.html", facts)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_safe
def original(request: HttpRequest, reference: str, file_id: UUID) -> HttpResponse | FileResponse:
    """The file as it was given."""
    person = person_of(request)
    stored = _file_of(queries.review(person, reference, Permission.RAPID_REVIEW_WRITE), file_id)
    try:
        return as_download(stored, files.open_file(by=person, stored=stored, now=timezone.now()))
    except CannotBeOpened as refused:
        messages.warning(request, str(refused))
        return redirect("review_import", reference)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, reference: str, file_id: UUID) -> HttpResponse:
    """Takes a wrong file out of sight, with the reason; not one of which something came into the review."""
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_WRITE)
    stored = _file_of(review, file_id)
    if any(one.file == stored and one.imported and one.imported.taken_at for one in given_files(review)):
        messages.warning(request, "Something of this file came into the review, so it stays attached.")
        return redirect("review_import", reference)
    form = ReasonForm("Why is it removed?", request.POST or None, "Do not name anybody: the trail keeps the reason.")
    if request.method == "POST" and form.is_valid():
        files.remove(by=person, stored=stored, reason=form.cleaned_data["reason"], now=timezone.now())
        messages.success(request, "The file was removed.")
        return redirect("review_import", reference)
    where = frame(review, "review_import", timezone.localdate())
    facts = {"frame": where, "file": stored, "form": form, "errors": errors_of(form)}
    return render(request, "rapid_reviews/importing/remove.html", facts)


def _given(request: HttpRequest, review: RapidReview, form: FileForm) -> Job | None:
    """Takes the file and has it read; what is refused is said on the form."""
    upload, person, reference = form.cleaned_data["file"], person_of(request), review.notification.reference
    if not (upload.name or "").lower().endswith(READ):
        form.add_error("file", "Give a Word file (.docx), a PDF, a text, or JSON in the published format")
        return None
    try:
        stored = files.add(by=person, upload=upload, purpose=PURPOSE, case=reference, now=timezone.now())
    except FileRefused as refused:
        form.add_error("file", str(refused))
        return None
    title = "Reading of a rapid review"
    return jobs.start(KIND, title, person, unit="step", file=str(stored.pk), review=reference)


def _file_of(review: RapidReview, file_id: UUID) -> StoredFile:
    """One of the files that were given for import; no other document of the case."""
    stored = stored_files.file_of(review.notification.reference, file_id)
    if stored.purpose != PURPOSE:
        raise Hidden("file", str(file_id), case=review.notification.reference)
    return stored
