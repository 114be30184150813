"""The areas of a review: which take part, what each of them sees; adding one and ending its part."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.partnerships.models import Partnership
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.areas import actions, queries
from second_question_web.rapid_reviews.areas.forms import AreaForm
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.meetings.views.common import accepted
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_http_methods(["GET", "POST"])
def areas(request: HttpRequest, reference: str) -> HttpResponse:
    """Which areas take part; the lead adds one."""
    needed = Permission.RAPID_REVIEW_DRAFT if request.method == "GET" else Permission.RAPID_REVIEW_WRITE
    review = reviews.review(person_of(request), reference, needed)
    could_join = queries.could_join(review) if _may_add(review) else []
    if request.method != "POST":
        actions.note_areas_opened(by=person_of(request), review=review)
        return _page(request, review, AreaForm(None, could_join))
    form = AreaForm(request.POST, could_join)
    if form.is_valid() and accepted(form, lambda: _add(request, review, form, could_join)):
        messages.success(request, "The area takes part now. Its people find the review on their list.")
        return HttpResponseRedirect(reverse("review_areas", args=[reference]))
    return _page(request, review, form)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, reference: str, key: int) -> HttpResponse:
    """Ends the part of an area, after a question."""
    area = queries.area(person_of(request), reference, key)
    if request.method == "POST":
        actions.end_area(area=area, by=person_of(request), now=timezone.now())
        messages.success(request, f"{area.partnership} no longer takes part.")
        return HttpResponseRedirect(reverse("review_areas", args=[reference]))
    actions.note_areas_opened(by=person_of(request), review=area.review)
    facts = {"frame": frame(area.review, "review_areas", timezone.localdate()), "area": area}
    return render(request, "rapid_reviews/areas/end.html", facts)


def _may_add(review: RapidReview) -> bool:
    return bool(getattr(review, "may_write", False)) and is_writable(review)


def _add(request: HttpRequest, review: RapidReview, form: AreaForm, could_join: list[Partnership]) -> object:
    typed = form.cleaned_data
    chosen = next(one for one in could_join if one.pk == typed["partnership"])
    by, now = person_of(request), timezone.now()
    return actions.add_area(review=review, by=by, partnership=chosen, reason=typed["reason"], now=now)


def _page(request: HttpRequest, review: RapidReview, form: AreaForm) -> HttpResponse:
    facts = {
        "frame": frame(review, "review_areas", timezone.localdate()),
        "review": review,
        "areas": queries.areas_of(review),
        "form": form,
        "may_add": _may_add(review),
        "errors": errors_of(form),
    }
    return render(request, "rapid_reviews/areas/areas.html", facts)
