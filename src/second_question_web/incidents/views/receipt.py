"""The receipt of a notification that was sent, and its copy as a document."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents import actions, clocks, queries
from second_question_web.incidents.models import Notification
from second_question_web.incidents.printing import printed
from second_question_web.incidents.views.common import person_of
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires

WAS_SENT = (Notification.State.SENT, Notification.State.WITHDRAWN)


@requires(Permission.NOTIFICATION_READ)
@require_safe
def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """The number of receipt, who was told, and what happens next."""
    person = person_of(request)
    found = queries.opened(person, reference, Permission.NOTIFICATION_READ)
    shown = found.notification
    if shown.state not in WAS_SENT or not shown.receipt_number:
        return redirect("notification", reference)
    actions.note_opened(by=person, notification=shown, what="receipt")
    facts = {
        "notification": shown,
        "informed": queries.informed_of(shown),
        "review": clocks.first_rapid_review_due(shown),
        "review_page": clocks.rapid_review_page(shown),
        "days_late": clocks.working_days_late(shown, timezone.localdate()),
        "identity": found.identity,
    }
    return render(request, "incidents/receipt.html", facts)


@requires(Permission.NOTIFICATION_READ)
@require_safe
def pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The notification as it was sent, with what changed since, as a PDF document."""
    person = person_of(request)
    found = queries.case_file(person, reference)
    if found.notification.state not in WAS_SENT:
        raise Hidden("PDF copy", reference, case=reference)
    actions.note_opened(by=person, notification=found.notification, what="PDF copy")
    response = HttpResponse(printed(found, person, timezone.now()), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{reference}.pdf"'
    response["Cache-Control"] = "no-store, private"
    return response
