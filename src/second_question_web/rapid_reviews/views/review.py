"""A rapid review: the working page for those who write it; where it stands and what was sent for everybody else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents import queries as incidents
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import actions, queries
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.next_step import next_step
from second_question_web.rapid_reviews.shown import shown
from second_question_web.rapid_reviews.working import working
from second_question_web.ui.components import Column, Link
from second_question_web.ui.gate import requires

OWING = (Column(label="What"), Column(label="Who"), Column(label="When"))


@requires(Permission.RAPID_REVIEW_READ)
@require_safe
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """The review of that notification; a notification without one says so."""
    person = person_of(request)
    found = queries.review_if_any(person, reference, for_its_working_page=True)
    if found is None:
        notification = incidents.notification(person, reference, Permission.RAPID_REVIEW_READ)
        return render(request, "rapid_reviews/none.html", {"notification": notification})
    actions.note_read(by=person, review=found)
    if found.may_draft:  # type: ignore[attr-defined]  # `queries.review_if_any` carries what the person may do
        return _working(request, found)
    facts = {
        **_facts(found),
        "versions": list(found.versions.only("number", "sent_on", "review")),
        "informed": incidents.informed_of(found.notification),
    }
    return render(request, "rapid_reviews/review.html", facts)


def _working(request: HttpRequest, found: RapidReview) -> HttpResponse:
    work = working(found, person_of(request), timezone.localdate())
    rows = [[Link(text=one.what, href=one.href, about=one.who), one.who, one.status] for one in work.owing]
    facts = {"work": work, "next": next_step(work), "owing_columns": OWING, "owing_rows": rows}
    return render(request, "rapid_reviews/working.html", {**_facts(found), **facts})


def _facts(found: RapidReview) -> dict[str, object]:
    today = timezone.localdate()
    return {
        "frame": frame(found, "rapid_review", today),
        "shown": shown(found, today),
    }
