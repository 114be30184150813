"""Recording that somebody was told of the incident."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents import actions, queries
from second_question_web.incidents.errors import NotNow
from second_question_web.incidents.forms import ToldForm
from second_question_web.incidents.models import Notification
from second_question_web.incidents.views.common import person_of
from second_question_web.people.models import Person
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def told(request: HttpRequest, reference: str) -> HttpResponse:
    """Who was told, how and when."""
    person, now = person_of(request), timezone.now()
    found = queries.notification(person, reference, Permission.NOTIFICATION_WRITE)
    form = ToldForm(request.POST or None, now)
    if request.method == "POST" and form.is_valid():
        return _keep(request, found, form, person)
    return render(request, "incidents/told.html", {"notification": found, "form": form, "errors": errors_of(form)})


def _keep(request: HttpRequest, found: Notification, form: ToldForm, person: Person) -> HttpResponse:
    said = form.cleaned_data
    try:
        actions.tell(
            by=person,
            notification=found,
            body=said["body"],
            details=said["details"],
            how=said["how"],
            at=said["moment"],
            now=form.now,
        )
        messages.success(request, "Recorded.")
    except NotNow as refused:
        messages.warning(request, str(refused))
    return redirect("notification", found.reference)
