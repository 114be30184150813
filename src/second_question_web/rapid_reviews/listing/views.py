"""The list of rapid reviews as a page and as a file of exactly what it shows."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.exchange.csv_out import Cell, csv_lines
from second_question.rules.access import Permission
from second_question.rules.workflow import RAPID_REVIEW, RapidReviewState
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.listing import actions, queries
from second_question_web.rapid_reviews.listing.forms import ListFilter
from second_question_web.rapid_reviews.listing.queries import DEFAULT_SORT, SORTS, Listed, Listing, Wanted
from second_question_web.rapid_reviews.listing.rows import IN_FILE, columns, line, row
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.ui.components import Chosen, Stage
from second_question_web.ui.filters import full_date
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with

A_PAGE = 25


class Rows:
    """The list as the paginator needs it: counted, and only the wanted rows read."""

    ordered = True

    def __init__(self, listing: Listing, found: QuerySet[RapidReview], count: int | None) -> None:
        self._listing, self._found, self._count = listing, found, count

    def __len__(self) -> int:
        return self._found.count() if self._count is None else self._count

    def __getitem__(self, wanted: slice) -> list[Listed]:
        return self._listing.rows(self._found, wanted.start, wanted.stop)


@requires(Permission.RAPID_REVIEW_READ)
@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """One page of the list, under how many there are in each state; reading it is one row of the trail."""
    person, today = person_of(request), timezone.localdate()
    form, sort = ListFilter(request.GET), _sort(request)
    wanted, listing = form.wanted(), queries.listing(person, today)
    counts = listing.counts()
    rows = Rows(listing, listing.wanted(wanted, sort), queries.known_from(counts, wanted))
    listed = cast("Sequence[Listed]", rows)
    page = Paginator(listed, A_PAGE).get_page(request.GET.get("page"))
    own = queries.own_partnerships(person)
    facts = {
        "form": form,
        "errors": errors_of(form),
        "page": page,
        "stages": _stages(counts),
        "closed": counts.get(RapidReviewState.CLOSED, (0, 0))[0],
        "columns": columns(own),
        "rows": [row(listed, own, today) for listed in page],
        "chosen": _chosen(request, form, wanted),
        "sort": sort,
        "query": request.GET,
        "download": reverse("rapid_reviews_download") + query_with(request.GET, page=None),
        "may_see_events": person.may(Permission.RAPID_REVIEW_EVENTS),
        "may_add_questions": person.may(Permission.TEMPLATE_MANAGE),
    }
    actions.note_listed(by=person, wanted=wanted.in_force())
    return render(request, "rapid_reviews/listing/reviews.html", facts)


@requires(Permission.RAPID_REVIEW_READ)
@require_safe
def download(request: HttpRequest) -> StreamingHttpResponse:
    """Every review of the list, in its order."""
    person, today = person_of(request), timezone.localdate()
    wanted, listing = ListFilter(request.GET).wanted(), queries.listing(person, today)
    found = listing.wanted(wanted, _sort(request))
    own = queries.own_partnerships(person)
    actions.note_downloaded(by=person, wanted=wanted.in_force(), count=found.count())

    def lines() -> Iterator[list[Cell]]:
        return (line(listed, own, today) for listed in listing.in_portions(found))

    response = StreamingHttpResponse(csv_lines(IN_FILE, lines()), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="rapid-reviews.csv"'
    return response


def _sort(request: HttpRequest) -> str:
    sort = request.GET.get("sort", "")
    return sort if sort.removeprefix("-") in SORTS else DEFAULT_SORT


def _stages(counts: queries.Counts) -> list[Stage]:
    """Every state in the order of a review's life, each leading to its reviews; what was closed stands apart."""
    stages = []
    for state, label in RAPID_REVIEW.states.items():
        if state != RapidReviewState.CLOSED:
            number, late = counts.get(str(state), (0, 0))
            href = query_with({}, state=str(state)) if number else ""
            stages.append(Stage(label=label, count=number, late=late, href=href))
    return stages


def _chosen(request: HttpRequest, form: ListFilter, wanted: Wanted) -> list[Chosen]:
    """Each filter in force with the address of the list without it."""
    return [
        Chosen(
            label=str(form.fields[name].label),
            text=_words(form, name, getattr(wanted, name)),
            remove=query_with(request.GET, **{name: None, "page": None}),
        )
        for name in wanted.in_force()
    ]


def _words(form: ListFilter, name: str, value: object) -> str:
    if isinstance(value, date):
        return full_date(value)
    return str(dict(getattr(form.fields[name], "choices", ())).get(value, value))
