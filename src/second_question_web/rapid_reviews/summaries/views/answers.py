"""How an agency answers: it did not know the family; it checks what it wrote and returns it; its lead signs."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.summaries import actions, attachments, queries
from second_question_web.rapid_reviews.summaries.actions.returning import NOBODY
from second_question_web.rapid_reviews.summaries.checking import hints_of
from second_question_web.rapid_reviews.summaries.forms import LeadForm, NothingKnownForm, SignForm
from second_question_web.rapid_reviews.summaries.guests import Contributor
from second_question_web.rapid_reviews.summaries.overview import is_open, leads_of
from second_question_web.rapid_reviews.summaries.texts import text_of
from second_question_web.rapid_reviews.summaries.views.common import SIGN, WRITE, accepted, agency_page, contributor
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires_or_invited

NO_LONGER = "The summary can no longer be changed here."


@requires_or_invited(Permission.SUMMARY_WRITE)
@require_http_methods(["GET", "POST"])
def nothing_known(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The agency did not know the family: where it looked, and who looked."""
    who = contributor(request, reference, number, WRITE)
    found = queries.request_to(who, reference, number, WRITE)
    form = NothingKnownForm(request.POST or None, initial={"who": _introduced(who)})
    if request.method == "POST" and form.is_valid():
        said, now = form.cleaned_data, timezone.now()
        if accepted(form, lambda: actions.know_nothing(request=found, by=who, now=now, **said)):
            messages.success(request, "Thank you. Your answer has reached the partnership.")
            return redirect("summary", reference, number)
    facts = {"form": form, "errors": errors_of(form), "text": text_of(found)}
    return agency_page(request, who, found, "nothing_known", facts)


@requires_or_invited(Permission.SUMMARY_WRITE)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Everything that is written, what is still open, and returning it."""
    who = contributor(request, reference, number, WRITE)
    found = queries.request_to(who, reference, number, WRITE)
    if not is_open(found):
        messages.warning(request, NO_LONGER)
        return redirect("summary", reference, number)
    leads = leads_of(found)
    form = LeadForm(request.POST or None, initial={"name": who.trail_name})
    if request.method == "POST" and (leads or form.is_valid()):
        lead = NOBODY if leads else form.lead()
        seen, now = request.POST.get("seen", ""), timezone.now()
        if accepted(form, lambda: actions.give_back(request=found, by=who, seen=seen, lead=lead, now=now)):
            messages.success(request, "Thank you. Your summary has reached the partnership.")
            return redirect("summary", reference, number)
    if request.method != "POST":
        actions.note_opened(by=who, request=found, what="check", now=timezone.now())
    return _check(request, who, found, form, leads)


def _check(
    request: HttpRequest, who: Contributor, found: AgencyRequest, form: LeadForm, leads: list[str]
) -> HttpResponse:
    text = text_of(found)
    facts = {
        "text": text,
        "files": attachments.of_request(found),
        "missing": text.missing(),
        "hints": hints_of(text, found),
        "leads": leads,
        "form": form,
        "errors": errors_of(form) if form.is_bound else [],
    }
    return agency_page(request, who, found, "check", facts)


@requires_or_invited(Permission.SUMMARY_SIGN)
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The summary as it was returned, to be read and signed."""
    who = contributor(request, reference, number, SIGN)
    found = queries.request_to(who, reference, number, SIGN)
    form = SignForm(request.POST or None, initial=_signer(who))
    if request.method == "POST" and form.is_valid():
        said, seen, now = form.cleaned_data, request.POST.get("seen", ""), timezone.now()
        if accepted(form, lambda: actions.sign(request=found, by=who, seen=seen, now=now, **said)):
            messages.success(request, "Thank you. You have signed the summary for your agency.")
            return redirect("summary", reference, number)
    if request.method != "POST":
        actions.note_opened(by=who, request=found, what="sign", now=timezone.now())
    facts = {"text": text_of(found), "files": attachments.of_request(found), "form": form, "errors": errors_of(form)}
    return agency_page(request, who, found, "sign", facts)


def _introduced(who: Contributor) -> str:
    """The name, with the job where we know it."""
    return ", ".join(filter(None, _signer(who).values()))


def _signer(who: Contributor) -> dict[str, str]:
    job_title = getattr(who, "job_title", "") or getattr(getattr(who, "link", None), "job_title", "")
    return {"name": who.trail_name, "job_title": job_title}
