"""The people that an administrator looks after."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import ROLES, Permission, role
from second_question_web.people import queries
from second_question_web.people.actions.accounts import note_list
from second_question_web.people.models import Person
from second_question_web.people.views.asking import person_of
from second_question_web.ui.components import Chosen, Column, Link, Status
from second_question_web.ui.gate import requires
from second_question_web.ui.lists import query_with

COLUMNS = (Column(label="Name"), Column(label="Organisation"), Column(label="Roles"), Column(label="Account"))
TONES = {"waiting": "waiting", "invited": "open", "active": "done", "ended": "neutral"}
A_PAGE = 50


@requires(Permission.PEOPLE_MANAGE)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The people in reach, those who wait for approval first."""
    by, filters = person_of(request), ("words", "state", "role", "organisation")
    wanted = queries.Wanted(**{name: request.GET.get(name, "").replace("\0", "").strip() for name in filters})
    found = queries.people(by, wanted, timezone.localdate())
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    note_list(by=by, filters={name: value for name, value in vars(wanted).items() if value})
    shown = {
        "page": page,
        "columns": COLUMNS,
        "rows": [_row(person) for person in page],
        "wanted": wanted,
        "chosen": _chosen(request, wanted),
        "states": Person.State.choices,
        "roles": [(each.id, each.title) for each in ROLES],
        "organisations": queries.organisations_with_people(by),
        "query": request.GET,
    }
    return render(request, "people/people.html", shown)


def status_of(person: Person) -> Status:
    """The account's state as a tag."""
    return Status(text=person.get_state_display(), tone=TONES[person.state])


def _row(person: Person) -> tuple[object, ...]:
    held = "; ".join(str(grant) for grant in getattr(person, "live_grants", [])) or "None"
    return (
        Link(text=person.name, href=reverse("person", args=[person.pk])),
        str(person.organisation or ""),
        held,
        status_of(person),
    )


def _chosen(request: HttpRequest, wanted: queries.Wanted) -> list[Chosen]:
    texts = {
        "Name or email": ("words", wanted.words),
        "Account": ("state", dict(Person.State.choices).get(wanted.state, wanted.state)),
        "Role": ("role", _title(wanted.role)),
        "Organisation": ("organisation", wanted.organisation),
    }
    return [
        Chosen(label=label, text=str(text), remove=query_with(request.GET, **{name: None, "page": None}))
        for label, (name, text) in texts.items()
        if text
    ]


def _title(role_id: str) -> str:
    known = {each.id for each in ROLES}
    return role(role_id).title if role_id in known else role_id
