"""The whole draft on one page, in the order of the template: what partners read before they sign."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.exchange.review.composing import composed
from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.content import content_of
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.writing import actions
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def read(request: HttpRequest, reference: str) -> HttpResponse:
    """The same document that would become Word and PDF."""
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_DRAFT)
    actions.note_text_opened(by=person, review=review, what="whole draft")
    facts = {"frame": frame(review, "", timezone.localdate()), "paper": composed(content_of(review))}
    return render(request, "rapid_reviews/writing/read.html", facts)
