"""What a meeting asked people to do: written down by a quick form, put right."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.meetings import actions, queries
from second_question_web.rapid_reviews.meetings.forms import (
    ActionChangeForm,
    ActionForm,
    action_of,
    blank_rows,
    filled,
    row_errors,
    sent_rows,
)
from second_question_web.rapid_reviews.meetings.seen import seen_action
from second_question_web.rapid_reviews.meetings.views.common import (
    Asking,
    accepted,
    address,
    ask,
    page,
    seen_again,
    writable,
)
from second_question_web.rapid_reviews.models import Meeting, MeetingAction
from second_question_web.ui.components import Answer
from second_question_web.ui.filters import full_date, plural
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def tasks(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Writes down actions, several at once."""
    found = writable(request, reference, number, "actions")
    if request.method != "POST":
        return _page(request, found, blank_rows(ActionForm))
    rows = sent_rows(ActionForm, request.POST)
    wrong = [row for row in rows if not row.is_valid()]
    agreed = [row.agreed() for row in filled(rows) if row.is_valid()]
    if wrong or not agreed:
        return _page(request, found, rows, nothing=not (wrong or agreed))
    try:
        actions.add_actions(meeting=found, by=person_of(request), agreed=agreed, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
        return HttpResponseRedirect(address(found))
    messages.success(request, f"{plural(len(agreed), 'action')} written down.")
    return HttpResponseRedirect(
        address(found, "review_meeting_actions" if "more" in request.POST else "review_meeting")
    )


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def task(request: HttpRequest, reference: str, number: int, key: int) -> HttpResponse:
    """Puts right what was agreed."""
    found = writable(request, reference, number, "action")
    one = queries.action(found, key)
    if request.method != "POST":
        return ask(request, found.review, _changing(found), action_of(one, seen_action(one)))
    form = ActionChangeForm(request.POST)
    if form.is_valid() and accepted(form, lambda: _change(request, one, form)):
        messages.success(request, "Saved.")
        return HttpResponseRedirect(address(found))
    now = queries.action(found, key)
    changed = request.POST.get("seen") != seen_action(now)
    seen_again(form, seen_action(now))
    return ask(request, found.review, _changing(found, now if changed else None), form)


def _change(request: HttpRequest, one: MeetingAction, form: ActionChangeForm) -> object:
    agreed, seen = form.agreed(), form.cleaned_data["seen"]
    return actions.change_action(action=one, by=person_of(request), agreed=agreed, seen=seen, now=timezone.now())


def _changing(found: Meeting, recorded: MeetingAction | None = None) -> Asking:
    return Asking(
        title="Change an action",
        button="Save",
        back=address(found),
        recorded=_as_recorded(recorded) if recorded else (),
    )


def _as_recorded(one: MeetingAction) -> tuple[Answer, ...]:
    return (
        Answer(question="What", text=one.what),
        Answer(question="Who", text=one.owner),
        Answer(question="By when", text=full_date(one.by_when) or "No day set"),
    )


def _page(request: HttpRequest, found: Meeting, rows: list[ActionForm], *, nothing: bool = False) -> HttpResponse:
    first = {"text": "Enter at least one action", "href": "#id_row-0-what"}
    facts: dict[str, object] = {
        "meeting": found,
        "rows": rows,
        "errors": [first] if nothing else row_errors(rows),
        "back": address(found),
    }
    return page(request, found.review, "tasks", facts)
