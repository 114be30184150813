"""The rapid reviews that were sent to the Panel: what waits for a reply, from where, and since when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.panel import actions, queries
from second_question_web.panel.forms import ReviewsFilter
from second_question_web.panel.review_rows import review_line
from second_question_web.panel.views.lists import chosen, in_words, page_of
from second_question_web.ui.components import Column, Link
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with

REGION_COLUMNS = (
    Column(label="Region"),
    Column(label=f"Came in the last {queries.LATELY.days} days", numeric=True),
    Column(label="Waiting for a reply", numeric=True),
)


@requires(Permission.PANEL_INBOX)
@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """One page of the list; reading it is one row of the trail."""
    person, today = person_of(request), timezone.localdate()
    form = ReviewsFilter({"waiting": "yes", **request.GET.dict()})
    wanted = form.wanted()
    page = page_of(request, queries.reviews(person, wanted), queries.review_rows_of)
    facts = {
        "form": form,
        "errors": errors_of(form),
        "page": page,
        "lines": [review_line(version, today) for version in page],
        "query": request.GET,
        "chosen": chosen(request, form, in_words(form, wanted.in_force())),
        "wanted": wanted,
        "region_columns": REGION_COLUMNS,
        "regions": [_counted(count) for count in queries.review_counts_by_region(person, timezone.now())],
    }
    actions.note_reviews_listed(by=person, wanted=wanted.in_force())
    return render(request, "panel/reviews.html", facts)


def _counted(count: queries.ReviewCount) -> tuple[object, int, int]:
    link = Link(text=count.name, href=query_with({}, region=count.code), about=f": {count.waiting} waiting for a reply")
    return (link if count.code else count.name, count.came, count.waiting)
