"""Who is invited to a meeting: proposed from what the review knows, added by a quick form, put right or taken off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.meetings import actions, queries
from second_question_web.rapid_reviews.meetings.actions.people import Invited
from second_question_web.rapid_reviews.meetings.forms import (
    PersonForm,
    PersonRow,
    blank_rows,
    filled,
    person_of_list,
    row_errors,
    sent_rows,
)
from second_question_web.rapid_reviews.meetings.proposing import Proposed, proposed
from second_question_web.rapid_reviews.meetings.views.common import Asking, accepted, address, ask, page, writable
from second_question_web.rapid_reviews.models import Meeting
from second_question_web.ui.filters import plural
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Invites those who are ticked and those who are typed."""
    found = writable(request, reference, number, "people")
    offered = proposed(found, timezone.localdate())
    if request.method != "POST":
        return _page(request, found, offered, blank_rows(PersonRow, map(_start, offered.nameless)))
    rows = sent_rows(PersonRow, request.POST)
    wrong = [row for row in rows if not row.is_valid()]
    wanted = [*_ticked(request, offered), *(row.person() for row in filled(rows) if row.is_valid())]
    if wrong or not wanted:
        return _page(request, found, offered, rows, nobody=not (wrong or wanted))
    try:
        new = actions.invite(meeting=found, by=person_of(request), people=wanted, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
        return HttpResponseRedirect(address(found))
    messages.success(request, f"{plural(new, 'person', 'people')} added to the list.")
    return HttpResponseRedirect(address(found, "review_meeting_people" if "more" in request.POST else "review_meeting"))


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, reference: str, number: int, key: int) -> HttpResponse:
    """Puts right who somebody is."""
    found = writable(request, reference, number, "person")
    one = queries.attendance(found, key)
    form = PersonForm(request.POST) if request.method == "POST" else person_of_list(one)
    if request.method == "POST" and form.is_valid():
        by, wanted, now = person_of(request), form.person(), timezone.now()
        if accepted(form, lambda: actions.change_person(attendance=one, by=by, person=wanted, now=now)):
            messages.success(request, "Saved.")
            return HttpResponseRedirect(address(found))
    asking = Asking(
        title="Somebody on the list",
        button="Save",
        back=address(found),
        remove=address(found, "review_meeting_remove", key) if found.state == Meeting.State.CALLED else "",
    )
    return ask(request, found.review, asking, form)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_POST
def remove(request: HttpRequest, reference: str, number: int, key: int) -> HttpResponse:
    """Takes somebody off the list."""
    found = writable(request, reference, number, "person")
    one = queries.attendance(found, key)
    try:
        actions.remove_person(attendance=one, by=person_of(request), now=timezone.now())
        messages.success(request, f"{one.name} is no longer on the list.")
    except (NotNow, Refusal) as refused:
        messages.warning(request, str(refused))
    return HttpResponseRedirect(address(found))


def _start(one: Invited) -> dict[str, str]:
    return {"organisation": one.organisation, "role": one.role}


def _ticked(request: HttpRequest, offered: Proposed) -> list[Invited]:
    """Those whose tick was sent, by who they are: the list may have changed since the page was opened."""
    ticked = set(request.POST.getlist("proposed"))
    return [one for one in offered.people if "|".join(one.key) in ticked]


def _page(
    request: HttpRequest, found: Meeting, offered: Proposed, rows: list[PersonRow], *, nobody: bool = False
) -> HttpResponse:
    first = {"text": "Tick or enter at least one person", "href": "#id_row-0-name"}
    facts: dict[str, object] = {
        "meeting": found,
        "offered": [("|".join(one.key), one) for one in offered.people],
        "ticked": request.POST.getlist("proposed"),
        "rows": rows,
        "organisations": list(dict.fromkeys(one.organisation for one in offered.there)),
        "errors": [first] if nobody else row_errors(rows),
        "back": address(found),
    }
    return page(request, found.review, "people", facts)
