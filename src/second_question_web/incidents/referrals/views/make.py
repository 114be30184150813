"""A new referral: one short page, kept as it is typed; and the receipt."""

import secrets
from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from second_question.rules.access import Permission
from second_question.rules.referral import REFERRAL_FORM
from second_question_web.incidents import queries as incidents
from second_question_web.incidents.actions import drop_draft_text, keep_draft_text
from second_question_web.incidents.models import Referral
from second_question_web.incidents.referrals import actions, queries
from second_question_web.incidents.referrals.actions.making import DRAFT_PAGE
from second_question_web.incidents.referrals.answers import WHOLE, Answers
from second_question_web.incidents.referrals.errors import WrongAnswers
from second_question_web.incidents.referrals.forms import PlaceForm
from second_question_web.incidents.referrals.places import Place, places_of
from second_question_web.incidents.referrals.views.common import person_of
from second_question_web.people.models import Person
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires
from second_question_web.ui.questions import form as pages
from second_question_web.ui.questions.form import QuestionForm

START = "start"


@requires(Permission.REFERRAL_MAKE)
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """The form, with what was typed before; sends it."""
    person = person_of(request)
    place_form = PlaceForm(places_of(person), request.POST or None)
    if request.method == "POST":
        form = pages.sent(REFERRAL_FORM, WHOLE, request.POST, {}, {}, {})
        made = _send(person, form, place_form, request.POST.get(START, ""), timezone.now())
        if isinstance(made, Referral):
            return redirect("referral_receipt", made.reference)
        return _page(request, made, place_form, request.POST.get(START, ""))
    typed = incidents.draft_text(person, DRAFT_PAGE)
    if typed:
        fields = _as_typed(typed.fields)
        form = pages.typed_in(REFERRAL_FORM, WHOLE, fields, {}, {}, {})
        place_form = PlaceForm(places_of(person), initial=fields.dict())
        return _page(request, form, place_form, fields.get(START, ""), kept_at=typed.saved_at)
    return _page(request, _prefilled(person), place_form, "")


@requires(Permission.REFERRAL_MAKE)
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keeps what is typed, again and again, so that a lost connection loses nothing."""
    fields = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    try:
        keep_draft_text(by=person_of(request), page=DRAFT_PAGE, fields=fields, version=0, now=timezone.now())
    except ValueError as too_long:
        return HttpResponse(str(too_long), status=413, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


@requires(Permission.REFERRAL_MAKE)
@require_POST
def start_again(request: HttpRequest) -> HttpResponse:
    """Throws away what was typed and not sent."""
    drop_draft_text(by=person_of(request), page=DRAFT_PAGE)
    return redirect("referral_new")


@requires(Permission.REFERRAL_MAKE)
@require_safe
def receipt(request: HttpRequest, reference: str) -> HttpResponse:
    """The number, and what happens next."""
    referral = queries.opened(person_of(request), reference).referral
    if referral.made_by_key != person_of(request).trail_key:
        raise Hidden("referral", reference, case=reference)
    return render(request, "incidents/referrals/receipt.html", {"referral": referral})


def _send(
    person: Person, form: QuestionForm, place_form: PlaceForm, start: str, now: datetime
) -> Referral | QuestionForm:
    """The referral that was sent, or the form with what is wrong."""
    already = queries.made_with(person, start) if start else None
    if already:
        return already
    place: Place | None = place_form.chosen()
    if form.errors or place is None:
        return form
    answers = Answers(form.answers, form.unanswered)
    try:
        return actions.make(by=person, place=place, answers=answers, start_token=start or _token(), now=now)
    except WrongAnswers as wrong:
        return form.with_errors(wrong.errors)


def _page(
    request: HttpRequest, form: QuestionForm, place_form: PlaceForm, start: str, kept_at: datetime | None = None
) -> HttpResponse:
    places = list(place_form.places.values())
    wrong = [{"text": text, "href": "#id_place"} for text in place_form.errors.get("place", [])]
    shown = {
        "form": form,
        "sections": [(s, [q for q in form.questions if q in s.questions]) for s in REFERRAL_FORM.sections],
        "place_form": place_form,
        "place": places[0] if len(places) == 1 else None,
        "has_place": bool(places),
        "start": start or _token(),
        "kept_at": kept_at,
        "errors": [*(wrong if len(places) > 1 else []), *form.error_list],
    }
    return render(request, "incidents/referrals/make.html", shown)


def _prefilled(person: Person) -> QuestionForm:
    known = {"contact_name": person.name, "contact_telephone": person.telephone, "contact_email": person.email}
    return pages.filled_in(REFERRAL_FORM, WHOLE, known, {}, {})


def _as_typed(kept: dict[str, list[str]]) -> QueryDict:
    fields = QueryDict(mutable=True)
    for name, values in kept.items():
        fields.setlist(name, values)
    return fields


def _token() -> str:
    return secrets.token_urlsafe(24)
