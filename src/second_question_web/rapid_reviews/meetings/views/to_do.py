"""All that is to be done in a review: its immediate actions and what its meetings agreed, marked as done here (R1)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.meetings import actions, queries
from second_question_web.rapid_reviews.meetings.forms import DoneForm
from second_question_web.rapid_reviews.meetings.queries import Task
from second_question_web.rapid_reviews.meetings.shown import task_status
from second_question_web.rapid_reviews.meetings.views.common import Asking, accepted, ask, page
from second_question_web.rapid_reviews.models import MeetingAction, RapidReview
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.ui.components import Status
from second_question_web.ui.gate import requires

PLACE = "review_actions"


@dataclass(frozen=True)
class Line:
    """An action on the page. `mark` is where it is marked as done; empty when this person cannot now."""

    task: Task
    source: str
    status: Status
    mark: str


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def to_do(request: HttpRequest, reference: str) -> HttpResponse:
    """What is open, what is late, what is done."""
    review = reviews.review(person_of(request), reference, queries.READ)
    found, today = queries.tasks_of(review), timezone.localdate()
    facts: dict[str, object] = {
        "open": [_line(review, task, today) for task in found.open],
        "done": [_line(review, task, today) for task in found.done],
        "late": sum(task.is_late(today) for task in found.open),
        "writable": is_writable(review),
        "sections": reverse("review_section", args=[reference, "immediate-action"]) if is_writable(review) else "",
    }
    actions.note_meetings_opened(by=person_of(request), review=review, what="actions")
    return page(request, review, "to_do", facts)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def done(request: HttpRequest, reference: str, number: int, key: int) -> HttpResponse:
    """Marks an action of a meeting as done, or takes that back."""
    meeting = queries.meeting(person_of(request), reference, number, queries.WRITE)
    one = queries.action(meeting, key)

    def mark(done_on: date | None) -> object:
        return actions.mark_action_done(action=one, by=person_of(request), done_on=done_on, now=timezone.now())

    return _mark(request, meeting.review, queries.as_task(one), mark)


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def immediate_done(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """Marks an immediate action as done, or takes that back; only while the text can be changed."""
    review = reviews.review(person_of(request), reference, queries.WRITE)
    found = queries.immediate_task(review, place)

    def mark(done_on: date | None) -> object:
        return actions.mark_immediate_done(
            review=review, place=place, by=person_of(request), done_on=done_on, now=timezone.now()
        )

    return _mark(request, review, found, mark)


def _mark(request: HttpRequest, review: RapidReview, task: Task, mark: Callable[[date | None], object]) -> HttpResponse:
    """The page that asks for the day; the buttons of the list send today, or that it is not done after all."""
    back = reverse(PLACE, args=[review.notification.reference])
    today = timezone.localdate()
    asking = Asking(title="When was it done?", button="Mark as done", back=back, text=task.what)
    if request.method != "POST":
        actions.note_meetings_opened(by=person_of(request), review=review, what="action")
        return ask(request, review, asking, DoneForm(initial={"done_on": today}))
    form = DoneForm(_today(today) if "today" in request.POST else request.POST)
    if "undo" in request.POST:
        form = DoneForm(_today(today))
        form.is_valid()
        if accepted(form, lambda: mark(None)):
            messages.success(request, "It is open again.")
            return HttpResponseRedirect(back)
    elif form.is_valid() and accepted(form, lambda: mark(form.cleaned_data["done_on"])):
        messages.success(request, "Marked as done.")
        return HttpResponseRedirect(back)
    return ask(request, review, asking, form)


def _today(today: date) -> dict[str, str]:
    return {"done_on-day": str(today.day), "done_on-month": str(today.month), "done_on-year": str(today.year)}


def _line(review: RapidReview, task: Task, today: date) -> Line:
    is_of_meeting = isinstance(task.source, MeetingAction)
    source = f"Meeting {task.source.meeting.number}" if isinstance(task.source, MeetingAction) else "Immediate action"
    may = bool(getattr(review, "may_write", False)) and (is_of_meeting or is_writable(review))
    return Line(task, source, task_status(task, today), _address(review, task) if may else "")


def _address(review: RapidReview, task: Task) -> str:
    reference = review.notification.reference
    if isinstance(task.source, MeetingAction):
        return reverse("review_action_done", args=[reference, task.source.meeting.number, task.source.pk])
    return reverse("review_immediate_done", args=[reference, task.source.place])
