"""Who of an agency is written to: one person more, the same again, or somebody no longer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink
from second_question_web.rapid_reviews.summaries import actions, queries
from second_question_web.rapid_reviews.summaries.forms import LinkForm
from second_question_web.rapid_reviews.summaries.views.common import accepted, asked_request, done, page
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@requires(Permission.SUMMARY_ASK)
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Writes to somebody more: a colleague who writes too, or whoever signs."""
    found = asked_request(request, reference, number)
    form = LinkForm(request.POST or None, initial={"part": request.GET.get("part", "contribute")})
    if request.method == "POST" and form.is_valid():
        by, now = person_of(request), timezone.now()
        if accepted(form, lambda: actions.send_link(request=found, by=by, now=now, **form.cleaned_data)):
            messages.success(request, f"An email is on its way to {form.cleaned_data['name']}.")
            return redirect("review_request", reference, number)
    return page(request, found.review, "write_to", {"asked": found, "form": form, "errors": errors_of(form)})


@requires(Permission.SUMMARY_ASK)
@require_POST
def again(request: HttpRequest, reference: str, number: int, key: int) -> HttpResponse:
    """Writes again to somebody who was written to; the link works for its full time again."""
    found = asked_request(request, reference, number)
    link = _link(found, key)
    by, now = person_of(request), timezone.now()
    same = {"part": link.part, "name": link.name, "email": link.email, "job_title": link.job_title}
    words = f"An email is on its way to {link.name}."
    done(request, lambda: actions.send_link(request=found, by=by, now=now, **same), words)
    return redirect("review_request", reference, number)


@requires(Permission.SUMMARY_ASK)
@require_POST
def end(request: HttpRequest, reference: str, number: int, key: int) -> HttpResponse:
    """Somebody no longer answers for the agency."""
    found = asked_request(request, reference, number)
    link = _link(found, key)
    by, now = person_of(request), timezone.now()
    done(request, lambda: actions.end_link(link=link, by=by, now=now), f"The link of {link.name} has ended.")
    return redirect("review_request", reference, number)


def _link(found: AgencyRequest, key: int) -> RequestLink:
    link = next((one for one in queries.links_of(found) if one.pk == key), None)
    if link is None:
        raise Hidden("request_link", str(key), case=found.review.notification.reference)
    return link
