"""What the pages of the decision share."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.ui.form_fields import errors_of

DECISION, VERSIONS = "review_decision", "review_versions"


def page(
    request: HttpRequest, review: RapidReview, template: str, place: str, facts: dict[str, object]
) -> HttpResponse:
    """One of the pages within the frame of the review. A bound form's errors go to the top of the page."""
    form = facts.get("form")
    around = {"frame": frame(review, place, timezone.localdate()), "review": review}
    wrong = errors_of(form) if isinstance(form, forms.BaseForm) and form.is_bound else []
    return render(request, f"rapid_reviews/deciding/{template}.html", {**around, "errors": wrong, **facts})


def accepted(form: forms.Form, do: Callable[[], object]) -> bool:
    """Takes an action with a form that is filled in well; what it refuses is said on the form."""
    if not form.is_valid():
        return False
    try:
        do()
    except Refusal as refused:
        form.add_error(refused.field if refused.field in form.fields else None, str(refused))
    except NotNow as refused:
        form.add_error(None, str(refused))
    return not form.errors


def renewed(form: forms.Form, **hidden: object) -> forms.Form:
    """The form as it was typed, based on what stands there now."""
    form.data = form.data.copy()  # type: ignore[attr-defined]  # a submitted form's data can be copied
    for name, value in hidden.items():
        form.data[name] = str(value)  # type: ignore[index]  # and the copy changed
    return form
