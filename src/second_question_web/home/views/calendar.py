"""Calendar and alerts: the secret address for one's own calendar, and whether we write about dates."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from second_question_web.home import actions, queries
from second_question_web.people.models import Person
from second_question_web.ui.gate import signed_in


@signed_in
@never_cache
@require_http_methods(["GET", "POST"])
def calendar(request: HttpRequest) -> HttpResponse:
    """Shows both. A new secret is shown in the answer to the button and never again, so that it is kept nowhere."""
    person, wish = cast("Person", request.user), request.POST.get("wish", "")
    if wish == "make":
        return _page(request, person, secret=actions.make_feed(by=person, now=timezone.now()))
    if request.method == "POST":
        return _changed(request, person, wish)
    return _page(request, person)


def _changed(request: HttpRequest, person: Person, wish: str) -> HttpResponse:
    if wish == "revoke":
        actions.revoke_feed(by=person, now=timezone.now())
        messages.success(request, "The address for your calendar no longer works.")
    elif wish == "alerts" and request.POST.get("wanted") in ("yes", "no"):
        wanted = request.POST["wanted"] == "yes"
        actions.choose_alerts(by=person, wanted=wanted, now=timezone.now())
        messages.success(request, "We will write to you about dates." if wanted else "We will not write about dates.")
    return redirect("calendar")


def _page(request: HttpRequest, person: Person, secret: str = "") -> HttpResponse:
    address = f"{settings.ADDRESS}{reverse('calendar_feed', args=[secret])}" if secret else ""
    facts = {"feed": queries.feed(person), "feed_address": address, "wants_alerts": queries.wants_alerts(person)}
    return render(request, "home/calendar.html", facts)
