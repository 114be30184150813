"""The Panel's inbox: what has arrived, what nobody has acknowledged yet, and when the rapid review is due."""

from collections.abc import Sequence
from typing import cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.reference.areas import regions
from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.panel import actions, queries
from second_question_web.panel.forms import InboxFilter
from second_question_web.panel.models import Arrival
from second_question_web.panel.rows import NATURE_WORDS, line
from second_question_web.ui.components import Chosen, Column, Link
from second_question_web.ui.filters import full_date
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with

A_PAGE = 25
REGION_COLUMNS = (
    Column(label="Region"),
    Column(label=f"Arrived in the last {queries.LATELY.days} days", numeric=True),
    Column(label="Not yet acknowledged", numeric=True),
)


class Rows:
    """The inbox as the paginator needs it: counted, and only the wanted rows read."""

    ordered = True

    def __init__(self, found: QuerySet[Arrival]) -> None:
        self._found = found

    def __len__(self) -> int:
        return self._found.count()

    def __getitem__(self, wanted: slice) -> list[Arrival]:
        return queries.rows_of(self._found, wanted.start, wanted.stop)


@requires(Permission.PANEL_INBOX)
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """One page of the inbox; reading it is one row of the trail."""
    person, today = person_of(request), timezone.localdate()
    form = InboxFilter(request.GET)
    wanted = form.wanted()
    counts = queries.counts_by_region(person, timezone.now())
    listed = cast("Sequence[Arrival]", Rows(queries.inbox(person, wanted)))  # of a sequence, the length and slices
    page = Paginator(listed, A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "form": form,
        "errors": errors_of(form),
        "page": page,
        "lines": [line(arrival, today) for arrival in page],
        "query": request.GET,
        "chosen": _chosen(request, form, wanted),
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


def _chosen(request: HttpRequest, form: InboxFilter, wanted: queries.Wanted) -> list[Chosen]:
    """Each filter in force with the address of the list without it."""
    names = {region.code: region.name for region in regions()}
    words = {
        "acknowledged": {"no": "not yet", "yes": "yes"}.get(wanted.acknowledged, ""),
        "region": names.get(wanted.region, wanted.region),
        "nature": NATURE_WORDS.get(wanted.nature, ""),
        "since": full_date(wanted.since),
        "until": full_date(wanted.until),
    }
    return [
        Chosen(
            label=str(form.fields[name].label),
            text=words[name],
            remove=query_with(request.GET, **{name: None, "page": None}),
        )
        for name in wanted.in_force()
    ]
