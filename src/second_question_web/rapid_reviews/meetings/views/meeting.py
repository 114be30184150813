"""One meeting: all of it on one page; moving it and cancelling it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.meetings import actions, queries, shown
from second_question_web.rapid_reviews.meetings.forms import CancelForm, PlanForm, plan_of
from second_question_web.rapid_reviews.meetings.seen import seen_plan
from second_question_web.rapid_reviews.meetings.views.common import (
    Asking,
    accepted,
    address,
    ask,
    page,
    seen_again,
    writable,
)
from second_question_web.rapid_reviews.models import Meeting
from second_question_web.ui.components import Link
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def meeting(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """When, where, the agenda, who takes part, the notes, and what is to be done."""
    person = person_of(request)
    found = queries.meeting(person, reference, number)
    may_write = bool(getattr(found.review, "may_write", False)) and found.state != Meeting.State.CANCELLED
    facts = {
        "meeting": found,
        "status": shown.STATUS[found.state],
        "plan": shown.plan(found),
        "may_write": may_write,
        "people_columns": (*shown.PEOPLE, shown.CHANGE) if may_write else shown.PEOPLE,
        "people": _people(found, may_write=may_write),
        "task_columns": (*shown.TASKS, shown.CHANGE) if may_write else shown.TASKS,
        "tasks": _tasks(found, may_write=may_write),
    }
    actions.note_meeting_opened(by=person, meeting=found)
    return page(request, found.review, "meeting", facts)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Moves the meeting, or says otherwise where it is or what for."""
    found = writable(request, reference, number, "change")
    if request.method != "POST":
        return ask(request, found.review, _changing(found), plan_of(found, seen_plan(found)))
    form = PlanForm(request.POST)
    if form.is_valid():
        wanted = {"by": person_of(request), "seen": form.cleaned_data["seen"], "now": timezone.now(), **form.plan()}
        if accepted(form, lambda: actions.change_meeting(meeting=found, **wanted)):
            messages.success(request, "The meeting was changed. Whoever has its calendar file needs the new one.")
            return HttpResponseRedirect(address(found))
    now = queries.meeting(person_of(request), reference, number, queries.WRITE)
    changed = request.POST.get("seen") != seen_plan(now)
    seen_again(form, seen_plan(now))
    return ask(request, now.review, _changing(now, both=changed), form)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Cancels the meeting, with a reason."""
    found = writable(request, reference, number, "cancel")
    asking = Asking(
        title=f"Cancel meeting {number}",
        button="Cancel the meeting",
        back=address(found),
        text="It stays in the history of the review with your reason. To hold it on another day, move it instead.",
        warning=True,
    )
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"reason": form.cleaned_data["reason"], "by": person_of(request), "now": timezone.now()}
        if accepted(form, lambda: actions.cancel_meeting(meeting=found, **given)):
            messages.success(request, "The meeting is cancelled.")
            return HttpResponseRedirect(address(found))
    return ask(request, found.review, asking, form)


def _changing(found: Meeting, *, both: bool = False) -> Asking:
    recorded = shown.plan(found) if both else ()
    title = f"Move or change meeting {found.number}"
    return Asking(title=title, button="Save", back=address(found), recorded=recorded)


def _people(found: Meeting, *, may_write: bool) -> list[list[object]]:
    rows = list[list[object]]()
    for one in queries.attendances_of(found):
        change = _change(address(found, "review_meeting_person", one.pk), one.name) if may_write else []
        rows.append([one.name, *shown.person_row(one), *change])
    return rows


def _tasks(found: Meeting, *, may_write: bool) -> list[list[object]]:
    today, rows = timezone.localdate(), list[list[object]]()
    for action in queries.actions_of(found):
        change = _change(address(found, "review_meeting_action", action.pk), action.what) if may_write else []
        rows.append([action.what, *shown.task_row(queries.as_task(action), today), *change])
    return rows


def _change(href: str, about: str) -> list[Link]:
    return [Link(text="Change", href=href, about=about)]
