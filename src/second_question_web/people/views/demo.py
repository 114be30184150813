"""Signing in as one of the fictional people of a demonstration, with one press of a button."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from second_question.rules.access import ROLES
from second_question_web.people import queries
from second_question_web.people.models import Person
from second_question_web.ui.gate import public

Listed = list[tuple[str, list[Person]]]


def listed_by_role() -> Listed:
    """The people of the demonstration under the titles of their first roles, in the order of the roles."""
    people = {person: {grant.role for grant in person.grants.all()} for person in queries.demo_people()}
    listed: Listed = []
    for role in ROLES:
        of_role = [person for person, held in people.items() if role.id in held]
        listed.append((role.title, of_role))
        people = {person: held for person, held in people.items() if person not in of_role}
    return [(title, of_role) for title, of_role in listed if of_role]


@public
@require_POST
def demo_sign_in(request: HttpRequest, key: int) -> HttpResponse:
    """Only in a demonstration, and only as somebody who does not exist; otherwise there is no such page."""
    person = queries.demo_people().filter(pk=key).first() if settings.DEMO else None
    if person is None:
        raise Http404("no such page")
    if request.user.is_authenticated:
        get_adapter().logout(request)
    get_adapter().login(request, person)
    onwards = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(onwards, allowed_hosts={request.get_host()})
    return redirect(onwards if safe else "/")
