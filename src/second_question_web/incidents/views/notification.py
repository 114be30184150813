"""A notification's own page: the task list while it is a draft, the case afterwards."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents import actions, clocks, queries, tasks
from second_question_web.incidents.models import Notification
from second_question_web.incidents.overview import overview_of
from second_question_web.incidents.queries import CaseFile
from second_question_web.incidents.views.common import person_of, trail_of_case
from second_question_web.ui.gate import requires


@requires(Permission.NOTIFICATION_READ)
@require_safe
def notification(request: HttpRequest, reference: str) -> HttpResponse:
    """The task list of a draft, or the case."""
    person = person_of(request)
    found = queries.case_file(person, reference)
    actions.note_opened(by=person, notification=found.notification, what="notification")
    if found.notification.state == Notification.State.DRAFT:
        return _task_list(request, found)
    return _case(request, found)


def _task_list(request: HttpRequest, found: CaseFile) -> HttpResponse:
    today = timezone.localdate()
    facts = {
        "notification": found.notification,
        "groups": tasks.groups_of(found),
        "may_write": Permission.NOTIFICATION_WRITE in found.may and found.identity,
        "may_send": Permission.NOTIFICATION_SEND in found.may,
        "clock": clocks.notifying(found.notification, today),
        "trail": trail_of_case(found),
    }
    return render(request, "incidents/tasks.html", facts)


def _case(request: HttpRequest, found: CaseFile) -> HttpResponse:
    shown = found.notification
    lines = queries.amendment_lines_of(shown)
    facts = {
        "notification": shown,
        "overview": overview_of(found, lines, timezone.localdate(), queries.organisation_names(shown, lines=lines)),
        "informed": queries.informed_of(shown),
        "identity": found.identity,
        "may_write": Permission.NOTIFICATION_WRITE in found.may and found.identity,
        "may_withdraw": Permission.NOTIFICATION_WITHDRAW in found.may,
        "trail": trail_of_case(found),
    }
    return render(request, "incidents/case.html", facts)
