"""How often a decision changed after the Panel's advice, and in which reviews (P2)."""

from collections import Counter
from collections.abc import Callable, Sequence

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.exchange.csv_out import Cell, csv_bytes
from second_question.rules.access import Permission
from second_question.rules.decision_changes import DIRECTION_LABELS, Direction
from second_question.rules.template.codes import OUTCOMES
from second_question_web.incidents.views.common import person_of
from second_question_web.panel import actions, queries
from second_question_web.panel.forms import ChangesFilter
from second_question_web.panel.queries import ChangedReview
from second_question_web.panel.views.lists import A_PAGE, chosen, in_words
from second_question_web.ui.components import Column, Link
from second_question_web.ui.filters import short_date
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with

_OUTCOMES = {option.code: option.label for option in OUTCOMES}
COUNTS = (Column(label="No to yes", numeric=True), Column(label="Yes to no", numeric=True))
REVIEW_COLUMNS = tuple(
    Column(label=label) for label in ("Review", "From", "Decided first", "After the Panel’s advice", "Change")
)
CSV_COLUMNS = (
    *("reference", "region", "local_authority", "change"),
    *("outcome_before", "decided_before_on", "outcome_after", "decided_after_on"),
)


@requires(Permission.PANEL_INBOX)
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """The counts by year and region, and the reviews behind them."""
    person, form = person_of(request), ChangesFilter(request.GET)
    every, wanted = queries.changed_reviews(person), form.wanted()
    page = Paginator([one for one in every if wanted.take(one)], A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "form": form,
        "errors": errors_of(form),
        "chosen": chosen(request, form, in_words(form, wanted.in_force())),
        "query": request.GET,
        "answered": queries.number_answered(person),
        "totals": Counter(one.change.direction for one in every),
        "year_columns": (Column(label="Year"), *COUNTS),
        "years": _counts(every, lambda one: (str(one.year), str(one.year)), "year"),
        "region_columns": (Column(label="Region"), *COUNTS),
        "regions": _counts(every, lambda one: (one.region, one.region_name), "region"),
        "review_columns": REVIEW_COLUMNS,
        "page": page,
        "reviews": [_row(one) for one in page],
    }
    actions.note_changes_read(by=person, wanted=wanted.in_force())
    return render(request, "panel/changes.html", facts)


@requires(Permission.PANEL_INBOX)
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The reviews that the list shows as a CSV file; it names nobody."""
    person, wanted = person_of(request), ChangesFilter(request.GET).wanted()
    found = [one for one in queries.changed_reviews(person) if wanted.take(one)]
    actions.note_changes_read(by=person, wanted={**wanted.in_force(), "as": "csv"})
    response = HttpResponse(csv_bytes(CSV_COLUMNS, map(_cells, found)), content_type="text/csv; charset=utf-8")
    name = f"changed-decisions-{timezone.localdate().isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _counts(
    found: Sequence[ChangedReview], group_of: Callable[[ChangedReview], tuple[str, str]], name: str
) -> list[list[object]]:
    """A row for each group: how many went each way, each number leading to its reviews."""
    counted = Counter((group_of(one), one.change.direction) for one in found)
    groups = sorted({group for group, _ in counted}, reverse=name == "year")
    return [
        [words, *(_count(counted[(code, words), way], words, {name: code, "direction": way}) for way in Direction)]
        for code, words in groups
    ]


def _count(count: int, about: str, narrowed: dict[str, str]) -> object:
    words = f", {about}: {DIRECTION_LABELS[Direction(narrowed['direction'])]}"
    href = query_with({}, **narrowed) + "#reviews"
    return Link(text=str(count), href=href, about=words) if count else 0


def _row(one: ChangedReview) -> list[object]:
    before, after = one.change.before, one.change.after
    return [
        Link(text=one.reference, href=reverse("panel_review", args=[one.reference])),
        f"{one.authority}, {one.region_name}",
        f"{_OUTCOMES.get(before.outcome, before.outcome)}, {short_date(before.decided_on)}",
        f"{_OUTCOMES.get(after.outcome, after.outcome)}, {short_date(after.decided_on)}",
        DIRECTION_LABELS[one.change.direction].partition(":")[0],
    ]


def _cells(one: ChangedReview) -> list[Cell]:
    before, after = one.change.before, one.change.after
    about: list[Cell] = [one.reference, one.region, one.authority, str(one.change.direction)]
    return [*about, before.outcome, before.decided_on, after.outcome, after.decided_on]
