"""Changing a rapid review's clock: a pause, its end, more time, and the day on which the review was sent."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import actions, forms, queries
from second_question_web.rapid_reviews.errors import ClockRefusal
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.shown import shown
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@dataclass(frozen=True)
class Page:
    """What differs between the pages."""

    permission: Permission
    form: type[forms.ClockForm]
    action: Callable[..., object]
    title: str
    button: str
    text: str
    done: str


PAUSE = Page(
    permission=Permission.CLOCK_CHANGE,
    form=forms.PauseForm,
    action=actions.pause_clock,
    title="Pause the clock",
    button="Pause the clock",
    text="Working days of a pause do not count. The due date moves when the pause ends; the first due date stays beside it.",
    done="The clock is paused.",
)
END = Page(
    permission=Permission.CLOCK_CHANGE,
    form=forms.EndPauseForm,
    action=actions.end_pause,
    title="End the pause",
    button="End the pause",
    text="The due date moves by the working days of the pause.",
    done="The pause has ended. The new due date is shown below.",
)
EXTEND = Page(
    permission=Permission.CLOCK_CHANGE,
    form=forms.ExtendForm,
    action=actions.extend_clock,
    title="Give more time",
    button="Give more time",
    text="The first due date stays beside the new one, with your reason.",
    done="More time was given. The new due date is shown below.",
)

SENT = Page(
    permission=Permission.RAPID_REVIEW_SEND,
    form=forms.SentForm,
    action=actions.record_sent,
    title="Record that it was sent",
    button="Record that it was sent",
    text="For a rapid review that was written elsewhere and sent to the Panel. The clock stops on that day.",
    done="The rapid review is recorded as sent to the Panel.",
)


@requires(Permission.CLOCK_CHANGE)
@require_http_methods(["GET", "POST"])
def pause(request: HttpRequest, reference: str) -> HttpResponse:
    """Stops the clock."""
    return _change(request, reference, PAUSE)


@requires(Permission.CLOCK_CHANGE)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, reference: str) -> HttpResponse:
    """Lets the clock go on."""
    return _change(request, reference, END)


@requires(Permission.CLOCK_CHANGE)
@require_http_methods(["GET", "POST"])
def extend(request: HttpRequest, reference: str) -> HttpResponse:
    """Gives more working days."""
    return _change(request, reference, EXTEND)


@requires(Permission.RAPID_REVIEW_SEND)
@require_http_methods(["GET", "POST"])
def sent(request: HttpRequest, reference: str) -> HttpResponse:
    """Stops the clock for good."""
    return _change(request, reference, SENT)


def _change(request: HttpRequest, reference: str, page: Page) -> HttpResponse:
    review = queries.review(person_of(request), reference, page.permission)
    if request.method != "POST":
        return _ask(request, review, page, forms.started(page.form, review.version, timezone.localdate()))
    form = page.form(request.POST)
    if form.is_valid() and _done(request, review, page, form):
        messages.success(request, page.done)
        return redirect("rapid_review", reference)
    return _ask(request, queries.review(person_of(request), reference, page.permission), page, form)


def _done(request: HttpRequest, review: RapidReview, page: Page, form: forms.ClockForm) -> bool:
    """Takes the action; what it refuses is said on the form, which is then based on the review as it is now."""
    typed = {**form.cleaned_data, "version": form.cleaned_data["version"] or 0}
    try:
        page.action(review=review, by=person_of(request), now=timezone.now(), **typed)
    except ClockRefusal as refused:
        form.add_error(refused.field or None, str(refused))
        form.data = form.data.copy()  # type: ignore[attr-defined]  # a submitted form's data can be copied
        form.data["version"] = str(review.version)  # type: ignore[index]  # and the copy changed
        return False
    return True


def _ask(request: HttpRequest, review: RapidReview, page: Page, form: forms.ClockForm) -> HttpResponse:
    facts = {
        "page": page,
        "form": form,
        "errors": errors_of(form),
        "notification": review.notification,
        "shown": shown(review, timezone.localdate()),
    }
    return render(request, "rapid_reviews/change_clock.html", facts)
