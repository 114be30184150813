"""Asking agencies: first which, then whom to write to there."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.rapid_reviews.summaries import actions, choosing
from second_question_web.rapid_reviews.summaries.choosing import Choice
from second_question_web.rapid_reviews.summaries.errors import AskedAlready
from second_question_web.rapid_reviews.summaries.forms import AskForm, ContactForm
from second_question_web.rapid_reviews.summaries.views.common import AGENCIES, ASK, page
from second_question_web.ui.filters import full_date
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires
from second_question_web.ui.mail import NotSent

CHOOSE_ONE = {"text": "Choose at least one agency", "href": "#agencies"}
CHOSEN = "agency"
"""The name under which the codes of the chosen agencies are sent."""


@requires(Permission.SUMMARY_ASK)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """The list to choose from; with agencies chosen, the contacts of each; and sending."""
    person, today = person_of(request), timezone.localdate()
    review = reviews.review(person, reference, ASK)
    if not is_writable(review):
        messages.warning(request, "The text of this review can no longer be changed, so no more agencies can be asked.")
        return redirect(AGENCIES, reference)
    area = choosing.asking_area(person, review)
    choice = choosing.choice(area, review, today)
    codes = (request.POST if request.method == "POST" else request.GET).getlist(CHOSEN)
    agencies = [choice.by_code[code] for code in dict.fromkeys(codes) if code in choice.by_code]
    if not agencies:
        return _choose(request, review, choice)
    known = choosing.contacts(area, agencies, today)
    data = request.POST if request.method == "POST" else None
    contacts = [ContactForm(agency, known.get(agency.pk, {}), data) for agency in agencies]
    form = AskForm(choosing.due_day(review, today), today, data)
    return _send(request, review, contacts, form) if data is not None else _page(request, review, contacts, form)


def _choose(request: HttpRequest, review: RapidReview, choice: Choice) -> HttpResponse:
    errors = [CHOOSE_ONE] if "chosen" in request.GET else []
    return page(request, review, "choose", {"choice": choice, "errors": errors})


def _send(request: HttpRequest, review: RapidReview, contacts: Sequence[ContactForm], form: AskForm) -> HttpResponse:
    """Asks one agency after the other. Where one cannot be asked, the others are, and its contact stays on the page."""
    valid = [contact.is_valid() for contact in contacts]
    if not (form.is_valid() and all(valid)):
        return _page(request, review, contacts, form)
    left = [contact for contact in contacts if not _asked(request, review, contact, form)]
    asked = [contact.agency.name for contact in contacts if contact not in left]
    if asked:
        messages.success(request, f"Asked: {', '.join(asked)}. Due {full_date(form.cleaned_data['due_on'])}.")
    return _page(request, review, left, form) if left else redirect(AGENCIES, review.notification.reference)


def _asked(request: HttpRequest, review: RapidReview, contact: ContactForm, form: AskForm) -> bool:
    """Whether the agency has been asked, now or by an earlier press of the button."""
    try:
        actions.ask(
            review=review,
            by=person_of(request),
            organisation=contact.agency,
            contact=contact.contact(),
            due_on=form.cleaned_data["due_on"],
            note=form.cleaned_data["note"],
            now=timezone.now(),
        )
    except AskedAlready:
        return True
    except Refusal as refused:
        contact.add_error(None, str(refused))
    except NotSent:
        contact.add_error(
            "email", f"{contact.agency.name}: the email could not be sent. Check the address and try again"
        )
    return not contact.errors


def _page(request: HttpRequest, review: RapidReview, contacts: Sequence[ContactForm], form: AskForm) -> HttpResponse:
    errors = [error for contact in contacts for error in errors_of(contact)] + errors_of(form)
    return page(request, review, "contacts", {"contacts": contacts, "form": form, "errors": errors})
