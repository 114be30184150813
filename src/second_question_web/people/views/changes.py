"""The changes to an account that ask for a reason: each a page with one question, told by a table."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.people import actions, queries
from second_question_web.people.actions.accounts import clear_second_factor
from second_question_web.people.errors import NotPossible
from second_question_web.people.forms.accounts import ReasonForm
from second_question_web.people.models import Person
from second_question_web.people.views.asking import person_of
from second_question_web.people.views.parts import problems
from second_question_web.ui.gate import requires
from second_question_web.ui.mail import NotSent


@dataclass(frozen=True, kw_only=True)
class Change:
    """A change: its page's heading and explanation, its button, what is said when it is done, and the action."""

    title: str
    explanation: str
    button: str
    done: str
    act: Callable[..., None]


CHANGES = {
    "reject": Change(
        title="Do not approve this request",
        explanation="The person is told by email that the request was not approved, and nothing else.",
        button="Do not approve",
        done="The request is not approved.",
        act=actions.reject,
    ),
    "end": Change(
        title="End this account",
        explanation="The person is signed out everywhere at once and loses every role. What they did stays in the trail.",
        button="End the account",
        done="The account is ended.",
        act=actions.end,
    ),
    "reopen": Change(
        title="Open this account again",
        explanation="The person is sent a new invitation. The account has no role until you give one.",
        button="Open the account again",
        done="The account is open again, and a new invitation is on its way.",
        act=actions.reopen,
    ),
    "second-factor": Change(
        title="Let this person set up a new second factor",
        explanation="For somebody who has lost both the authenticator app and the recovery codes. Make sure, by "
        "telephone or in person, that it is really them: from now on the password alone lets them set up another app.",
        button="Remove the second factor",
        done="The second factor is removed. The next sign-in sets up a new one.",
        act=clear_second_factor,
    ),
}


@requires(Permission.PEOPLE_MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def change_account(request: HttpRequest, key: int, change: str) -> HttpResponse:
    """Asks why, and does it."""
    if change not in CHANGES:
        raise Http404("no such change")
    by, chosen = person_of(request), CHANGES[change]
    found = queries.person(by, key)

    def act(reason: str) -> None:
        chosen.act(by=by, person=found, reason=reason, now=timezone.now())

    return _page(request, found, chosen, act)


@requires(Permission.PEOPLE_MANAGE)
@require_http_methods(["GET", "HEAD", "POST"])
def end_grant(request: HttpRequest, key: int, grant: int) -> HttpResponse:
    """Takes a role back."""
    by = person_of(request)
    found = queries.person(by, key)
    held = queries.grant(by, found, grant)
    asked = Change(
        title=f"Take back: {held}",
        explanation="From now on the person no longer has this role. What they did with it stays in the trail.",
        button="Take the role back",
        done="The role is taken back.",
        act=actions.end_grant,
    )

    def act(reason: str) -> None:
        actions.end_grant(by=by, grant=held, reason=reason, now=timezone.now())

    return _page(request, found, asked, act)


def _page(request: HttpRequest, found: Person, asked: Change, act: Callable[[str], None]) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            act(form.cleaned_data["reason"])
        except (NotPossible, NotSent) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, asked.done)
            return redirect("person", found.pk)
    shown = {"shown": found, "asked": asked, "form": form, "errors": problems(form)}
    return render(request, "people/change.html", shown)
