"""The decision: criteria with their grounds, what the partners say, and recording it."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question.rules.review_completeness import what_prevents_sending
from second_question.rules.workflow import RapidReviewState
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.deciding import actions, queries, shown
from second_question_web.rapid_reviews.deciding.forms import DecideForm
from second_question_web.rapid_reviews.deciding.lacking import lacks, needed_to_decide
from second_question_web.rapid_reviews.deciding.notes import notes_on
from second_question_web.rapid_reviews.deciding.views.common import DECISION, accepted, page, renewed
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.ui.filters import plural
from second_question_web.ui.gate import requires
from second_question_web.ui.mail import NotSent

_P = Permission


@requires(_P.RAPID_REVIEW_DRAFT)
@require_http_methods(["GET", "POST"])
def decision(request: HttpRequest, reference: str) -> HttpResponse:
    """Shows where the decision stands; POST records it."""
    person = person_of(request)
    if request.method == "POST":
        return _decide(request, reviews.review(person, reference, _P.RAPID_REVIEW_DECIDE))
    review = reviews.review(person, reference, _P.RAPID_REVIEW_DRAFT)
    actions.note_opened(by=person, review=review, what="the decision", permission=_P.RAPID_REVIEW_DRAFT)
    return _show(request, review, DecideForm(initial={"version": review.version}))


@requires(_P.RAPID_REVIEW_DECIDE)
@require_POST
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Writes to the partners who have not signed."""
    person = person_of(request)
    review = reviews.review(person, reference, _P.RAPID_REVIEW_DECIDE)
    try:
        written_to = actions.ask_partners(by=person, review=review, now=timezone.now())
    except (NotSent, NotNow) as refused:
        messages.warning(request, str(refused))
    else:
        _say_who_was_asked(request, written_to)
    return redirect(DECISION, reference)


def _say_who_was_asked(request: HttpRequest, written_to: int) -> None:
    if written_to:
        messages.success(request, f"An email went to {plural(written_to, 'person', 'people')} who can sign.")
    else:
        messages.warning(
            request,
            "No email was sent: either everybody was asked today already, or nobody with an account can sign for the "
            "partners who are missing. You can write down a view that was given elsewhere.",
        )


def _decide(request: HttpRequest, review: RapidReview) -> HttpResponse:
    form, person, reference = DecideForm(request.POST), person_of(request), review.notification.reference
    if accepted(form, lambda: _recorded(request, review, form)):
        messages.success(request, "The decision is recorded. Now the partners can sign it.")
        return redirect(DECISION, reference)
    again = reviews.review(person, reference, _P.RAPID_REVIEW_DRAFT)
    return _show(request, again, renewed(form, version=again.version))


def _recorded(request: HttpRequest, review: RapidReview, form: forms.Form) -> None:
    actions.decide(
        by=person_of(request),
        review=review,
        why_changed=form.cleaned_data["why_changed"],
        version=form.cleaned_data["version"] or 0,
        now=timezone.now(),
    )


def _show(request: HttpRequest, review: RapidReview, form: forms.Form) -> HttpResponse:
    found = queries.deciding(review, timezone.localdate())
    content = found.content
    change = reverse("review_section", args=[content.reference, "decision"])
    can_change = is_writable(review) and getattr(review, "may_write", False)
    facts: dict[str, object] = {
        "found": found,
        "form": form,
        "lacks": lacks(content.reference, needed_to_decide(content.form, content.records)),
        "left_to_send": len(what_prevents_sending(content.form, content.records)),
        "criteria_columns": shown.CRITERIA_COLUMNS,
        "criteria": shown.weighed(content),
        "answers": shown.answers(content, change if can_change else ""),
        "partners": shown.said(found),
        "disagreement": shown.disagreement(found.partners),
        "history": shown.history(found),
        "notes": notes_on(content) if can_change else [],
        "can_change": can_change,
        **_offered(request, review, found),
    }
    return page(request, review, "decision", DECISION, facts)


def _offered(request: HttpRequest, review: RapidReview, found: queries.Deciding) -> dict[str, object]:
    """What this person can do here now."""
    decides = is_writable(review) and getattr(review, "may_decide", False)
    is_decided = review.state == RapidReviewState.DECIDED
    stands = is_decided and not found.differs
    own = person_of(request).organisation_id
    signs = any(partner.organisation.pk == own for partner in found.partners)
    return {
        "can_decide": decides and not stands,
        "can_sign": stands and signs and getattr(review, "may_sign", False),
        "own": own,
        "can_record": stands and decides,
        "can_send": stands and getattr(review, "may_send", False),
    }
