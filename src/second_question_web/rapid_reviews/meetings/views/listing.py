"""The meetings of a review, and calling one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from second_question.rules.access import Permission
from second_question.rules.workflow import RapidReviewState
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.meetings import actions, queries
from second_question_web.rapid_reviews.meetings.forms import CallForm
from second_question_web.rapid_reviews.meetings.proposing import agenda_for
from second_question_web.rapid_reviews.meetings.shown import STATUS
from second_question_web.rapid_reviews.meetings.views.common import Asking, accepted, address, ask, page
from second_question_web.rapid_reviews.models import Meeting, RapidReview
from second_question_web.ui.components import Column, Link
from second_question_web.ui.filters import date_and_time, plural
from second_question_web.ui.gate import requires

COLUMNS = (
    Column(label="Meeting"),
    Column(label="When"),
    Column(label="State"),
    Column(label="People"),
    Column(label="Actions"),
)


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def meetings(request: HttpRequest, reference: str) -> HttpResponse:
    """Every meeting of the review, the latest first."""
    review = reviews.review(person_of(request), reference, queries.READ)
    rows = [_row(meeting, reference) for meeting in queries.meetings_of(review)]
    actions.note_meetings_opened(by=person_of(request), review=review, what="meetings")
    facts: dict[str, object] = {"columns": COLUMNS, "rows": rows, "may_call": _may_call(review)}
    return page(request, review, "list", facts)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def call(request: HttpRequest, reference: str) -> HttpResponse:
    """Calls a meeting, with the agenda that is proposed."""
    person = person_of(request)
    review = reviews.review(person, reference, queries.WRITE)
    asking = Asking(
        title="Call a meeting",
        button="Call the meeting",
        back=reverse("review_meetings", args=[reference]),
        text="After this you choose who is invited. No email is sent: the calendar file of the meeting can be attached to one.",
    )
    if request.method != "POST":
        actions.note_meetings_opened(by=person, review=review, what="new meeting")
        return ask(request, review, asking, CallForm(initial={"agenda": agenda_for(review)}))
    form, called = CallForm(request.POST), list[Meeting]()
    if form.is_valid() and accepted(form, lambda: called.append(_call(request, review, form))):
        messages.success(request, "The meeting is called. Now choose who is invited.")
        return HttpResponseRedirect(address(called[0], "review_meeting_people"))
    return ask(request, review, asking, form)


def _call(request: HttpRequest, review: RapidReview, form: CallForm) -> Meeting:
    agenda = form.cleaned_data["agenda"]
    return actions.call_meeting(review=review, by=person_of(request), agenda=agenda, now=timezone.now(), **form.plan())


def _may_call(review: RapidReview) -> bool:
    return bool(getattr(review, "may_write", False)) and review.state != RapidReviewState.CLOSED


def _row(meeting: Meeting, reference: str) -> list[object]:
    invited, present = getattr(meeting, "invited", 0), getattr(meeting, "present", 0)
    left = getattr(meeting, "open_actions", 0)
    href = reverse("review_meeting", args=[reference, meeting.number])
    return [
        Link(text=f"{meeting.number}. {meeting.purpose}", href=href),
        date_and_time(meeting.at),
        STATUS[meeting.state],
        f"{present} of {invited} present" if meeting.state == Meeting.State.HELD else f"{invited} invited",
        plural(left, "open action") if left else "None open",
    ]
