"""A rapid review: where it stands, its clock and how that was counted, and who was told of the incident."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents import queries as incidents
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import actions, queries
from second_question_web.rapid_reviews.shown import shown
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_READ)
@require_safe
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """The review of that notification; a notification without one says so."""
    person = person_of(request)
    found = queries.review_if_any(person, reference)
    if found is None:
        notification = incidents.notification(person, reference, Permission.RAPID_REVIEW_READ)
        return render(request, "rapid_reviews/none.html", {"notification": notification})
    actions.note_read(by=person, review=found)
    facts = {
        "review": found,
        "notification": found.notification,
        "shown": shown(found, timezone.localdate()),
        "informed": incidents.informed_of(found.notification),
    }
    return render(request, "rapid_reviews/review.html", facts)
