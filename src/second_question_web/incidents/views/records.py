"""Taking a child or adult out of a draft, after a question whether that is meant."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents import actions
from second_question_web.incidents.errors import NotNow
from second_question_web.incidents.section_pages import section_page
from second_question_web.incidents.views.common import person_of
from second_question_web.ui.gate import requires


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, reference: str, kind: str, place: int) -> HttpResponse:
    """Asks, and removes. What was written is kept, and no longer shown or sent."""
    person = person_of(request)
    page = section_page(person, reference, f"{kind}_identity", place, timezone.localdate())
    if request.method != "POST":
        actions.note_opened(by=person, notification=page.notification, what=f"page Remove {kind}")
        return render(request, "incidents/remove.html", {"page": page})
    take_out = actions.remove_child if kind == "child" else actions.remove_adult
    try:
        take_out(by=person, notification=page.notification, place=place, now=timezone.now())
        messages.success(request, f"{page.record} was removed.")
    except NotNow as refused:
        messages.warning(request, str(refused))
    return redirect("notification", reference)
