"""Who opened this case: for those who answer for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents import actions, queries
from second_question_web.incidents.views.common import person_of
from second_question_web.trail import queries as trail
from second_question_web.ui.components import Column
from second_question_web.ui.filters import date_and_time
from second_question_web.ui.gate import requires

COLUMNS = [
    Column(label="Who"),
    Column(label="Organisation"),
    Column(label="Times", numeric=True),
    Column(label="Refused", numeric=True),
    Column(label="First"),
    Column(label="Last"),
]


@requires(Permission.TRAIL_READ_CASE)
@require_safe
def opened(request: HttpRequest, reference: str) -> HttpResponse:
    """Everybody who opened the case or was refused it, the latest first."""
    person = person_of(request)
    found = queries.notification(person, reference, Permission.TRAIL_READ_CASE)
    rows = [
        (
            who.name or "Somebody who was not signed in",
            who.organisation,
            who.times,
            who.refused,
            date_and_time(who.first),
            date_and_time(who.last),
        )
        for who in trail.who_opened(reference)
    ]
    actions.note_trail_read(by=person, notification=found)
    return render(request, "incidents/opened.html", {"notification": found, "columns": COLUMNS, "rows": rows})
