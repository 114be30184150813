"""After signing in again: the form that was sent when the session had just ended."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from second_question_web.people import kept
from second_question_web.people.views.asking import person_of
from second_question_web.ui.gate import signed_in


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def go_on(request: HttpRequest) -> HttpResponse:
    """Offers to send it now; by POST throws it away."""
    form = kept.kept_form(request.session, person_of(request))
    if form is None or request.method == "POST":
        kept.throw_away(request.session)
        if form:
            messages.info(request, "What you had typed was thrown away.")
        return redirect("home")
    return render(request, "people/go_on.html", {"kept": form})
