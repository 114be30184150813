"""Inviting somebody, being invited, asking for access, and the very first administrator."""

from collections.abc import Callable
from contextlib import suppress
from typing import cast

from allauth.decorators import rate_limit
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from second_question.rules.access import Permission
from second_question_web.people import actions, queries
from second_question_web.people.actions.first import is_needed
from second_question_web.people.actions.invitations import Details
from second_question_web.people.errors import AlreadyHere, LinkDoesNotWork, NotPossible
from second_question_web.people.forms.accounts import AcceptForm, AskForm, FirstForm, InviteForm
from second_question_web.people.views.asking import person_of
from second_question_web.people.views.parts import problems
from second_question_web.ui.gate import View, public, requires
from second_question_web.ui.mail import NotSent

MOST_SUGGESTED = 400
# The sign-in library's limit for pages that make accounts.
ask_sparingly = cast("Callable[[View], View]", rate_limit(action="signup"))
secretive = sensitive_post_parameters("password", "again")
reads_and_writes = require_http_methods(["GET", "HEAD", "POST"])


@requires(Permission.PEOPLE_MANAGE)
@reads_and_writes
def invite(request: HttpRequest) -> HttpResponse:
    """A new person with a first role."""
    by, now = person_of(request), timezone.now()
    today = timezone.localdate(now)
    organisations = queries.organisations_in_reach(by, today)
    own = {"organisation": str(by.organisation or "")}
    form = InviteForm(request.POST or None, by=by, on=today, initial=own)
    if form.is_valid():
        details = form.details()
        try:
            invited = actions.invite(by=by, details=details, given=form.given(details.organisation), now=now)
        except (NotPossible, NotSent) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, f"An invitation is on its way to {invited.name}.")
            return redirect("person", invited.pk)
    return render(request, "people/invite.html", _shown(form, organisations=list(organisations[:MOST_SUGGESTED])))


@public
@never_cache
@secretive
@ask_sparingly
@reads_and_writes
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Behind the link of an invitation: name, telephone and password."""
    found = queries.open_invitation(secret, timezone.now())
    if found is None:
        return _does_not_work(request)
    person = found.person
    form = AcceptForm(request.POST or None, person=person, initial={"name": person.name})
    if form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("name", "telephone", "password")}
        try:
            accepted = actions.accept(secret=secret, now=timezone.now(), **facts)
        except LinkDoesNotWork:  # pressed twice, and the first was quicker
            return _does_not_work(request)
        if accepted.is_active:
            messages.success(request, "Your account is open. Sign in with your email address and password.")
            return redirect("account_login")
        return redirect("account_inactive")
    return render(request, "people/invitation.html", _shown(form, invited=person))


@public
@ask_sparingly
@reads_and_writes
def ask_for_access(request: HttpRequest) -> HttpResponse:
    """A request, which the administrators of the organisation see. The answer is the same for every address."""
    today = timezone.localdate()
    form = AskForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        organisation = queries.organisation_named(data["organisation"], today)
        who = {name: data[name] for name in ("name", "email", "job_title")}
        unknown = "" if organisation else f"Works for: {data['organisation']}\n\n"
        details = Details(organisation=organisation, **who)
        with suppress(AlreadyHere):  # pressed twice, and the first was quicker
            actions.ask_for_access(details=details, wants=unknown + data["wants"], now=timezone.now())
        return redirect("access_asked")
    return render(request, "people/ask_for_access.html", _shown(form, organisations=queries.well_known(today)))


@public
@require_safe
def access_asked(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "people/access_asked.html")


@public
@never_cache
@secretive
@ask_sparingly
@reads_and_writes
def set_up(request: HttpRequest, secret: str) -> HttpResponse:
    """The first administrator of an empty installation."""
    if not (is_needed() and queries.is_set_up_link(secret)):
        return _does_not_work(request)
    form = FirstForm(request.POST or None)
    if form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("email", "name", "password")}
        try:
            actions.first_administrator(now=timezone.now(), **facts)
        except LinkDoesNotWork:
            return _does_not_work(request)
        messages.success(request, "You are the first administrator. Sign in, then invite the others.")
        return redirect("account_login")
    return render(request, "people/set_up.html", _shown(form))


def _does_not_work(request: HttpRequest) -> HttpResponse:
    return render(request, "people/link_does_not_work.html", status=404)


def _shown(form: Form, **more: object) -> dict[str, object]:
    return {"form": form, "errors": problems(form), **more}
