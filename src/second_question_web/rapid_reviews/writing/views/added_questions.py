"""Questions and themes that are added to the template: the list, one of them, adding, changing, ending."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.writing import actions
from second_question_web.rapid_reviews.writing.added_questions import (
    MOST_LISTED,
    Standing,
    owners_of,
    reviews_with,
    seen_of,
    standing_of,
    standings_for,
)
from second_question_web.rapid_reviews.writing.added_questions_forms import (
    LastDayForm,
    QuestionForm,
    as_typed,
    empty,
)
from second_question_web.ui.components import Column, Link
from second_question_web.ui.filters import full_date
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

COLUMNS = (
    Column(label="Question"),
    Column(label="Section"),
    Column(label="In whose reviews"),
    Column(label="Asked"),
    Column(label="Now"),
    Column(label="Open reviews with it", numeric=True),
    Column(label="Added by"),
)
POSTED = ["GET", "HEAD", "POST"]


@requires(Permission.TEMPLATE_MANAGE)
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Every question that the person's partnership has, and those that everybody has."""
    rows = [_row(one) for one in standings_for(person_of(request), timezone.localdate())]
    return render(request, "rapid_reviews/writing/questions.html", {"columns": COLUMNS, "rows": rows})


@requires(Permission.TEMPLATE_MANAGE)
@require_safe
def question(request: HttpRequest, key: int) -> HttpResponse:
    """One question, with the open reviews that have it."""
    person = person_of(request)
    standing = standing_of(person, key, timezone.localdate())
    facts = {
        "standing": standing,
        "is_own": standing.question.partnership in owners_of(person),
        "reviews": list(reviews_with(person, standing.question)[:MOST_LISTED]),
    }
    return render(request, "rapid_reviews/writing/question.html", facts)


@requires(Permission.TEMPLATE_MANAGE)
@require_http_methods(POSTED)
def add(request: HttpRequest) -> HttpResponse:
    """A new question."""
    person, owners = person_of(request), owners_of(person_of(request))
    form = QuestionForm(owners, request.POST or None, initial=empty(timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_question(
                by=person, partnership=form.partnership, wording=form.wording, now=timezone.now()
            )
            first_day = full_date(made.starts_on)
            messages.success(request, f"The question is added to every review that is opened from {first_day}.")
            return redirect("review_questions")
        except Refusal as refused:
            form.add_error(refused.field or None, str(refused))
    facts = {"form": form, "errors": errors_of(form), "standing": None, "owners": owners}
    return render(request, "rapid_reviews/writing/question_form.html", facts)


@requires(Permission.TEMPLATE_MANAGE)
@require_http_methods(POSTED)
def change(request: HttpRequest, key: int) -> HttpResponse:
    """Other words or days for a question that no review can have yet."""
    standing = _own(request, key)
    if not standing.may_be_changed:
        messages.warning(request, "This question has begun, so it stays as it is. End it and add a new one.")
        return redirect("review_question", key)
    owners = [standing.question.partnership]
    form = QuestionForm(owners, request.POST or None, initial=as_typed(standing.question))
    if request.method == "POST" and form.is_valid() and _changed(request, form, key):
        messages.success(request, "The question is changed.")
        return redirect("review_question", key)
    facts = {"form": form, "errors": errors_of(form), "standing": standing, "owners": owners}
    return render(request, "rapid_reviews/writing/question_form.html", facts)


@requires(Permission.TEMPLATE_MANAGE)
@require_http_methods(POSTED)
def end(request: HttpRequest, key: int) -> HttpResponse:
    """The last day of a question."""
    standing = _own(request, key)
    form = LastDayForm(request.POST or None, initial={"ends_on": standing.question.ends_on or timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            last_day = form.cleaned_data["ends_on"]
            actions.end_question(by=person_of(request), question=key, ends_on=last_day, now=timezone.now())
            messages.success(request, f"The last day is {full_date(last_day)}. Reviews that have the question keep it.")
            return redirect("review_question", key)
        except Refusal as refused:
            form.add_error(refused.field or None, str(refused))
    facts = {"form": form, "errors": errors_of(form), "standing": standing}
    return render(request, "rapid_reviews/writing/question_end.html", facts)


def _changed(request: HttpRequest, form: QuestionForm, key: int) -> bool:
    """Whether it was changed; if not, the form says why and is based on the question as it is now."""
    said = {"wording": form.wording, "seen": form.cleaned_data["seen"]}
    try:
        actions.change_question(by=person_of(request), question=key, now=timezone.now(), **said)
    except Refusal as refused:
        form.add_error(refused.field or None, str(refused))
        form.data = form.data.copy()  # type: ignore[attr-defined]  # a submitted form's data can be copied
        form.data["seen"] = seen_of(_own(request, key).question)  # type: ignore[index]  # and the copy changed
        return False
    return True


def _own(request: HttpRequest, key: int) -> Standing:
    """A question that the person may change or end.

    Raises:
        Hidden: there is none, or not for this person.
        PermissionDenied: it is somebody else's.
    """
    standing = standing_of(person_of(request), key, timezone.localdate())
    if standing.question.partnership not in owners_of(person_of(request)):
        raise PermissionDenied(f"needs {Permission.TEMPLATE_MANAGE} for {standing.whose}")
    return standing


def _row(one: Standing) -> list[object]:
    asked = one.question
    until = f"until {full_date(asked.ends_on)}" if asked.ends_on else "until it is ended"
    return [
        Link(text=asked.label, href=f"/rapid-reviews/questions/{asked.pk}/"),
        one.section,
        one.whose,
        f"From {full_date(asked.starts_on)} {until}",
        one.status,
        one.open_reviews,
        asked.made_by,
    ]
