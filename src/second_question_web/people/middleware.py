"""Ends a session that has been left idle or that has lasted long enough."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from second_question_web.people import kept
from second_question_web.people.actions import sessions
from second_question_web.people.models import Person

SEEN, BEGAN, PROVIDERS_SECOND_FACTOR = "seen", "began", "providers_second_factor"
_WRITE_AT_MOST_EVERY = 60  # seconds; a write for each request would cost more than it tells


class end_old_sessions:  # noqa: N801  (a middleware is named as a function in settings)
    """Signs a person out who did nothing for `SESSION_IDLE_LIMIT`, or who signed in more than `SESSION_LIMIT` ago."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, Person):
            self._keep_or_end(request, request.user)
        return self.get_response(request)

    def _keep_or_end(self, request: HttpRequest, person: Person) -> None:
        now = int(timezone.now().timestamp())
        signed_in = int(person.last_login.timestamp()) if person.last_login else now
        seen, began = request.session.get(SEEN, signed_in), request.session.get(BEGAN, signed_in)
        why = _why_it_ends(idle=now - seen, age=now - began)
        if why:
            sessions.signed_out(by=person, why=why)
            form = kept.form_in(request, person)
            logout(request)
            kept.keep(request.session, form)
            messages.warning(request, f"You were signed out because {why}. What you typed was kept.")
            return
        person.second_factor_given = request.session.get(PROVIDERS_SECOND_FACTOR, False)
        if now - seen > _WRITE_AT_MOST_EVERY:
            request.session[SEEN] = now


def times_of(request: HttpRequest, now: datetime) -> tuple[datetime, datetime]:
    """When this session began, and when it ends however busy it is."""
    signed_in = getattr(request.user, "last_login", None) or now
    began = datetime.fromtimestamp(request.session.get(BEGAN, signed_in.timestamp()), UTC)
    return began, began + settings.SESSION_LIMIT


def _why_it_ends(*, idle: int, age: int) -> str:
    """The reason in words, or nothing."""
    idle_limit, limit = settings.SESSION_IDLE_LIMIT.total_seconds(), settings.SESSION_LIMIT.total_seconds()
    if idle > idle_limit:
        return f"nothing happened here for {idle_limit / 60:.0f} minutes"
    return f"you had been signed in for {limit / 3600:.0f} hours" if age > limit else ""
