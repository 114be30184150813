"""A meeting as a file: its entry for a calendar, and its minutes as a Word document."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.meetings import actions, queries
from second_question_web.rapid_reviews.meetings.calendar_file import calendar_of
from second_question_web.ui.gate import requires

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def calendar(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The entry for a calendar: day, place and the number of the case."""
    found = queries.meeting(person_of(request), reference, number)
    actions.note_meeting_downloaded(by=person_of(request), meeting=found, what="calendar")
    return _file(
        calendar_of(found, timezone.now()), "text/calendar; charset=utf-8", f"{reference}-meeting-{number}.ics"
    )


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def minutes(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The minutes, to be sent round."""
    from second_question_web.rapid_reviews.meetings.minutes import minutes_word_of

    found = queries.meeting(person_of(request), reference, number)
    actions.note_meeting_downloaded(by=person_of(request), meeting=found, what="minutes")
    return _file(minutes_word_of(found), WORD, f"{reference}-minutes-{number}.docx")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
