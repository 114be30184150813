"""What is answered while the library's index is being made anew."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from second_question.library.index import NoIndex
from second_question_web.library.frame import parts_for

AGAIN = 120
"""Seconds after which to ask again."""
View = Callable[..., HttpResponseBase]


def when_ready(template: str = "") -> Callable[[View], View]:
    """503 with the time to ask again, where the view needs the index and there is none yet.

    Args:
        template: the page for a person; without one a line of text for a program.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def ready(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except NoIndex:
                return _not_yet(request, template)

        return ready

    return decorate


def _not_yet(request: HttpRequest, template: str) -> HttpResponse:
    if template:
        response = render(request, template, {"parts": parts_for(request)}, status=503)
    else:
        said = "The library is being made ready. Ask again in a few minutes.\n"
        response = HttpResponse(said, content_type="text/plain; charset=utf-8", status=503)
    response["Retry-After"] = str(AGAIN)
    return response
