"""Who wrote what and when: every text that stood as the answer to one question."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.answering.showing import held_in_words
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.writing import actions, queries
from second_question_web.rapid_reviews.writing.section_pages import address_of, section_page
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.components import Event
from second_question_web.ui.gate import requires
from second_question_web.ui.questions.showing import NO_NAMES


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def history(request: HttpRequest, reference: str, slug: str, place: int, question: str) -> HttpResponse:
    """The texts of one answer, the latest first. The place is 0 for the review itself."""
    person = person_of(request)
    page = section_page(person, reference, slug, place, Permission.RAPID_REVIEW_DRAFT)
    asked = next((one for one in page.section.questions if one.id == question), None)
    if asked is None:
        raise Hidden("question", question[:60], case=reference)
    actions.note_text_opened(by=person, review=page.review, what=f"history of {asked.id}")
    events = [
        Event(at=one.made_at, title=f"Written by {one.made_by}", text=held_in_words(asked, one.after, NO_NAMES))
        for one in queries.changes_of(page.record, asked.id)
    ]
    facts = {
        "frame": frame(page.review, "", timezone.localdate()),
        "page": page,
        "asked": asked,
        "events": events,
        "back": address_of(reference, page.section, page.place),
    }
    return render(request, "rapid_reviews/writing/history.html", facts)
