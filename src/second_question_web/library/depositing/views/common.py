"""What the pages of depositing share."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from second_question_web.incidents.views.common import person_of
from second_question_web.library.depositing import actions, queries
from second_question_web.library.frame import parts_for
from second_question_web.library.models import Deposit

__all__ = ("draw", "opened", "person_of")


def draw(request: HttpRequest, template: str, facts: dict[str, object]) -> HttpResponse:
    """A page of the library."""
    return render(request, f"library/depositing/{template}.html", {"parts": parts_for(request), **facts})


def opened(request: HttpRequest, key: str) -> Deposit:
    """A deposit for whoever asks. That it was opened stays in the trail.

    Raises:
        Hidden: there is none, or not for this person.
    """
    person = person_of(request)
    found = queries.deposit(person, key)
    if request.method in ("GET", "HEAD"):
        actions.note_opened(by=person, deposit=found)
    return found
