"""One person: the account, its roles, what was done to it; and the changes that an administrator makes."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from second_question.rules.access import Permission
from second_question_web.people import actions, queries
from second_question_web.people.actions.accounts import note_read
from second_question_web.people.actions.keeping import subject_of
from second_question_web.people.errors import NotPossible
from second_question_web.people.forms.accounts import RoleForm
from second_question_web.people.models import Person
from second_question_web.people.views.asking import person_of
from second_question_web.people.views.parts import problems
from second_question_web.people.views.people import status_of
from second_question_web.trail.models import Entry
from second_question_web.trail.queries import changes_to
from second_question_web.trail.sentences import sentence
from second_question_web.ui.components import Event
from second_question_web.ui.gate import requires
from second_question_web.ui.mail import NotSent

administrators = requires(Permission.PEOPLE_MANAGE)
CANNOT = (NotPossible, NotSent)
HISTORY = (
    *("person.invite", "person.invite_again", "person.ask", "person.accept", "person.approve", "person.reject"),
    *("person.end", "person.reopen", "person.first_administrator", "person.change_details", "grant.give", "grant.end"),
    *("second_factor.change", "second_factor.clear"),
)


@administrators
@require_safe
def person(request: HttpRequest, key: int) -> HttpResponse:
    """The account with its roles and its history."""
    by, today = person_of(request), timezone.localdate()
    found = queries.person(by, key)
    grants = list(found.grants.select_related("partnership", "organisation", "region"))
    shown = {
        "shown": found,
        "status": status_of(found),
        "grants": [grant for grant in grants if grant.ended_at is None and (grant.ends_on or today) >= today],
        "past": [grant for grant in grants if grant.ended_at or (grant.ends_on or today) < today],
        "approves": queries.approves(by, found.organisation, today),
        "is_self": found.pk == by.pk,
        "history": [_event(row) for row in changes_to(subject_of(found), HISTORY)],
    }
    note_read(by=by, person=found)
    return render(request, "people/person.html", shown)


def _event(row: Entry) -> Event:
    return Event(at=row.at, title=sentence(row), who=row.actor_organisation, text=row.reason)


@administrators
@require_http_methods(["GET", "HEAD", "POST"])
def give_role(request: HttpRequest, key: int) -> HttpResponse:
    """Gives a role."""
    by, now = person_of(request), timezone.now()
    to = queries.person(by, key)

    def done(form: RoleForm) -> str:
        grant = actions.give(by=by, to=to, given=form.given(to.organisation), now=now)
        return f"{to.name} is now {grant}."

    return _role_page(request, to, "give_role.html", done)


@administrators
@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest, key: int) -> HttpResponse:
    """Lets a waiting person in; asks for a first role where there is none."""
    by, now = person_of(request), timezone.now()
    waiting = queries.person(by, key)
    if request.method == "POST" and waiting.grants_now:
        try:
            actions.approve(by=by, person=waiting, given=None, now=now)
        except CANNOT as problem:
            return _not_done(request, waiting, problem)
        return _back(request, waiting, f"{waiting.name} is approved.")

    def done(form: RoleForm) -> str:
        actions.approve(by=by, person=waiting, given=form.given(waiting.organisation), now=now)
        return f"{waiting.name} is approved. An invitation is on its way."

    return _role_page(request, waiting, "approve.html", done)


@administrators
@require_POST
def invite_again(request: HttpRequest, key: int) -> HttpResponse:
    """A new link."""
    invited = queries.person(person_of(request), key)
    try:
        actions.send_again(by=person_of(request), person=invited, now=timezone.now())
    except CANNOT as problem:
        return _not_done(request, invited, problem)
    return _back(request, invited, f"A new invitation is on its way to {invited.name}.")


def _role_page(request: HttpRequest, to: Person, template: str, act: Callable[[RoleForm], str]) -> HttpResponse:
    form = RoleForm(request.POST or None, by=person_of(request), on=timezone.localdate())
    if form.is_valid():
        try:
            return _back(request, to, act(form))
        except CANNOT as problem:
            form.add_error(None, str(problem))
    return render(request, f"people/{template}", {"shown": to, "form": form, "errors": problems(form)})


def _not_done(request: HttpRequest, to: Person, problem: Exception) -> HttpResponse:
    messages.error(request, str(problem))
    return redirect("person", to.pk)


def _back(request: HttpRequest, to: Person, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("person", to.pk)
