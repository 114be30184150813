"""Another agency's summary, which those who asked have shared."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.rapid_reviews.summaries import actions, queries
from second_question_web.rapid_reviews.summaries.texts import text_of
from second_question_web.rapid_reviews.summaries.views.common import SIGN, WRITE, agency_page, contributor
from second_question_web.ui.gate import requires_or_invited


@requires_or_invited(Permission.SUMMARY_WRITE, Permission.SUMMARY_SIGN)
@require_safe
def shared(request: HttpRequest, reference: str, number: int, other: int) -> HttpResponse:
    """The summary to be read."""
    who = contributor(request, reference, number, WRITE, SIGN)
    found = queries.request_to(who, reference, number, WRITE, SIGN)
    theirs = queries.shared_one(found, other)
    actions.note_shared_read(by=who, request=theirs, now=timezone.now())
    return agency_page(request, who, found, "shared", {"theirs": theirs, "text": text_of(theirs)})
