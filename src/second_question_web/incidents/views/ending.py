"""The two ends of a notification before its time: a draft is discarded, a notification is withdrawn."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents import actions, queries
from second_question_web.incidents.errors import NotNow
from second_question_web.incidents.forms import ReasonForm
from second_question_web.incidents.models import Notification
from second_question_web.incidents.views.common import person_of
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

NO_NAMES_PLEASE = "Do not name anybody: the reason is kept in the trail."


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def discard(request: HttpRequest, reference: str) -> HttpResponse:
    """Asks why a draft is not needed, and ends it."""
    person = person_of(request)
    found = queries.notification(person, reference, Permission.NOTIFICATION_WRITE)
    form = ReasonForm("Why is this draft not needed?", request.POST or None, NO_NAMES_PLEASE)
    if request.method == "POST" and form.is_valid():
        try:
            actions.discard(by=person, notification=found, reason=form.cleaned_data["reason"], now=timezone.now())
            messages.success(request, f"{reference} was discarded.")
        except NotNow as refused:
            messages.warning(request, str(refused))
        return redirect("notification", reference)
    return _ask(request, found, form, "incidents/discard.html")


@requires(Permission.NOTIFICATION_WITHDRAW)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Asks why a notification is taken back, and ends it and its rapid review."""
    person = person_of(request)
    found = queries.notification(person, reference, Permission.NOTIFICATION_WITHDRAW)
    form = ReasonForm("Why is it withdrawn?", request.POST or None, "The Panel can read this.")
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(by=person, notification=found, reason=form.cleaned_data["reason"], now=timezone.now())
            messages.success(request, f"{reference} was withdrawn.")
        except NotNow as refused:
            messages.warning(request, str(refused))
        return redirect("notification", reference)
    return _ask(request, found, form, "incidents/withdraw.html")


def _ask(request: HttpRequest, found: Notification, form: ReasonForm, template: str) -> HttpResponse:
    return render(request, template, {"notification": found, "form": form, "errors": errors_of(form)})
