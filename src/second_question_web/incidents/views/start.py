"""Recording an incident begins here: what is needed, the clock, and for which partnership."""

import secrets

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents import actions, queries
from second_question_web.incidents.errors import NotNow
from second_question_web.incidents.forms import StartForm
from second_question_web.incidents.models import Referral
from second_question_web.incidents.views.common import person_of
from second_question_web.partnerships.models import Partnership
from second_question_web.people.models import Person
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@requires(Permission.NOTIFICATION_WRITE)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The start page; with `?referral=REFERENCE` the draft takes over what the referral says."""
    person = person_of(request)
    choices = queries.partnerships_to_notify_for(person)
    if not choices:
        raise PermissionDenied(f"needs {Permission.NOTIFICATION_WRITE} for a partnership")
    referral = _referral(request, person)
    form = StartForm(choices, referral, request.POST or None, initial={"start_token": secrets.token_urlsafe(16)})
    if request.method == "POST" and form.is_valid():
        return _start(request, form, person, form.chosen, referral)
    return _page(request, form, referral)


def _start(
    request: HttpRequest, form: StartForm, person: Person, partnership: Partnership, referral: Referral | None
) -> HttpResponse:
    token = form.cleaned_data["start_token"]
    try:
        draft = actions.start(
            by=person, partnership=partnership, start_token=token, now=timezone.now(), referral=referral
        )
    except NotNow as refused:
        form.add_error(None, str(refused))
        return _page(request, form, referral)
    return redirect("notification", draft.reference)


def _page(request: HttpRequest, form: StartForm, referral: Referral | None) -> HttpResponse:
    facts = {"form": form, "referral": referral, "errors": errors_of(form)}
    return render(request, "incidents/start.html", facts)


def _referral(request: HttpRequest, person: Person) -> Referral | None:
    reference = request.GET.get("referral", "")
    return queries.referral_to_notify(person, reference) if reference else None
