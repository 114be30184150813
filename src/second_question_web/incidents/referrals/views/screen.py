"""The partners screen a referral: each view, the decision, taking it up again, and the notification that follows."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question_web.incidents import actions as incidents
from second_question_web.incidents.errors import NotNow
from second_question_web.incidents.models import Referral
from second_question_web.incidents.referrals import actions, queries
from second_question_web.incidents.referrals.errors import CannotScreen, ViewsMissing
from second_question_web.incidents.referrals.forms import DecisionForm, ReopenForm, ViewForm
from second_question_web.incidents.referrals.partners import kinds_without_view, safeguarding_partners, speaks_for
from second_question_web.incidents.referrals.views.common import may_begin, person_of
from second_question_web.partnerships.access import may_manage
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

POSTED = ["GET", "HEAD", "POST"]


@requires(Permission.REFERRAL_SCREEN)
@require_http_methods(POSTED)
def view(request: HttpRequest, reference: str) -> HttpResponse:
    """Records what one partner thinks."""
    person = person_of(request)
    referral = queries.to_screen(person, reference)
    partners = speaks_for(person, referral, safeguarding_partners(referral, timezone.localdate()))
    form = ViewForm(partners, may_manage(person, referral.partnership), request.POST or None)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        partner = next(one for one in partners if one.code == facts.pop("partner"))
        try:
            actions.record_view(by=person, referral=referral, partner=partner, now=timezone.now(), **facts)
            messages.success(request, f"The view of {partner.name} is recorded.")
            return redirect("referral", reference)
        except CannotScreen as problem:
            form.add_error(problem.field or None, problem.message)
    shown = {"referral": referral, "form": form, "partners": partners, "errors": errors_of(form)}
    return render(request, "incidents/referrals/view.html", shown)


@requires(Permission.REFERRAL_SCREEN)
@require_http_methods(POSTED)
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Records the decision. Whoever may begin the notification goes straight on to it."""
    person = person_of(request)
    referral = queries.to_screen(person, reference)
    missing = kinds_without_view(queries.views_of(referral))
    form = DecisionForm(missing, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            decided = actions.decide(by=person, referral=referral, now=timezone.now(), **form.cleaned_data)
            messages.success(request, f"The decision on {reference} is recorded. The agency is told by email.")
            return _onwards(request, decided)
        except ViewsMissing as problem:
            form.add_error("why_without_views", str(problem))
        except CannotScreen as problem:
            form.add_error(problem.field or None, problem.message)
    shown = {"referral": referral, "form": form, "missing": missing, "errors": errors_of(form)}
    return render(request, "incidents/referrals/decide.html", shown)


@requires(Permission.REFERRAL_SCREEN)
@require_http_methods(POSTED)
def reopen(request: HttpRequest, reference: str) -> HttpResponse:
    """Takes the screening up again, with what is new."""
    person = person_of(request)
    referral = queries.to_screen(person, reference)
    form = ReopenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.reopen(by=person, referral=referral, reason=form.cleaned_data["reason"], now=timezone.now())
            messages.success(request, f"The screening of {reference} is open again.")
            return redirect("referral", reference)
        except CannotScreen as problem:
            form.add_error(problem.field or None, problem.message)
    return render(
        request, "incidents/referrals/reopen.html", {"referral": referral, "form": form, "errors": errors_of(form)}
    )


@requires(Permission.NOTIFICATION_WRITE)
@require_POST
def start(request: HttpRequest, reference: str) -> HttpResponse:
    """Begins the notification that was decided on, with what the referral says; begun once, it is found again."""
    return _begin(request, queries.opened(person_of(request), reference).referral)


def _onwards(request: HttpRequest, decided: Referral) -> HttpResponse:
    """To the notification, for whoever may begin it; otherwise back to the referral."""
    if decided.state == Referral.State.NOTIFY and may_begin(person_of(request), decided):
        return _begin(request, decided)
    return redirect("referral", decided.reference)


def _begin(request: HttpRequest, referral: Referral) -> HttpResponse:
    try:
        draft = incidents.start(
            by=person_of(request),
            partnership=referral.partnership,
            start_token=f"referral:{referral.reference}",
            now=timezone.now(),
            referral=referral,
        )
    except NotNow as problem:
        messages.error(request, str(problem))
        return redirect("referral", referral.reference)
    return redirect("notification", draft.reference)
