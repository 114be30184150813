"""One's own account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now as moment
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from second_question.rules.access import PERMISSION_MEANING, ROLES, SCOPE_MEANING, Permission, role
from second_question_web.people.actions import change_own_details, sessions
from second_question_web.people.forms.accounts import DetailsForm
from second_question_web.people.middleware import times_of
from second_question_web.people.views.asking import person_of
from second_question_web.people.views.parts import problems
from second_question_web.ui.gate import signed_in


@signed_in
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Details, roles in words, second factor, sessions."""
    person = person_of(request)
    held = [(grant, role(grant.role), meanings(role(grant.role).permissions)) for grant in person.grants_with_places]
    return render(request, "people/account.html", {"held": held, "times": times_of(request, moment())})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def details(request: HttpRequest) -> HttpResponse:
    """One's own name, job and telephone."""
    person = person_of(request)
    fields = ("name", "job_title", "telephone")
    form = DetailsForm(request.POST or None, initial={name: getattr(person, name) for name in fields})
    if form.is_valid():
        change_own_details(by=person, **form.cleaned_data)
        messages.success(request, "Your details are saved.")
        return redirect("account")
    return render(request, "people/details.html", {"form": form, "errors": problems(form)})


@signed_in
@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """Ends this session and every other of this person."""
    sessions.end_everywhere(by=person_of(request))
    messages.success(request, "You are signed out everywhere.")
    return redirect("account_login")


@signed_in
@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    """Who may do what, in words."""
    shown = [(each, meanings(each.permissions), [SCOPE_MEANING[scope] for scope in each.scopes]) for each in ROLES]
    return render(request, "people/roles.html", {"roles": shown})


def meanings(permissions: frozenset[Permission]) -> list[str]:
    """What permissions allow, in the order of the table."""
    return [meaning for permission, meaning in PERMISSION_MEANING.items() if permission in permissions]
