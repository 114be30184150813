"""Pages with one form on which those who asked do something with a request: withdraw, send back, write down a call."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.summaries import actions
from second_question_web.rapid_reviews.summaries.forms import SendBackForm, ToldByTelephoneForm, WithdrawForm
from second_question_web.rapid_reviews.summaries.views.common import accepted, asked_request, page
from second_question_web.ui.form_fields import errors_of
from second_question_web.ui.gate import requires


@dataclass(frozen=True, kw_only=True)
class Page:
    """What differs between the pages."""

    form: type[forms.Form]
    action: Callable[..., object]
    title: str
    button: str
    text: str
    done: str
    warning: bool = False


WITHDRAW = Page(
    form=WithdrawForm,
    action=actions.withdraw,
    title="Withdraw the request",
    button="Withdraw it",
    text="The links end at once, and whoever was written to is told that there is nothing more to do. The agency can be "
    "asked again later.",
    done="The request is withdrawn.",
    warning=True,
)
SEND_BACK = Page(
    form=SendBackForm,
    action=actions.send_back,
    title="Send it back with a question",
    button="Send it back",
    text="The summary is the agency’s own again until it is returned, and is not part of the review meanwhile. If its text "
    "changes, a signature under it lapses and the agency’s lead is asked again.",
    done="The summary went back to the agency with your question.",
)
NOTHING_KNOWN = Page(
    form=ToldByTelephoneForm,
    action=actions.record_nothing_known,
    title="The agency did not know the family",
    button="Record it",
    text="For an answer that you heard by telephone. It is recorded as heard by you.",
    done="It is recorded that the agency did not know the family.",
)


@requires(Permission.SUMMARY_ASK)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The summary is no longer needed."""
    return _handle(request, reference, number, WITHDRAW)


@requires(Permission.SUMMARY_ASK)
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The summary leaves a question open."""
    return _handle(request, reference, number, SEND_BACK)


@requires(Permission.SUMMARY_ASK)
@require_http_methods(["GET", "POST"])
def nothing_known(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Somebody of the agency said on the telephone that it did not know the family."""
    return _handle(request, reference, number, NOTHING_KNOWN)


def _handle(request: HttpRequest, reference: str, number: int, asking: Page) -> HttpResponse:
    found = asked_request(request, reference, number)
    form = asking.form(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, now = person_of(request), timezone.now()
        if accepted(form, lambda: asking.action(request=found, by=by, now=now, **form.cleaned_data)):
            messages.success(request, asking.done)
            return redirect("review_request", reference, number)
    facts = {"asked": found, "asking": asking, "form": form, "errors": errors_of(form)}
    return page(request, found.review, "handle", facts)
