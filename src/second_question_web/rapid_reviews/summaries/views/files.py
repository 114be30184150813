"""The documents that an agency attaches to its summary."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from second_question.rules.access import Permission
from second_question_web.files import actions as stored
from second_question_web.files.errors import CannotBeOpened, FileRefused
from second_question_web.files.serving import as_download
from second_question_web.incidents.forms import DocumentForm, ReasonForm
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.summaries import attachments, queries
from second_question_web.rapid_reviews.summaries.guests import Contributor
from second_question_web.rapid_reviews.summaries.overview import is_open
from second_question_web.rapid_reviews.summaries.views.common import SIGN, WRITE, agency_page, contributor
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires_or_invited

NO_LONGER = "Documents can no longer be changed here."
TOO_MANY = f"There are {attachments.MOST} documents already. Remove one that is not needed first."


@requires_or_invited(Permission.SUMMARY_WRITE)
@require_http_methods(["GET", "POST"])
def files(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The list, and a form to attach one more."""
    who = contributor(request, reference, number, WRITE)
    found = queries.request_to(who, reference, number, WRITE)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _attached(who, found, form):
        messages.success(request, "The document is attached.")
        return redirect("summary_files", reference, number)
    facts = {
        "files": attachments.of_request(found),
        "form": form,
        "errors": errors_of(form),
        "is_open": is_open(found),
    }
    return agency_page(request, who, found, "files", facts)


@requires_or_invited(Permission.SUMMARY_WRITE, Permission.SUMMARY_SIGN)
@require_safe
def one(request: HttpRequest, reference: str, number: int, file_id: UUID) -> HttpResponse | FileResponse:
    """One document, as it was given."""
    who = contributor(request, reference, number, WRITE, SIGN)
    kept = attachments.one_of(queries.request_to(who, reference, number, WRITE, SIGN), file_id)
    try:
        return as_download(kept, stored.open_file(by=who, stored=kept, now=timezone.now()))
    except CannotBeOpened as refused:
        messages.warning(request, str(refused))
        return redirect("summary", reference, number)


@requires_or_invited(Permission.SUMMARY_WRITE)
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, reference: str, number: int, file_id: UUID) -> HttpResponse:
    """Takes a document out of sight, with the reason; its bytes are kept."""
    who = contributor(request, reference, number, WRITE)
    found = queries.request_to(who, reference, number, WRITE)
    kept = attachments.one_of(found, file_id)
    form = ReasonForm(
        "Why is it removed?", request.POST or None, "Do not name anybody: the reason is kept in the trail."
    )
    if not is_open(found):
        messages.warning(request, NO_LONGER)
        return redirect("summary", reference, number)
    if request.method == "POST" and form.is_valid():
        stored.remove(by=who, stored=kept, reason=form.cleaned_data["reason"], now=timezone.now())
        messages.success(request, "The document was removed.")
        return redirect("summary_files", reference, number)
    return agency_page(request, who, found, "remove_file", {"file": kept, "form": form, "errors": errors_of(form)})


def _attached(who: Contributor, found: AgencyRequest, form: DocumentForm) -> bool:
    said = form.cleaned_data
    if not is_open(found):
        form.add_error(None, NO_LONGER)
    elif len(attachments.of_request(found)) >= attachments.MOST:
        form.add_error("file", TOO_MANY)
    else:
        _attach(who, found, form, said)
    return not form.errors


def _attach(who: Contributor, found: AgencyRequest, form: DocumentForm, said: dict[str, str]) -> None:
    try:
        stored.add(
            by=who,
            upload=form.cleaned_data["file"],
            purpose=attachments.purpose_of(found),
            now=timezone.now(),
            case=found.review.notification.reference,
            description=said["description"],
            provenance=said["provenance"],
            source=said["source"] or found.organisation.name,
        )
    except FileRefused as refused:
        form.add_error("file", str(refused))
