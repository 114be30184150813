"""Has this been learned before? What the review says beside what the library holds, citing it, and what became of it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews import stages
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.learned_before import actions, queries
from second_question_web.rapid_reviews.learned_before.actions import NotShared
from second_question_web.rapid_reviews.learned_before.forms import BecameForm, ChosenForm, ShareForm, TextForm
from second_question_web.rapid_reviews.learned_before.points import PASTED
from second_question_web.rapid_reviews.learned_before.shown import cited_shown, page_of, since_then
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.writing import actions as writing
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires

NAME = "review_learned_before"
_DRAFT, _WRITE = Permission.RAPID_REVIEW_DRAFT, Permission.RAPID_REVIEW_WRITE


@requires(_DRAFT)
@require_http_methods(["GET", "POST"])
def learned_before(request: HttpRequest, reference: str) -> HttpResponse:
    """What is learned now and what was learned before. A text is sent with POST, so that no address keeps it."""
    person = person_of(request)
    review = reviews.review(person, reference, _DRAFT)
    form = TextForm(request.POST if request.method == "POST" else None)
    text = form.cleaned_data["text"] if form.is_bound and form.is_valid() else ""
    writing.note_text_opened(by=person, review=review, what="earlier learning")
    wanted = PASTED if text else request.GET.get("from", "")
    facts = {"page": page_of(person, review, wanted, text), "form": form, "errors": errors_of(form)}
    return _render(request, review, "learned_before", facts)


@requires(_WRITE)
@require_POST
def cite(request: HttpRequest, reference: str) -> HttpResponse:
    """Cites in one step what everybody may see; of anything else it asks first how much of it may be told."""
    person = person_of(request)
    review = reviews.review(person, reference, _WRITE)
    form = ChosenForm(request.POST)
    if not form.is_valid():
        raise Hidden("document", "", case=reference)
    try:
        made = actions.cite(by=person, review=review, chosen=form.chosen, now=timezone.now())
    except NotShared as unsaid:
        asked = ShareForm(
            request.POST if "asked" in request.POST else None, initial=request.POST.dict(), closed=unsaid.closed
        )
        return _render(request, review, "share", {"form": asked, "closed": unsaid.closed, "errors": errors_of(asked)})
    except (Refusal, NotNow) as refused:
        messages.warning(request, str(refused))
        return _back(reference, form.cleaned_data["back"])
    messages.success(request, "It is cited in the answer. Say what became of it, as far as you know.")
    return HttpResponseRedirect(reverse("review_learning_became", args=[reference, made.pk]))


@requires(_WRITE)
@require_http_methods(["GET", "POST"])
def became(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A citation, and what became of what was recommended then."""
    person = person_of(request)
    review = reviews.review(person, reference, _WRITE)
    cited = queries.citation_in(review, number)
    if not stages.is_writable(review):
        return _back(reference)
    given = {"became": cited.became, "words": cited.became_words}
    form = BecameForm(request.POST if request.method == "POST" else None, initial=given)
    if form.is_bound and form.is_valid() and _said(request, review, form, number):
        return _back(reference)
    facts: dict[str, object] = {"form": form, "errors": errors_of(form), "since": since_then(person, cited)}
    facts["cited"] = cited_shown(person, review, cited)
    return _render(request, review, "became", facts)


@requires(_WRITE)
@require_POST
def take_out(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Takes a citation out of the answer."""
    person = person_of(request)
    review = reviews.review(person, reference, _WRITE)
    cited = queries.citation_in(review, number)
    try:
        actions.take_out(by=person, review=review, cited=cited, now=timezone.now())
    except (Refusal, NotNow) as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "The citation is taken out of the answer.")
    return _back(reference)


def _said(request: HttpRequest, review: RapidReview, form: forms.Form, number: int) -> bool:
    try:
        actions.say_what_became(
            by=person_of(request),
            review=review,
            cited=queries.citation_in(review, number),
            became=form.cleaned_data["became"],
            words=form.cleaned_data["words"],
            now=timezone.now(),
        )
    except (Refusal, NotNow) as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, "What became of it stands in the answer.")
    return True


def _render(request: HttpRequest, review: RapidReview, name: str, facts: dict[str, object]) -> HttpResponse:
    around = {"frame": frame(review, NAME, timezone.localdate())}
    return render(request, f"rapid_reviews/learned_before/{name}.html", {**around, **facts})


def _back(reference: str, group: str = "") -> HttpResponseRedirect:
    asked = f"?from={group}" if group.isalpha() and group != PASTED else ""
    return HttpResponseRedirect(f"{reverse(NAME, args=[reference])}{asked}#cited")
