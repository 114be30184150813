"""The Panel's letter as a Word or PDF document, for both sides."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.panel import actions, queries
from second_question_web.panel.letters import MEDIA_TYPES, letter_file
from second_question_web.rapid_reviews import queries as rapid_reviews
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_READ)
@require_safe
def letter(request: HttpRequest, reference: str, number: int, kind: str) -> HttpResponse:
    """The letter of a reply; taking it is one row of the trail."""
    person = person_of(request)
    reply = queries.reply_of(person, rapid_reviews.review(person, reference), number)
    if kind not in MEDIA_TYPES:
        raise Hidden("letter", f"{reference}/{number}.{kind}", case=reference)
    actions.note_letter_read(by=person, reply=reply, kind=kind)
    response = HttpResponse(letter_file(reply, kind, timezone.localdate()), content_type=MEDIA_TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{reference}-panel-reply-{number}.{kind}"'
    response["Cache-Control"] = "no-store, private"
    return response
