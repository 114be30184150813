"""What the pages of requests share: whose page it is, and an action that may refuse what was typed."""

from collections.abc import Callable
from typing import cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.people.models import Person
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview
from second_question_web.rapid_reviews.summaries import queries
from second_question_web.rapid_reviews.summaries.guests import Contributor, Guest
from second_question_web.rapid_reviews.summaries.scope import guest_for
from second_question_web.ui.gate import guests_in
from second_question_web.ui.mail import NotSent

AGENCIES = "review_agencies"
DRAFT, ASK = Permission.RAPID_REVIEW_DRAFT, Permission.SUMMARY_ASK
WRITE, SIGN = Permission.SUMMARY_WRITE, Permission.SUMMARY_SIGN


def asked_request(request: HttpRequest, reference: str, number: int, permission: Permission = ASK) -> AgencyRequest:
    """The request with its review, for those who asked.

    Raises:
        Hidden: there is none, or not for this person.
    """
    person = person_of(request)
    return queries.request_of(person, reviews.review(person, reference, permission), number, permission)


def contributor(request: HttpRequest, reference: str, number: int, *permissions: Permission) -> Contributor:
    """Who asks for the agency: the guest who came by a link for this request, or whoever is signed in.

    Raises:
        PermissionDenied: a guest of another request.
    """
    guests = cast("list[Guest]", guests_in(request))
    for permission in permissions:
        guest = guest_for(guests, reference, number, permission)
        if guest is not None:
            return guest
    if not isinstance(request.user, Person):
        raise PermissionDenied(f"the link is for another request than {reference} {number}")
    return request.user


def page(request: HttpRequest, review: RapidReview, name: str, facts: dict[str, object]) -> HttpResponse:
    """One of the pages within the frame of the review."""
    around = frame(review, AGENCIES, timezone.localdate())
    return render(request, f"rapid_reviews/summaries/{name}.html", {"frame": around, "review": review, **facts})


def agency_page(
    request: HttpRequest, who: Contributor, found: AgencyRequest, name: str, facts: dict[str, object]
) -> HttpResponse:
    """One of the pages of the agency."""
    guest = who if isinstance(who, Guest) else None
    around = {"asked": found, "reference": found.review.notification.reference, "guest": guest}
    return render(request, f"rapid_reviews/summaries/{name}.html", {**around, **facts})


def accepted(form: forms.Form, do: Callable[[], object]) -> bool:
    """Takes an action; what it refuses is said on the form, which keeps what was typed."""
    try:
        do()
    except Refusal as refused:
        form.add_error(refused.field if refused.field in form.fields else None, str(refused))
    except (NotNow, NotSent) as refused:
        form.add_error(None, str(refused))
    return not form.errors


def done(request: HttpRequest, do: Callable[[], object], words: str) -> None:
    """Takes an action that a button asks for, and says what came of it on the next page."""
    try:
        do()
    except (Refusal, NotNow, NotSent) as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, words)


def address_of_request(found: AgencyRequest, name: str = "review_request", *more: object) -> str:
    """The address of a page about the request: of those who asked, or of the agency."""
    return reverse(name, args=[found.review.notification.reference, found.number, *more])
