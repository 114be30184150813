"""The documents of a notification: what was attached, by whom, and what kind of statement each is."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from second_question.rules.access import Permission
from second_question_web.files import actions as files
from second_question_web.files import queries as stored
from second_question_web.files.errors import CannotBeOpened, FileRefused
from second_question_web.files.models import StoredFile
from second_question_web.files.serving import as_download
from second_question_web.incidents import actions, queries
from second_question_web.incidents.forms import DocumentForm, ReasonForm
from second_question_web.incidents.models import Notification
from second_question_web.incidents.queries import Opened
from second_question_web.incidents.views.common import person_of
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

PURPOSE = "notification"
_CLOSED = (Notification.State.DISCARDED, Notification.State.WITHDRAWN)


@requires(Permission.NOTIFICATION_READ)
@require_http_methods(["GET", "POST"])
def documents(request: HttpRequest, reference: str) -> HttpResponse:
    """The list, and for those who may write a form to attach one more."""
    person = person_of(request)
    found = _opened(request, reference, Permission.NOTIFICATION_READ)
    if request.method == "POST":
        return _attach(request, found)
    actions.note_opened(by=person, notification=found.notification, what="documents")
    return _page(request, found, DocumentForm())


@requires(Permission.NOTIFICATION_READ)
@require_safe
def document(request: HttpRequest, reference: str, file_id: UUID) -> HttpResponse | FileResponse:
    """One document, as it was given."""
    found = _opened(request, reference, Permission.NOTIFICATION_READ)
    kept = _attached(found, file_id)
    try:
        return as_download(kept, files.open_file(by=person_of(request), stored=kept, now=timezone.now()))
    except CannotBeOpened as refused:
        messages.warning(request, str(refused))
        return redirect("case_files", reference)


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, reference: str, file_id: UUID) -> HttpResponse:
    """Takes a document out of sight, with the reason; its bytes are kept."""
    found = _opened(request, reference, Permission.NOTIFICATION_WRITE)
    kept = _attached(found, file_id)
    form = ReasonForm(
        "Why is it removed?", request.POST or None, "Do not name anybody: the reason is kept in the trail."
    )
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        files.remove(by=person_of(request), stored=kept, reason=reason, now=timezone.now())
        messages.success(request, "The document was removed.")
        return redirect("case_files", reference)
    facts = {"notification": found.notification, "file": kept, "form": form, "errors": errors_of(form)}
    return render(request, "incidents/remove_document.html", facts)


def _opened(request: HttpRequest, reference: str, permission: Permission) -> Opened:
    """Documents name people, so they are for those who may see whom the case is about."""
    found = queries.opened(person_of(request), reference, permission)
    if not found.identity:
        raise Hidden("documents", reference, case=reference)
    return found


def _attached(found: Opened, file_id: UUID) -> StoredFile:
    """A document of the notification. What belongs to the rapid review, written by others, is not to be had here."""
    kept = stored.file_of(found.notification.reference, file_id)
    if kept.purpose != PURPOSE:
        raise Hidden("file", str(file_id), case=found.notification.reference)
    return kept


def _attach(request: HttpRequest, found: Opened) -> HttpResponse:
    if not _may_attach(found):
        raise Hidden("documents", found.notification.reference, case=found.notification.reference)
    form = DocumentForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, found, form)
    said = form.cleaned_data
    try:
        files.add(
            by=person_of(request),
            upload=said["file"],
            purpose=PURPOSE,
            now=timezone.now(),
            case=found.notification.reference,
            description=said["description"],
            provenance=said["provenance"],
            source=said["source"],
        )
    except FileRefused as refused:
        form.add_error("file", str(refused))
        return _page(request, found, form)
    messages.success(request, "The document is attached.")
    return redirect("case_files", found.notification.reference)


def _may_attach(found: Opened) -> bool:
    return Permission.NOTIFICATION_WRITE in found.may and found.notification.state not in _CLOSED


def _page(request: HttpRequest, found: Opened, form: DocumentForm) -> HttpResponse:
    facts = {
        "notification": found.notification,
        "files": stored.files_of(found.notification.reference).filter(purpose=PURPOSE),
        "form": form,
        "errors": errors_of(form),
        "may_attach": _may_attach(found),
    }
    return render(request, "incidents/documents.html", facts)
