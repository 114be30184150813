"""Ends a session that has been left idle."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

SEEN = "seen"
_WRITE_AT_MOST_EVERY = 60  # seconds; a write for each request would cost more than it tells


class end_old_sessions:  # noqa: N801  (a middleware is named as a function in settings)
    """Signs a person out who did nothing for `SESSION_IDLE_LIMIT`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._keep_or_end(request)
        return self.get_response(request)

    def _keep_or_end(self, request: HttpRequest) -> None:
        now = int(time.time())
        seen = request.session.get(SEEN, now)
        if now - seen > settings.SESSION_IDLE_LIMIT.total_seconds():
            logout(request)
        elif SEEN not in request.session or now - seen > _WRITE_AT_MOST_EVERY:
            request.session[SEEN] = now
