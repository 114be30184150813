"""Who is present: one page for all, to be marked in the meeting on a laptop or a telephone."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question.rules.template.codes import PRESENCE
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.meetings import actions, queries
from second_question_web.rapid_reviews.meetings.forms import marks_of
from second_question_web.rapid_reviews.meetings.views.common import address, page, writable
from second_question_web.rapid_reviews.models import Meeting
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.ui.filters import plural
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def attendance(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Marks everybody at once, and with the second button records that the meeting was held."""
    found = writable(request, reference, number, "attendance")
    if request.method != "POST":
        return _page(request, found)
    marks = marks_of(request.POST, queries.attendances_of(found))
    by, now = person_of(request), timezone.now()
    try:
        actions.mark_presence(meeting=found, by=by, marks=marks, now=now)
        words = "Attendance saved."
        if "held" in request.POST:
            words = _held_in_words(found, actions.hold_meeting(meeting=found, by=by, now=now))
    except Refusal as refused:
        return _page(request, found, {"text": str(refused), "href": f"#{refused.field or 'attendance'}"})
    except NotNow as refused:
        return _page(request, found, {"text": str(refused), "href": "#attendance"})
    messages.success(request, words)
    return HttpResponseRedirect(address(found))


def _held_in_words(found: Meeting, put: int) -> str:
    if not is_writable(found.review):
        return (
            "The meeting is recorded as held. The text of the review cannot be changed now, so part 1 stays as it is."
        )
    people = plural(put, "person was", "people were")
    return f"The meeting is recorded as held. {people} put into part 1 of the review."


def _page(request: HttpRequest, found: Meeting, wrong: dict[str, str] | None = None) -> HttpResponse:
    """What was marked stays marked; the digest beside each person is of what is recorded now."""
    there = queries.attendances_of(found)
    facts: dict[str, object] = {
        "meeting": found,
        "people": [(one, request.POST.get(f"presence-{one.pk}", one.presence)) for one in there],
        "choices": PRESENCE,
        "may_hold": found.state == Meeting.State.CALLED,
        "errors": [wrong] if wrong else [],
        "back": address(found),
    }
    return page(request, found.review, "attendance", facts)
