"""One request, for those who asked: what happened, who was written to, and the summary once it is there."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from second_question.rules.access import Permission
from second_question_web.files import actions as files
from second_question_web.files.errors import CannotBeOpened
from second_question_web.files.serving import as_download
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.records import GIVEN_BACK
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.rapid_reviews.summaries import actions, attachments, choosing, queries
from second_question_web.rapid_reviews.summaries.chase import state_of
from second_question_web.rapid_reviews.summaries.history import events_of
from second_question_web.rapid_reviews.summaries.texts import text_of
from second_question_web.rapid_reviews.summaries.views.common import ASK, DRAFT, asked_request, done, page
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def one(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Everything about one request. What the agency writes is its own until it is returned."""
    found = asked_request(request, reference, number, DRAFT)
    links, signatures = queries.links_of(found), queries.sign_offs_of(found)
    given_back = found.state in GIVEN_BACK
    actions.note_request_read(by=person_of(request), request=found, now=timezone.now())
    facts: dict[str, object] = {
        "asked": found,
        "status": state_of(found),
        "may": _may(found),
        "closed": _closed(found),
        "links": links,
        "events": events_of(found, links, signatures),
        "signature": next((one for one in signatures if one.lapsed_at is None), None),
        "lapsed": signatures[0] if signatures and signatures[0].lapsed_at else None,
        "text": text_of(found) if given_back else None,
        "files": attachments.of_request(found) if given_back else [],
    }
    return page(request, found.review, "request", facts)


@requires(Permission.SUMMARY_ASK)
@require_POST
def share(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Lets the other agencies read the summary, or no longer."""
    found, shared = asked_request(request, reference, number, ASK), request.POST.get("shared") == "yes"
    words = "The other agencies of this review can read it now." if shared else "It is no longer shared."
    by, now = person_of(request), timezone.now()
    done(request, lambda: actions.share(request=found, by=by, shared=shared, now=now), words)
    return redirect("review_request", reference, number)


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def attachment(request: HttpRequest, reference: str, number: int, file_id: UUID) -> HttpResponse | FileResponse:
    """A document that the agency attached to a summary that it gave back."""
    found = asked_request(request, reference, number, DRAFT)
    kept = attachments.one_of_returned(found, file_id)
    try:
        return as_download(kept, files.open_file(by=person_of(request), stored=kept, now=timezone.now()))
    except CannotBeOpened as refused:
        messages.warning(request, str(refused))
        return redirect("review_request", reference, number)


def _closed(found: AgencyRequest) -> str:
    """Why the agency cannot answer any more, and what to do; empty when it can, or has answered."""
    if found.state not in queries.OWED:
        return ""
    return choosing.why_not(found.partnership, found.organisation, timezone.localdate())


def _may(found: AgencyRequest) -> frozenset[str]:
    """What the page offers, by where the request stands; nothing for whoever only reads."""
    if not getattr(found.review, "may_ask", False) or found.state == "withdrawn":
        return frozenset()
    offers = {"tell"}
    if found.state in GIVEN_BACK:
        offers.add("share")
    if is_writable(found.review):
        offers.add("link")
        offers |= {"send_back"} if found.state in GIVEN_BACK else set()
        offers |= {"remind"} if found.state in ("asked", "started", "returned") else set()
        offers |= {"withdraw", "nothing_known"} if found.state in queries.OWED else set()
    return frozenset(offers)
