"""The Panel's inbox: what has arrived, what nobody has acknowledged yet, and when the rapid review is due."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.panel import actions, queries
from second_question_web.panel.forms import InboxFilter
from second_question_web.panel.rows import line
from second_question_web.panel.views.lists import chosen, in_words, page_of
from second_question_web.ui.components import Column, Link
from second_question_web.ui.filters import full_date
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with

REGION_COLUMNS = (
    Column(label="Region"),
    Column(label=f"Arrived in the last {queries.LATELY.days} days", numeric=True),
    Column(label="Not yet acknowledged", numeric=True),
)


@requires(Permission.PANEL_INBOX)
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """One page of the inbox; reading it is one row of the trail."""
    person, today = person_of(request), timezone.localdate()
    form = InboxFilter(request.GET)
    wanted = form.wanted()
    counts = queries.counts_by_region(person, timezone.now())
    page = page_of(request, queries.inbox(person, wanted), queries.rows_of)
    facts = {
        "form": form,
        "errors": errors_of(form),
        "page": page,
        "lines": [line(arrival, today) for arrival in page],
        "query": request.GET,
        "chosen": chosen(request, form, _words(form, wanted)),
        "region_columns": REGION_COLUMNS,
        "regions": [_counted(count) for count in counts],
        "may_receive": person.may(Permission.PANEL_RECEIVE),
    }
    actions.note_listed(by=person, wanted=wanted.in_force())
    return render(request, "panel/inbox.html", facts)


def _counted(count: queries.RegionCount) -> tuple[object, int, int]:
    about = f": {count.waiting} not yet acknowledged"
    link = Link(text=count.name, href=query_with({}, region=count.code, acknowledged="no"), about=about)
    return (link if count.code else count.name, count.arrived, count.waiting)


def _words(form: InboxFilter, wanted: queries.Wanted) -> dict[str, str]:
    """What narrows, in words."""
    days = {"since": full_date(wanted.since), "until": full_date(wanted.until)}
    return {name: days.get(name) or text for name, text in in_words(form, wanted.in_force()).items()}
