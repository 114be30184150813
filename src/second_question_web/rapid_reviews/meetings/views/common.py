"""What the pages of meetings share: a page that asks one thing, and an action that may refuse what was typed."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.meetings import actions, queries
from second_question_web.rapid_reviews.models import Meeting, RapidReview
from second_question_web.ui.components import Answer
from second_question_web.ui.form_fields import errors_of

MEETINGS = "review_meetings"


@dataclass(frozen=True, kw_only=True)
class Asking:
    """A page with one form. `recorded` is shown when somebody else was there first; `remove` takes the thing away."""

    title: str
    button: str
    back: str
    text: str = ""
    place: str = MEETINGS
    recorded: tuple[Answer, ...] = ()
    warning: bool = False
    remove: str = ""


def ask(request: HttpRequest, review: RapidReview, asking: Asking, form: forms.BaseForm) -> HttpResponse:
    """Shows the form, with what was typed and what is wrong."""
    facts = {"asking": asking, "form": form, "errors": errors_of(form)}
    return page(request, review, "form", facts, asking.place)


def page(
    request: HttpRequest, review: RapidReview, name: str, facts: dict[str, object], place: str = MEETINGS
) -> HttpResponse:
    """One of the pages within the frame of the review."""
    around = frame(review, place, timezone.localdate())
    return render(request, f"rapid_reviews/meetings/{name}.html", {"frame": around, "review": review, **facts})


def accepted(form: forms.Form, do: Callable[[], object]) -> bool:
    """Takes an action; what it refuses is said on the form."""
    try:
        do()
    except Refusal as refused:
        form.add_error(refused.field if refused.field in form.fields else None, str(refused))
    except NotNow as refused:
        form.add_error(None, str(refused))
    return not form.errors


def seen_again(form: forms.Form, seen: str) -> None:
    """What is recorded now is before the person's eyes; sent again, the form is based on it."""
    form.data = form.data.copy()  # type: ignore[attr-defined]  # a submitted form's data can be copied
    form.data["seen"] = seen  # type: ignore[index]  # and the copy changed


def writable(request: HttpRequest, reference: str, number: int, what: str) -> Meeting:
    """The meeting for a person who may write in the review; opening the page is one row of the trail.

    Raises:
        Hidden: there is none of that number, or not for this person.
    """
    found = queries.meeting(person_of(request), reference, number, queries.WRITE)
    if request.method == "GET":
        actions.note_meeting_opened(by=person_of(request), meeting=found, what=what)
    return found


def address(meeting: Meeting, name: str = "review_meeting", *more: object) -> str:
    """The address of a page of the meeting."""
    return reverse(name, args=[meeting.review.notification.reference, meeting.number, *more])
