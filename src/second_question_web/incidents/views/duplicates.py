"""Likely duplicates of a draft: is one of them the same incident?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents import actions, queries
from second_question_web.incidents.forms import ReasonForm
from second_question_web.incidents.models import Notification
from second_question_web.incidents.views.common import person_of
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

LABEL = "Why is it not the same incident?"
HINT = "One sentence is enough, for example “Another family with the same name”. It is kept with the notification."


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def duplicates(request: HttpRequest, reference: str) -> HttpResponse:
    """Shows what may be the same incident; going on needs a reason, which is kept."""
    person = person_of(request)
    found = queries.notification(person, reference, Permission.NOTIFICATION_WRITE)
    likely = queries.likely_duplicates(person, found, queries.children_of(found))
    if not likely or found.state != Notification.State.DRAFT:
        return redirect("notification", reference)
    form = ReasonForm(LABEL, request.POST or None, HINT)
    if request.method == "POST" and form.is_valid():
        others = [one.key for one in likely]
        reason = form.cleaned_data["reason"]
        actions.judge_not_the_same(by=person, notification=found, others=others, reason=reason, now=timezone.now())
        return redirect("notification", reference)
    actions.note_opened(by=person, notification=found, what="likely duplicates")
    facts = {"notification": found, "likely": likely, "form": form, "errors": errors_of(form)}
    return render(request, "incidents/duplicates.html", facts)
