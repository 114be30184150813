"""The pages for what went wrong. Each says what happened and what to do, with the request's number; refusals are kept."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from second_question_web.trail.actions import Actor, Unknown, record
from second_question_web.trail.models import Outcome
from second_question_web.trail.refusals import Hidden
from second_question_web.trail.request_facts import current
from second_question_web.ui.gate import guests_in, public


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    return render(request, template, {"request_number": current().number}, status=status)


def _actor(request: HttpRequest) -> Actor:
    if request.user.is_authenticated:
        return request.user
    guests = guests_in(request)
    return cast("Actor", guests[0]) if guests else Unknown()


@public
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request itself makes no sense."""
    return _page(request, "400.html", 400)


@public
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: not for this person."""
    record(
        "page.refuse",
        by=_actor(request),
        subject=("page", request.path[:120]),
        reason=str(exception)[:200],
        outcome=Outcome.REFUSED,
    )
    return _page(request, "403.html", 403)


@public
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing there, or nothing for this person."""
    if isinstance(exception, Hidden):
        subject = (exception.kind, exception.key)
        record("record.refuse", by=_actor(request), subject=subject, case=exception.case, outcome=Outcome.REFUSED)
    return _page(request, "404.html", 404)


@public
def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Drawn without request and database, so that it cannot fail again."""
    return HttpResponse(render_to_string("500.html", {"request_number": current().number}), status=500)


@public
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was too old or came from elsewhere. Shows what was typed, so that nothing is lost."""
    typed = [(name, value) for name in request.POST if not _is_secret(name) for value in request.POST.getlist(name)]
    context = {"request_number": current().number, "typed": typed, "again": request.path}
    return render(request, "403_csrf.html", context, status=403)


def _is_secret(name: str) -> bool:
    return any(word in name for word in ("csrf", "password", "secret", "token", "code"))
