"""Checking a review, looking at its documents before, and sending it to the Panel."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from second_question.rules.access import Permission
from second_question.rules.workflow import RapidReviewState
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.deciding import actions, queries
from second_question_web.rapid_reviews.deciding.checking import Check, check_of
from second_question_web.rapid_reviews.deciding.forms import SendForm
from second_question_web.rapid_reviews.deciding.freezing import as_it_would_be_sent
from second_question_web.rapid_reviews.deciding.views.common import DECISION, accepted, page, renewed
from second_question_web.rapid_reviews.models import RapidReview, Version
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires

_P = Permission
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@requires(_P.RAPID_REVIEW_DRAFT)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, reference: str) -> HttpResponse:
    """What is missing and what would be sent; POST sends it."""
    person = person_of(request)
    if request.method == "POST":
        return _send(request, reviews.review(person, reference, _P.RAPID_REVIEW_SEND))
    review = reviews.review(person, reference, _P.RAPID_REVIEW_DRAFT)
    actions.note_opened(by=person, review=review, what="the check before sending", permission=_P.RAPID_REVIEW_DRAFT)
    checked = check_of(review, timezone.localdate())
    form = SendForm(late=checked.is_late, unsigned=checked.unsigned, initial={"version": review.version})
    return _show(request, checked, form)


@requires(_P.RAPID_REVIEW_DRAFT)
@require_safe
def preview(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """The document as it would be sent now, marked as a draft."""
    if kind not in MEDIA_TYPES:
        raise Hidden("document", kind, case=reference)
    person = person_of(request)
    review = reviews.review(person, reference, _P.RAPID_REVIEW_DRAFT)
    actions.note_opened(by=person, review=review, what=f"a preview ({kind})", permission=_P.RAPID_REVIEW_DRAFT)
    response = HttpResponse(_made(review, kind), content_type=MEDIA_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{reference}-rapid-review-draft.{kind}"'
    response["Cache-Control"] = "no-store, private"
    return response


def _made(review: RapidReview, kind: str) -> bytes:
    from second_question.exchange.review import pdf, word

    content = as_it_would_be_sent(queries.deciding(review, timezone.localdate()))
    return pdf(content) if kind == "pdf" else word(content)


def _send(request: HttpRequest, review: RapidReview) -> HttpResponse:
    """A second press finds the review sent, and shows the receipt of the first."""
    reference = review.notification.reference
    if review.state == RapidReviewState.SUBMITTED and (there := queries.versions_of(review)):
        return redirect("review_sent", reference, there[0].number)
    checked = check_of(review, timezone.localdate())
    form = SendForm(request.POST, late=checked.is_late, unsigned=checked.unsigned)
    made: list[Version] = []
    if accepted(form, lambda: made.append(_sent(request, review, form))):
        return redirect("review_sent", reference, made[0].number)
    again = reviews.review(person_of(request), reference, _P.RAPID_REVIEW_DRAFT)
    return _show(request, check_of(again, timezone.localdate()), renewed(form, version=again.version))


def _sent(request: HttpRequest, review: RapidReview, form: SendForm) -> Version:
    return actions.send(
        by=person_of(request),
        review=review,
        late_reason=form.cleaned_data.get("late_reason", ""),
        unsigned_reasons=form.reasons(),
        version=form.cleaned_data["version"] or 0,
        now=timezone.now(),
    )


def _show(request: HttpRequest, checked: Check, form: forms.Form) -> HttpResponse:
    return page(request, checked.review, "check", DECISION, {"check": checked, "form": form})
