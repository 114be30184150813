"""The event history of a review as a page and as a file, and the events of all reviews as a file."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.exchange.csv_out import csv_bytes, csv_lines
from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.history import actions, queries
from second_question_web.rapid_reviews.history.files import DATES, OF_ONE, lines_of_all, lines_of_one
from second_question_web.rapid_reviews.history.gathering import Entry, Milestone, history_of
from second_question_web.ui.components import Column, Event
from second_question_web.ui.filters import full_date, working_days
from second_question_web.ui.gate import requires

CSV = "text/csv; charset=utf-8"
COLUMNS = (Column(label="Stage"), Column(label="Reached on"), Column(label="Working day", numeric=True))


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def history(request: HttpRequest, reference: str) -> HttpResponse:
    """When each stage was reached, and every event with the working days before it."""
    review = reviews.review(person_of(request), reference, Permission.RAPID_REVIEW_DRAFT)
    found = history_of(review)
    longest = found.longest_wait
    facts = {
        "frame": frame(review, "review_history", timezone.localdate()),
        "columns": COLUMNS,
        "milestones": [_row(one) for one in found.milestones],
        "events": [_event(entry) for entry in found.entries],
        "longest": longest,
        "before_it": found.before(longest) if longest else None,
    }
    actions.note_history_opened(by=person_of(request), review=review)
    return render(request, "rapid_reviews/history/history.html", facts)


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def download(request: HttpRequest, reference: str) -> HttpResponse:
    """The history of one review as a CSV file."""
    review = reviews.review(person_of(request), reference, Permission.RAPID_REVIEW_DRAFT)
    actions.note_history_downloaded(by=person_of(request), review=review)
    content = csv_bytes(OF_ONE, lines_of_one(history_of(review)))
    return HttpResponse(content, content_type=CSV, headers=_named(f"{reference}-events.csv"))


@requires(Permission.RAPID_REVIEW_EVENTS)
@require_safe
def events(request: HttpRequest) -> StreamingHttpResponse:
    """The events of all reviews within reach: dates and stages, no names, whoever asks."""
    person = person_of(request)
    actions.note_events_downloaded(by=person, count=queries.reviews_with_events(person).count())
    lines = csv_lines(DATES, lines_of_all(queries.histories(person)))
    return StreamingHttpResponse(lines, content_type=CSV, headers=_named("rapid-review-events.csv"))


def _row(one: Milestone) -> list[object]:
    return [one.label, full_date(one.on) or "Not yet", one.working_days]


def _event(entry: Entry) -> Event:
    one = entry.happening
    who = ", ".join(filter(None, (one.who, one.organisation)))
    waited = f", {working_days(entry.since_before)} after what came before" if entry.since_before else ""
    counted = f"Working day {entry.since_opening}{waited}." if entry.since_opening else ""
    return Event(at=one.at, title=one.label, who=who, text="\n".join(filter(None, (one.what, counted))))


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
