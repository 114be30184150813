"""The chase list of a review, the same as a file, and reminding whoever is late."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from second_question.exchange.csv_out import csv_bytes
from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.rapid_reviews.summaries import actions, chase, queries
from second_question_web.rapid_reviews.summaries.views.common import AGENCIES, ASK, DRAFT, page
from second_question_web.ui.components import Column, Link
from second_question_web.ui.filters import plural, short_date
from second_question_web.ui.gate import requires
from second_question_web.ui.mail import NotSent

COLUMNS = tuple(
    Column(label=label) for label in ("Agency", "Where it stands", "Working days", "Due", "Written to", "So far")
)
REMIND = Column(label="Remind")


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def agencies(request: HttpRequest, reference: str) -> HttpResponse:
    """Every agency that was asked, whoever owes longest first."""
    person = person_of(request)
    review = reviews.review(person, reference, DRAFT)
    found = _lines(request, review)
    actions.note_requests_listed(by=person, review=review, now=timezone.now())
    facts: dict[str, object] = {
        "shown": [(line, _row(line, reference)) for line in found],
        "late": chase.late(found),
        "columns": [*COLUMNS, REMIND] if _may_ask(review) else COLUMNS,
        "may_ask": _may_ask(review),
        "may_tell": getattr(review, "may_ask", False) and bool(found),
        "is_writable": is_writable(review),
    }
    return page(request, review, "agencies", facts)


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def download(request: HttpRequest, reference: str) -> HttpResponse:
    """The chase list as a CSV file."""
    person = person_of(request)
    review = reviews.review(person, reference, DRAFT)
    rows = [line.cells(reference) for line in _lines(request, review)]
    actions.note_requests_downloaded(by=person, review=review, after={"rows": len(rows)}, now=timezone.now())
    response = HttpResponse(csv_bytes(chase.FIELDS, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{reference}-agencies.csv"'
    return response


@requires(Permission.SUMMARY_ASK)
@require_POST
def remind(request: HttpRequest, reference: str) -> HttpResponse:
    """Reminds the one whose number was sent, or all that are late. Whoever was reminded today is not reminded again."""
    person = person_of(request)
    review = reviews.review(person, reference, ASK)
    there = queries.requests_of(person, review, ASK)
    lines = chase.lines(there, timezone.localdate(), is_writable=is_writable(review))
    number = request.POST.get("number", "")
    chosen = [line for line in lines if str(line.request.number) == number] if number else chase.late(lines)
    outcomes = [_reminded(request, review, line.request) for line in chosen]
    sent = sum(outcomes)
    if sent:
        messages.success(request, f"{plural(sent, 'reminder')} sent.")
    back = [line.request.number for line in chosen] if "from_request" in request.POST else []
    return redirect("review_request", reference, back[0]) if back else redirect(AGENCIES, reference)


def _reminded(request: HttpRequest, review: RapidReview, found: AgencyRequest) -> int:
    """How many e-mails were sent; why none was is said on the next page."""
    found.review = review
    name = found.organisation.name
    try:
        sent = actions.remind(request=found, by=person_of(request), now=timezone.now())
    except (NotNow, NotSent) as refused:
        messages.warning(request, f"{name}: {refused}")
        return 0
    if not sent:
        messages.warning(request, f"{name} was reminded today already, so no second email was sent.")
    return sent


def _row(line: chase.Line, reference: str) -> list[object]:
    found = line.request
    return [
        Link(text=found.organisation.name, href=reverse("review_request", args=[reference, found.number])),
        line.state,
        line.time_left,
        short_date(found.due_on),
        line.written_to,
        line.so_far,
    ]


def _lines(request: HttpRequest, review: RapidReview) -> list[chase.Line]:
    found = queries.requests_of(person_of(request), review, DRAFT)
    return chase.lines(found, timezone.localdate(), is_writable=is_writable(review))


def _may_ask(review: RapidReview) -> bool:
    return getattr(review, "may_ask", False) and is_writable(review)
