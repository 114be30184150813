"""The home page: what needs the person who is signed in."""

from datetime import date
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from second_question.rules.access import Permission, role
from second_question_web.home import panels, picture
from second_question_web.home.desk import Desk
from second_question_web.library.front import queries as library
from second_question_web.people import queries as people
from second_question_web.people.models import Person
from second_question_web.ui.gate import signed_in

NEWEST = 3
"""Documents of the library that are named."""


@signed_in
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What needs me, what is due, what is late. Reading it leaves no row in the trail: it tells case numbers only."""
    person = cast("Person", request.user)
    desk = Desk(person, timezone.now())
    if not person.grants_now:
        return render(request, "home/no_role.html", {"administrators": _who_gives_roles(person, desk.today)})
    return render(request, "home/home.html", _shown(desk))


def _shown(desk: Desk) -> dict[str, object]:
    late = [line for line in desk.clocks if line.is_overdue]
    coming = [line for line in desk.clocks if not line.is_overdue]
    return {
        "roles": [f"{role(grant.role).title}, {grant.where}" for grant in desk.person.grants_with_places],
        "next_steps": panels.next_steps(desk),
        "at_hand": panels.at_hand(desk),
        "panels": panels.shown_to(desk),
        "newest": library.newest(desk.person, NEWEST),
        "has_clocks": desk.has_clocks,
        "owes": desk.person.may(Permission.CLOCK_CHANGE),
        "coming": picture.rows(coming, desk.today),
        "coming_in_all": len(coming),
        "late": picture.rows(late, desk.today),
        "late_in_all": len(late),
        "columns": picture.COLUMNS,
        "stages": picture.stages(desk),
        "events": picture.events(desk),
    }


def _who_gives_roles(person: Person, today: date) -> list[Person]:
    return list(people.administrators_of(person.organisation, today)[:5])
