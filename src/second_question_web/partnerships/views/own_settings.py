"""What a partnership's business manager sets: local clocks, counting, address."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question.rules.calendar import DayOne
from second_question.rules.clocks import SUGGESTED_LOCAL_CLOCKS
from second_question_web.partnerships import actions, queries
from second_question_web.partnerships.counting import convention, example
from second_question_web.partnerships.errors import CannotChange
from second_question_web.partnerships.forms import ClockForm, CountingForm, EmailForm
from second_question_web.partnerships.views.common import asker, managed
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

POSTED = ["GET", "HEAD", "POST"]


@requires(Permission.PARTNERSHIP_MANAGE)
@require_http_methods(POSTED)
def add_clock(request: HttpRequest, slug: str) -> HttpResponse:
    """A new clock, for what begins from today."""
    partnership = managed(request, slug)
    form = ClockForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        facts, today = form.cleaned_data, timezone.localdate()
        try:
            clock = actions.add_local_clock(by=asker(request), partnership=partnership, on=today, **facts)
            messages.success(request, f"The clock “{clock.name}” is set for what begins from today.")
            return redirect("partnership", slug)
        except CannotChange as problem:
            form.add_error(problem.field, problem.message)
    shown = {"partnership": partnership, "form": form, "errors": errors_of(form), "suggested": SUGGESTED_LOCAL_CLOCKS}
    return render(request, "partnerships/add_clock.html", shown)


@requires(Permission.PARTNERSHIP_MANAGE)
@require_http_methods(POSTED)
def end_clock(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Asks once more, then ends the clock."""
    partnership = managed(request, slug)
    clock = queries.local_clock(partnership, key)
    if clock is None:
        raise Hidden("local clock", str(key))
    if request.method == "POST":
        actions.end_local_clock(by=asker(request), partnership=partnership, clock=key, on=timezone.localdate())
        messages.success(request, f"The clock “{clock.name}” is ended. What began by today keeps it.")
        return redirect("partnership", slug)
    return render(request, "partnerships/end_clock.html", {"partnership": partnership, "clock": clock})


@requires(Permission.PARTNERSHIP_MANAGE)
@require_http_methods(POSTED)
def counting(request: HttpRequest, slug: str) -> HttpResponse:
    """Which day is day 1, with what it means for a due date."""
    partnership = managed(request, slug)
    form = CountingForm(request.POST or None, initial={"day_one": convention(partnership.start_day_is_day_one)})
    if request.method == "POST" and form.is_valid():
        actions.change_counting(by=asker(request), partnership=partnership, start_day_is_day_one=form.same_day())
        messages.success(request, "How days are counted is recorded. What is under way keeps how it began.")
        return redirect("partnership", slug)
    shown = {
        "partnership": partnership,
        "form": form,
        "errors": errors_of(form),
        "example": example(False, timezone.localdate()),
        "current": DayOne.SAME_DAY if partnership.start_day_is_day_one else DayOne.DAY_AFTER,
    }
    return render(request, "partnerships/counting.html", shown)


@requires(Permission.PARTNERSHIP_MANAGE)
@require_http_methods(POSTED)
def email(request: HttpRequest, slug: str) -> HttpResponse:
    """The address for the partnership's own messages."""
    partnership = managed(request, slug)
    form = EmailForm(request.POST or None, initial={"email": partnership.email})
    if request.method == "POST" and form.is_valid():
        actions.change_email(by=asker(request), partnership=partnership, email=form.cleaned_data["email"])
        messages.success(request, "The email address is recorded.")
        return redirect("partnership", slug)
    return render(
        request, "partnerships/email.html", {"partnership": partnership, "form": form, "errors": errors_of(form)}
    )
