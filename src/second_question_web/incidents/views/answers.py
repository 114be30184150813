"""Everything that a notification says, on one page that can be printed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents import actions, queries
from second_question_web.incidents.showing import Words, as_notified, cards
from second_question_web.incidents.views.common import person_of
from second_question_web.ui.gate import requires


@requires(Permission.NOTIFICATION_READ)
@require_safe
def answers(request: HttpRequest, reference: str) -> HttpResponse:
    """Every answer as now known, and as notified where that differs."""
    person = person_of(request)
    found = queries.case_file(person, reference)
    notification = found.notification
    actions.note_opened(by=person, notification=notification, what="answers")
    lines = queries.amendment_lines_of(notification)
    names = queries.organisation_names(notification, found.children, lines)
    words = Words(names, found.identity, as_notified(lines))
    facts = {"notification": notification, "cards": cards(notification, found.children, found.adults, words)}
    return render(request, "incidents/answers.html", facts)
