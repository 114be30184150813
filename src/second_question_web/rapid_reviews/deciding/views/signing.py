"""A partner signs; a view given elsewhere is written down."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question.rules.workflow import RapidReviewState
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.deciding import actions, queries, shown
from second_question_web.rapid_reviews.deciding.forms import RecordViewForm, SignForm
from second_question_web.rapid_reviews.deciding.partners import Partner
from second_question_web.rapid_reviews.deciding.views.common import DECISION, accepted, page, renewed
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires

Do = Callable[[forms.Form], object]


@requires(Permission.RAPID_REVIEW_SIGN)
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, reference: str) -> HttpResponse:
    """The view and signature of the person's own organisation."""
    person = person_of(request)
    review = reviews.review(person, reference, Permission.RAPID_REVIEW_SIGN)

    def do(form: forms.Form) -> None:
        said = {name: form.cleaned_data[name] for name in ("view", "words", "seen")}
        actions.sign(by=person, review=review, now=timezone.now(), **said)

    return _answer(request, review, SignForm, do, person.organisation_id or 0)


@requires(Permission.RAPID_REVIEW_DECIDE)
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, reference: str, partner: int) -> HttpResponse:
    """The view of a partner who gave it elsewhere."""
    person = person_of(request)
    review = reviews.review(person, reference, Permission.RAPID_REVIEW_DECIDE)

    def do(form: forms.Form) -> None:
        typed = form.cleaned_data
        told = actions.Told(**{name: typed[name] for name in ("name", "job_title", "how_given")})
        said = {name: typed[name] for name in ("view", "words", "seen")}
        actions.record_view(by=person, review=review, organisation=partner, told=told, now=timezone.now(), **said)

    return _answer(request, review, RecordViewForm, do, partner)


def _answer(request: HttpRequest, review: RapidReview, kind: type[SignForm], do: Do, organisation: int) -> HttpResponse:
    found = queries.deciding(review, timezone.localdate())
    partner = _partner(found, organisation, review)
    if request.method != "POST":
        permission = Permission.RAPID_REVIEW_DRAFT
        actions.note_opened(by=person_of(request), review=review, what="the decision to sign", permission=permission)
        return _show(request, review, found, partner, kind(initial={"seen": found.digest}))
    form = kind(request.POST)
    if accepted(form, lambda: do(form)):
        messages.success(request, f"The view of {partner.organisation.name} is recorded.")
        return redirect(DECISION, found.content.reference)
    return _show(request, review, found, partner, renewed(form, seen=found.digest))


def _show(
    request: HttpRequest, review: RapidReview, found: queries.Deciding, partner: Partner, form: forms.Form
) -> HttpResponse:
    facts: dict[str, object] = {
        "found": found,
        "partner": partner,
        "form": form,
        "answers": shown.answers(found.content, ""),
        "can_sign": review.state == RapidReviewState.DECIDED and not found.differs,
        "elsewhere": isinstance(form, RecordViewForm),
    }
    return page(request, review, "sign", DECISION, facts)


def _partner(found: queries.Deciding, organisation: int, review: RapidReview) -> Partner:
    for partner in found.partners:
        if partner.organisation.pk == organisation:
            return partner
    raise Hidden("partner", str(organisation), case=review.notification.reference)
