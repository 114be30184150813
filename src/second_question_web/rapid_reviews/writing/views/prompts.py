"""The second question beside the writer: all prompts of a review, those beside a section while it is written, dismissing."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.writing import actions
from second_question_web.rapid_reviews.writing.actions.prompts import LONGEST_REASON
from second_question_web.rapid_reviews.writing.prompts import of_key, written
from second_question_web.rapid_reviews.writing.prompts_beside import Beside, beside_typed, review_to_write
from second_question_web.rapid_reviews.writing.prompts_page import prompt_page
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

UNCHANGED = 204
PREFIX = "prompt"
"""Before the names of our fields, so that none of them is that of a question in the form beside which they stand."""
LONGEST_PLACE = 6
"""Digits."""


class ReasonForm(forms.Form):
    """Why a prompt can stay as it is, and where to go afterwards."""

    key = forms.CharField(max_length=200, widget=forms.HiddenInput)
    next = forms.CharField(max_length=400, required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Why can it stay as it is?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="One sentence is enough. It stays with the review.",
        max_length=LONGEST_REASON,
        error_messages={
            "required": "Say why it can stay as it is",
            "max_length": f"Say why in {LONGEST_REASON:,} characters or fewer",
        },
    )


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def prompts(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything that the review leaves open, part by part."""
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_DRAFT)
    actions.note_text_opened(by=person, review=review, what="second question")
    facts = {"frame": frame(review, "review_prompts", timezone.localdate()), "page": prompt_page(review)}
    return render(request, "rapid_reviews/writing/prompts.html", facts)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_POST
def live(request: HttpRequest, reference: str, slug: str, place: int) -> HttpResponse:
    """The panel beside a section for what stands in its form now; nothing when it would show what it shows already."""
    found = beside_typed(review_to_write(person_of(request), reference), slug, place, request.POST)
    if found.seen == request.POST.get("prompts-seen"):
        return HttpResponse(status=UNCHANGED)
    return _panel(request, found)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def dismiss(request: HttpRequest, reference: str) -> HttpResponse:
    """Asks why a prompt can stay as it is, and keeps it. From the panel beside a section the panel comes back."""
    review = queries.review(person_of(request), reference, Permission.RAPID_REVIEW_WRITE)
    form = ReasonForm(request.POST if request.method == "POST" else None, initial=request.GET.dict(), prefix=PREFIX)
    done = form.is_valid() and _dismissed(request, review, form)
    if request.headers.get("HX-Request"):
        return _beside(request, review, None if done else form)
    if done:
        messages.success(request, "The prompt is dismissed. Your reason stays with it.")
        return _back(request, reference)
    return _ask(request, review, form)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_POST
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Lets a dismissed prompt stand again."""
    review = queries.review(person_of(request), reference, Permission.RAPID_REVIEW_WRITE)
    key = request.POST.get(f"{PREFIX}-key", "")
    try:
        actions.take_back_dismissal(by=person_of(request), review=review, key=key, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
    if request.headers.get("HX-Request"):
        return _beside(request, review, None)
    return _back(request, reference)


def _dismissed(request: HttpRequest, review: RapidReview, form: ReasonForm) -> bool:
    said = form.cleaned_data
    try:
        actions.dismiss_prompt(
            by=person_of(request), review=review, key=said["key"], reason=said["reason"], now=timezone.now()
        )
    except (Refusal, NotNow) as refused:
        form.add_error(None, str(refused))
        return False
    return True


def _beside(request: HttpRequest, review: RapidReview, refused: ReasonForm | None) -> HttpResponse:
    """The panel as it is after a dismissal, with what was typed and why it was refused if it was."""
    place = request.POST.get(f"{PREFIX}-place", "")
    at = int(place) if place.isdecimal() and len(place) <= LONGEST_PLACE else 0
    found = beside_typed(review, request.POST.get(f"{PREFIX}-section", ""), at, request.POST)
    if refused is not None:
        key, reason = (request.POST.get(f"{PREFIX}-{name}", "") for name in ("key", "reason"))
        found = found.refused(key, reason, " ".join(error["text"] for error in errors_of(refused)))
    return _panel(request, found)


def _panel(request: HttpRequest, found: Beside) -> HttpResponse:
    response = render(request, "rapid_reviews/writing/prompts_live.html", {"beside": found})
    response["Cache-Control"] = "no-store"
    return response


def _ask(request: HttpRequest, review: RapidReview, form: ReasonForm) -> HttpResponse:
    key = str(form["key"].value() or "")
    facts = {
        "frame": frame(review, "review_prompts", timezone.localdate()),
        "form": form,
        "errors": errors_of(form),
        "shown": of_key(written(review), key),
        "back": _safe(str(form["next"].value() or "")),
    }
    return render(request, "rapid_reviews/writing/prompt_dismiss.html", facts)


def _back(request: HttpRequest, reference: str) -> HttpResponseRedirect:
    """To the page where it was dismissed, if it is one of ours, or to all prompts."""
    wanted = _safe(request.POST.get(f"{PREFIX}-next", ""))
    return HttpResponseRedirect(wanted) if wanted else redirect("review_prompts", reference)


def _safe(wanted: str) -> str:
    """An address of this site, or nothing."""
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else ""
