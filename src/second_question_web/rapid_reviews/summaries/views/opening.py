"""Behind the link in an e-mail: what it is, a code to the same mailbox, and then the summary. Nobody is named before that."""

from collections.abc import Callable
from typing import cast

from allauth.decorators import rate_limit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import RequestLink
from second_question_web.rapid_reviews.summaries import actions, guests, links
from second_question_web.rapid_reviews.summaries.forms import CodeForm
from second_question_web.rapid_reviews.summaries.scope import of_the_agency
from second_question_web.rapid_reviews.summaries.views.common import SIGN, WRITE, address_of_request
from second_question_web.trail.actions import Unknown
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import View, public
from second_question_web.ui.mail import NotSent

sparingly = cast("Callable[[View], View]", rate_limit(action="signup"))
"""The sign-in library's limit, by address, for pages that lead in."""


@public
@never_cache
@require_http_methods(["GET", "HEAD"])
def link(request: HttpRequest, secret: str) -> HttpResponse:
    """What the link is, and one button for a code. Whoever is in already, or is signed in and may, goes on at once."""
    found = links.find(secret)
    if found is None or not links.works(found, timezone.now()):
        return _no_way_in(request, secret)
    if _is_in(request, found):
        return redirect(address_of_request(found.request, "summary"))
    return render(request, "rapid_reviews/summaries/link.html", {"secret": secret, "errors": []})


@public
@never_cache
@require_POST
@sparingly
def send_code(request: HttpRequest, secret: str) -> HttpResponse:
    """Sends a code to the mailbox that the link was sent to."""
    found, now = links.find(secret), timezone.now()
    if found is None or not links.works(found, now):
        return _no_way_in(request, secret)
    try:
        if not actions.send_code(link=found, by=Unknown(), now=now):
            messages.warning(
                request, "A code was sent less than a minute ago. Wait for that email, or ask again shortly."
            )
    except NotSent:
        errors = [{"text": "The email could not be sent. Try again in a few minutes.", "href": "#send"}]
        return render(request, "rapid_reviews/summaries/link.html", {"secret": secret, "errors": errors})
    return redirect("summary_link_code", secret)


@public
@never_cache
@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD"])
def code(request: HttpRequest, secret: str) -> HttpResponse:
    """Where the code is typed."""
    found = links.find(secret)
    if found is None or not links.works(found, timezone.now()):
        return _no_way_in(request, secret)
    return _ask_code(request, secret, CodeForm())


@public
@never_cache
@sensitive_post_parameters("code")
@require_POST
@sparingly
def open_with_code(request: HttpRequest, secret: str) -> HttpResponse:
    """Lets whoever gives the right code in, for some hours."""
    found, now = links.find(secret), timezone.now()
    if found is None or not links.works(found, now):
        return _no_way_in(request, secret)
    form = CodeForm(request.POST)
    if form.is_valid() and not actions.open_link(link=found, by=Unknown(), code=form.cleaned_data["code"], now=now):
        form.add_error(
            "code",
            "This is not the code that we sent last, or it is older than 15 minutes or was tried too often. "
            "Look at the newest email, or ask for a new code below",
        )
    if form.errors:
        return _ask_code(request, secret, form)
    guests.let_in(request, found, now)
    return redirect(address_of_request(found.request, "summary"))


@public
@never_cache
@require_POST
@sparingly
def ask_for_new(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks those who sent a link for a new one. The answer is the same whether there ever was such a link."""
    found = links.find(secret)
    if found is not None:
        actions.ask_for_new_link(link=found, by=Unknown(), now=timezone.now())
    return render(request, "rapid_reviews/summaries/new_link_asked.html")


def _is_in(request: HttpRequest, found: RequestLink) -> bool:
    """Whether this browser may open the request already."""
    if any(guest.link.pk == found.pk for guest in guests.guests_of(request, timezone.now())):
        return True
    if not isinstance(request.user, Person):
        return False
    reach = of_the_agency(request.user, WRITE) | of_the_agency(request.user, SIGN)
    return type(found.request).objects.filter(reach, pk=found.request_id).exists()


def _ask_code(request: HttpRequest, secret: str, form: CodeForm) -> HttpResponse:
    facts = {"secret": secret, "form": form, "errors": errors_of(form)}
    return render(request, "rapid_reviews/summaries/code.html", facts)


def _no_way_in(request: HttpRequest, secret: str) -> HttpResponse:
    """The same page for a link that is too old, has ended, is used up, or never was."""
    return render(request, "rapid_reviews/summaries/link_does_not_work.html", {"secret": secret}, status=404)
