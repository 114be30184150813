"""The letter before it is sent: read through, with what does not fit pointed out; then sent."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question.rules.panel_advice import contradiction
from second_question_web.incidents.views.common import person_of
from second_question_web.panel import actions, queries
from second_question_web.panel.errors import WrittenMeanwhile
from second_question_web.panel.models import Reply
from second_question_web.panel.queries import Exchange
from second_question_web.rapid_reviews import queries as rapid_reviews
from second_question_web.rapid_reviews.deciding.queries import versions_of
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.ui.gate import requires


@requires(Permission.PANEL_REPLY)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, reference: str) -> HttpResponse:
    """The draft as the partners will read it, and the button that sends it."""
    review = rapid_reviews.review(person_of(request), reference, Permission.PANEL_REPLY)
    draft = queries.draft_of(review)
    if draft is None:
        messages.warning(request, "There is no reply to send: somebody sent it already, or none was written yet.")
        return redirect("panel_review", reference)
    if request.method == "POST":
        return _send(request, review, draft)
    actions.note_review_read(by=person_of(request), review=review)
    return _page(request, review, draft)


def _send(request: HttpRequest, review: RapidReview, draft: Reply) -> HttpResponse:
    read = request.POST.get("row_version", "")
    version, reference = int(read) if read.isdigit() else 0, review.notification.reference
    try:
        actions.send_reply(review=review, by=person_of(request), row_version=version, now=timezone.now())
    except Refusal as refused:
        href = f"{redirect('panel_reply', reference).url}#id_{refused.field}"
        return _page(request, review, draft, [{"text": str(refused), "href": href}])
    except WrittenMeanwhile as conflict:
        text = f"{conflict.theirs.written_by} changed the reply since you read it. Read it again; nothing was sent."
        return _page(request, review, conflict.theirs, [{"text": text, "href": "#letter"}], status=409)
    except NotNow as refused:
        messages.warning(request, str(refused))
        return redirect("panel_review", reference)
    messages.success(request, f"The reply to {reference} was sent. The partnership can read it now.")
    return redirect("panel_review", reference)


def _page(
    request: HttpRequest,
    review: RapidReview,
    draft: Reply,
    errors: list[dict[str, str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    newest = versions_of(review)[0]
    facts = {
        "review": review,
        "exchange": Exchange(draft, None),
        "newest": newest,
        "contradiction": contradiction(draft.advice, newest.decision.outcome),
        "errors": errors or [],
    }
    return render(request, "panel/reply_check.html", facts, status=status)
