"""What an agency is asked for: the list, and one request as the agency sees it."""

from collections.abc import Sequence
from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.summaries import actions, guests, queries
from second_question_web.rapid_reviews.summaries.overview import overview_of, row_of
from second_question_web.rapid_reviews.summaries.views.common import SIGN, WRITE, agency_page, contributor
from second_question_web.ui.components import Column
from second_question_web.ui.gate import public, requires, requires_or_invited

A_PAGE = 25
COLUMNS = tuple(Column(label=label) for label in ("Number", "Asked by", "Agency", "Where it stands", "Due"))


@requires(Permission.SUMMARY_WRITE, Permission.SUMMARY_SIGN)
@require_safe
def summaries(request: HttpRequest) -> HttpResponse:
    """Every request to the person's agencies, what is owed first."""
    person, today = person_of(request), timezone.localdate()
    found = cast("Sequence[AgencyRequest]", queries.Listed(person))  # of a sequence, the length and slices
    listed = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    actions.note_summaries_listed(by=person)
    facts = {
        "page": listed,
        "columns": COLUMNS,
        "rows": [row_of(found, today) for found in listed],
        "query": request.GET,
    }
    return render(request, "rapid_reviews/summaries/summaries.html", facts)


@requires_or_invited(Permission.SUMMARY_WRITE, Permission.SUMMARY_SIGN)
@require_safe
def summary(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One request: what is asked, by when, whom to look for, and what comes next."""
    who = contributor(request, reference, number, WRITE, SIGN)
    found = queries.request_to(who, reference, number, WRITE, SIGN)
    actions.note_opened(by=who, request=found, what="overview", now=timezone.now())
    return agency_page(request, who, found, "summary", {"overview": overview_of(found, who, timezone.localdate())})


@public
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """A guest is done: this browser opens nothing any more without a new code."""
    guests.let_out(request)
    messages.success(request, "You have left. To come back, open the link in our email again.")
    return redirect("account_login")
