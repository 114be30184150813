"""One rapid review at the Panel: what was sent, what was decided and how that changed, what was said about it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question.rules.workflow import RAPID_REVIEW
from second_question_web.incidents.views.common import person_of
from second_question_web.panel import actions, queries
from second_question_web.panel.shown import decision_history, shown_review
from second_question_web.rapid_reviews import queries as rapid_reviews
from second_question_web.rapid_reviews import sent
from second_question_web.rapid_reviews.deciding.queries import versions_of
from second_question_web.ui.gate import requires


@requires(Permission.PANEL_INBOX)
@require_safe
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """The Panel's page of a review; reading it is one row of the trail."""
    person = person_of(request)
    found = rapid_reviews.review(person, reference, Permission.PANEL_INBOX)
    versions, exchanges = versions_of(found), queries.exchanges_of(found)
    may_reply = queries.may_reply(person, found) and RAPID_REVIEW.can("record_reply", found.state)
    facts = {
        "review": found,
        "versions": versions,
        "exchanges": exchanges,
        "decisions": decision_history(sent.decisions_sent(found, versions), sent.signatures_sent(found)),
        "shown": shown_review(found, versions, exchanges, timezone.localdate()),
        "draft": queries.draft_of(found) if may_reply else None,
        "may_reply": may_reply and bool(versions),
    }
    actions.note_review_read(by=person, review=found)
    return render(request, "panel/review.html", facts)
