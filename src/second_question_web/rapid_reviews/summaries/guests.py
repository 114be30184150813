"""Guests: people of an agency without an account, whom a browser has let in by the link and the code that were sent to them.

A session can hold several, because one person may be asked for several summaries. None outlasts its link.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from second_question.rules.access import Permission
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import RequestLink
from second_question_web.rapid_reviews.summaries import links, typed
from second_question_web.rapid_reviews.summaries.loading import with_case
from second_question_web.ui.gate import View, declaration_of

LASTS = timedelta(hours=8)
_KEY = "guests"
_GIVES = {
    RequestLink.Part.CONTRIBUTE: Permission.SUMMARY_WRITE,
    RequestLink.Part.SIGN: Permission.SUMMARY_SIGN,
}
OVER = "Your time here was over, so we ask for a code again. What you typed was kept."


@dataclass(frozen=True)
class Guest:
    """Whoever came by a link, and what the link gives for its one request."""

    link: RequestLink

    @property
    def trail_key(self) -> str:
        """Who the trail says it was."""
        return f"link:{self.link.pk}"

    @property
    def trail_name(self) -> str:
        """The name under which the link was sent."""
        return self.link.name

    @property
    def trail_organisation(self) -> str:
        """The agency that was asked."""
        return self.link.request.organisation.name

    def may(self, permission: Permission) -> bool:
        """Whether the link gives this permission, for its request alone."""
        return permission == _GIVES[RequestLink.Part(self.link.part)]


Contributor = Person | Guest
"""Who can answer for an agency."""


def let_in(request: HttpRequest, link: RequestLink, now: datetime) -> None:
    """The browser of somebody who gave the right code; its session gets a new key, so that no older one leads here."""
    until = min(now + LASTS, link.expires_at)
    request.session.cycle_key()
    request.session[_KEY] = {**_let_in(request), str(link.pk): until.timestamp()}


def let_out(request: HttpRequest) -> None:
    """Every guest of this browser leaves."""
    request.session.pop(_KEY, None)
    request.session.cycle_key()


def guests_of(request: HttpRequest, now: datetime) -> list[Guest]:
    """The guests of this browser whose time is not over and whose links work. One query, or none for everybody else."""
    there = [int(key) for key, until in _let_in(request).items() if now.timestamp() < until]
    if not there:
        return []
    found = with_case(RequestLink.objects.filter(pk__in=there), "request__").order_by("-sent_at")
    return [Guest(link) for link in found if links.works(link, now)]


class know_guests:  # noqa: N801  (a middleware is named as a function in settings)
    """Lets the gate and the pages know which guests this browser has let in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.guests = SimpleLazyObject(  # type: ignore[attr-defined]  # as Django puts `user` there
            lambda: guests_of(request, timezone.now())
        )
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, _args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseRedirect | None:
        """Whoever stayed beyond the time is led back to the link, and what they sent just now is kept."""
        declaration = declaration_of(view)
        if declaration is None or not declaration.invited or request.user.is_authenticated:
            return None
        over = _overstayed(request, kwargs, timezone.now())
        if over is None:
            return None
        typed.keep_what_was_sent(request, Guest(over), kwargs)
        messages.warning(request, OVER)
        return redirect("summary_link", links.secret_of(over))


def _overstayed(request: HttpRequest, kwargs: Mapping[str, Any], now: datetime) -> RequestLink | None:
    """The link by which this browser once came to the page that is asked for, when it works but the time is over."""
    there = [int(key) for key, until in _let_in(request).items() if until <= now.timestamp()]
    if not there:
        return None
    case = {
        "request__review__notification__reference": kwargs.get("reference"),
        "request__number": kwargs.get("number"),
    }
    found = with_case(RequestLink.objects.filter(pk__in=there, **case), "request__")
    return next((link for link in found if links.works(link, now)), None)


def _let_in(request: HttpRequest) -> dict[str, float]:
    found: dict[str, float] = request.session.get(_KEY, {})
    return found
