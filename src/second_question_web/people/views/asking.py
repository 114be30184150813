"""Who asks, and what every page about a person needs."""

from typing import cast

from django.http import HttpRequest

from second_question_web.people.models import Person


def person_of(request: HttpRequest) -> Person:
    """The person who is signed in; the gate lets nobody else through."""
    return cast(Person, request.user)
