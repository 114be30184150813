"""The secretariat says that the Panel has a notification."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.panel import actions, queries
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with


@requires(Permission.PANEL_RECEIVE)
@require_POST
def acknowledge(request: HttpRequest, reference: str) -> HttpResponse:
    """Acknowledges, and goes back to the list as it was. A second press finds the first."""
    person = person_of(request)
    found = queries.arrival(person, reference, Permission.PANEL_RECEIVE)
    done = actions.acknowledge(arrival=found, by=person, now=timezone.now())
    messages.success(request, f"{reference} was acknowledged by {done.acknowledged_by}.")
    return redirect(reverse("panel_inbox") + query_with(request.GET))
