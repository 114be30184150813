"""What is typed on a page is kept while typing, and can be thrown away again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from second_question.rules.access import Permission
from second_question_web.incidents import actions, queries
from second_question_web.incidents.actions.drafts import page_of as draft_page
from second_question_web.incidents.models import Notification
from second_question_web.incidents.section_pages import is_saved
from second_question_web.incidents.views.common import person_of, section_id
from second_question_web.ui.gate import requires


@requires(Permission.NOTIFICATION_WRITE)
@require_POST
def keep(request: HttpRequest, reference: str, slug: str, place: int = 0) -> HttpResponse:
    """Keeps the fields of a page; the script of the page calls it, so a refusal is in plain words."""
    person = person_of(request)
    found = queries.notification(person, reference, Permission.NOTIFICATION_WRITE)
    if found.state in (Notification.State.DISCARDED, Notification.State.WITHDRAWN):
        return _refused("this notification can no longer be changed.")
    fields = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    typed, section = request.POST.get("version", ""), section_id(slug)
    version = int(typed) if typed.isdigit() else 0
    try:
        actions.keep_draft_text(
            by=person,
            page=draft_page(found, section, place),
            fields=fields,
            version=version,
            now=timezone.now(),
            case=reference,
            is_saved=lambda: is_saved(person, reference, section, place, request.POST, version, timezone.localdate()),
        )
    except ValueError as refused:
        return _refused(f"{refused}.")
    return HttpResponse(status=204)


@requires(Permission.NOTIFICATION_WRITE)
@require_POST
def drop(request: HttpRequest, reference: str, slug: str, place: int = 0) -> HttpResponse:
    """Throws away what was typed and not saved, and shows the page as it is recorded."""
    person = person_of(request)
    found = queries.notification(person, reference, Permission.NOTIFICATION_WRITE)
    actions.drop_draft_text(by=person, page=draft_page(found, section_id(slug), place), case=reference)
    back = request.POST.get("back", "")
    safe = back.startswith(f"/notifications/{reference}/")
    return redirect(back if safe else "notification", *([] if safe else [reference]))


def _refused(words: str) -> HttpResponse:
    return HttpResponse(words, status=409, content_type="text/plain; charset=utf-8")
