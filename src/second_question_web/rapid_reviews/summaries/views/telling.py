"""Telling the agencies what came of what they contributed (handbook 4, LFPSE)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question.rules.workflow import AgencyRequestState
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview
from second_question_web.rapid_reviews.records import GIVEN_BACK
from second_question_web.rapid_reviews.summaries import actions, outcome, queries
from second_question_web.rapid_reviews.summaries.forms import TellForm
from second_question_web.rapid_reviews.summaries.views.common import AGENCIES, ASK, accepted, page
from second_question_web.ui.filters import full_date, plural
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@requires(Permission.SUMMARY_ASK)
@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, reference: str) -> HttpResponse:
    """One text for the agencies that are ticked; each reads it on its own page."""
    person = person_of(request)
    review = reviews.review(person, reference, ASK)
    there = {str(found.number): found for found in _to_be_told(request, review)}
    choices = [(number, _label(found)) for number, found in there.items()]
    form = TellForm(choices, request.POST or None, _initial(request, review, there))
    if request.method == "POST" and form.is_valid():
        chosen = [there[number] for number in form.cleaned_data["agencies"]]
        if all(_told(request, form, found) for found in chosen):
            messages.success(request, f"{plural(len(chosen), 'agency', 'agencies')} told what came of it.")
            return redirect(AGENCIES, reference)
    facts = {"form": form, "errors": errors_of(form), "agencies": choices, "learning": outcome.learning_of(review)}
    return page(request, review, "tell", facts)


def _to_be_told(request: HttpRequest, review: RapidReview) -> list[AgencyRequest]:
    there = queries.requests_of(person_of(request), review, ASK)
    for found in there:
        found.review = review
    return [found for found in there if found.state != AgencyRequestState.WITHDRAWN]


def _initial(request: HttpRequest, review: RapidReview, there: dict[str, AgencyRequest]) -> dict[str, object]:
    """Those who contributed and were not told yet are ticked, or the one from whose page one comes."""
    if request.method == "POST":
        return {}
    only = request.GET.get("only", "")
    ticked = [number for number, found in there.items() if found.state in GIVEN_BACK and found.told_at is None]
    return {"agencies": [only] if only in there else ticked, "words": outcome.proposed_words(review)}


def _told(request: HttpRequest, form: TellForm, found: AgencyRequest) -> bool:
    by, now, words = person_of(request), timezone.now(), form.cleaned_data["words"]
    return accepted(form, lambda: actions.tell(request=found, by=by, words=words, now=now))


def _label(found: AgencyRequest) -> str:
    told = f", told on {full_date(found.told_at)}" if found.told_at else ""
    return f"{found.organisation.name}: {found.get_state_display().lower()}{told}"
