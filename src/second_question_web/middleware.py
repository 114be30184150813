"""One number for each request, known to the trail, the log and the error page."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from second_question_web.trail import request_facts


class request_number:  # noqa: N801  (a middleware is named as a function in settings)
    """Gives the request its number, and lets the trail know where it came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with request_facts.of(request) as facts:
            response = self.get_response(request)
            response["X-Request-Number"] = facts.number
            return response


class RequestNumberFilter(logging.Filter):
    """Puts the request's number into every log line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the line through."""
        record.request_number = request_facts.current().number or "-"
        return True
