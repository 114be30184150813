"""Who reads the trail in a request."""

from typing import cast

from django.http import HttpRequest

from second_question_web.trail.actions import Reader


def reader_of(request: HttpRequest) -> Reader:
    """The person who is signed in; the gate lets nobody else through."""
    return cast(Reader, request.user)
