"""Check your answers, and send."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents import actions, clocks, queries, readiness
from second_question_web.incidents.actions.send import may_send_for_an_authority
from second_question_web.incidents.advice import obstacle_links, oddity_links
from second_question_web.incidents.errors import LikelyDuplicate, NotComplete, NotNow
from second_question_web.incidents.models import Notification
from second_question_web.incidents.queries import CaseFile
from second_question_web.incidents.section_pages import address_of
from second_question_web.incidents.showing import Change, Words, cards, no_change
from second_question_web.incidents.views.common import person_of
from second_question_web.ui.gate import requires


@requires(Permission.NOTIFICATION_WRITE, Permission.NOTIFICATION_SEND)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, reference: str) -> HttpResponse:
    """Every answer before sending, what is missing and what is odd; the button sends."""
    person = person_of(request)
    found = queries.case_file(person, reference)
    if request.method == "POST":
        return _send(request, found)
    if found.notification.state != Notification.State.DRAFT:
        return redirect("notification", reference)
    actions.note_opened(by=person, notification=found.notification, what="answers before sending")
    return _page(request, found)


def _send(request: HttpRequest, found: CaseFile) -> HttpResponse:
    reference = found.notification.reference
    if "confirmed" not in request.POST and found.notification.state == Notification.State.DRAFT:
        wrong = [{"text": "Tick to say that you have checked the answers", "href": "#confirmed"}]
        return _page(request, found, wrong)
    try:
        actions.send(by=person_of(request), notification=found.notification, now=timezone.now())
    except LikelyDuplicate:
        return redirect("notification_duplicates", reference)
    except NotComplete:
        return _page(
            request, found, [{"text": "Some questions need an answer before this can be sent", "href": "#missing"}]
        )
    except NotNow as refused:
        messages.warning(request, str(refused))
        return redirect("notification", reference)
    return redirect("notification_receipt", reference)


def _page(request: HttpRequest, found: CaseFile, errors: list[dict[str, str]] | None = None) -> HttpResponse:
    notification, today, person = found.notification, timezone.localdate(), person_of(request)
    ready = readiness.judged(notification, found.children, found.adults, today)
    names = queries.organisation_names(notification, found.children)
    may_write = Permission.NOTIFICATION_WRITE in found.may and found.identity
    words = Words(names, found.identity, {}, _change(notification) if may_write else no_change)
    facts = {
        "notification": notification,
        "cards": cards(notification, found.children, found.adults, words),
        "missing": obstacle_links(notification, found, ready.obstacles),
        "odd": oddity_links(notification, ready.oddities),
        "wrong": bool(ready.errors),
        "days_late": clocks.working_days_late(notification, today),
        "duplicates": queries.likely_duplicates(person, notification, found.children),
        "may_send": Permission.NOTIFICATION_SEND in found.may and may_send_for_an_authority(person),
        "can_be_sent": ready.can_be_sent,
        "errors": errors or [],
    }
    return render(request, "incidents/check.html", facts)


def _change(notification: Notification) -> Change:
    return lambda section, place, question: f"{address_of(notification, section, place)}#{question.id}"
