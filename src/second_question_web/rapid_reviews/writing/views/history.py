"""Who wrote what and when: every text that stood as the answer to one question."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.writing import actions, queries
from second_question_web.rapid_reviews.writing.earlier_texts import earlier_texts
from second_question_web.rapid_reviews.writing.section_pages import address_of, section_page
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires

A_PAGE = 10


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def history(request: HttpRequest, reference: str, slug: str, place: int, question: str) -> HttpResponse:
    """The texts of one answer, the latest first. The place is 0 for the review itself."""
    person = person_of(request)
    page = section_page(person, reference, slug, place, Permission.RAPID_REVIEW_DRAFT)
    asked = next((one for one in page.section.questions if one.id == question), None)
    if asked is None or page.record.pk is None:
        raise Hidden("question", question[:60], case=reference)
    actions.note_text_opened(by=person, review=page.review, what=f"history of {asked.id}")
    changes = Paginator(queries.changes_of(page.record, asked.id), A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "frame": frame(page.review, "", timezone.localdate()),
        "page": page,
        "asked": asked,
        "changes": changes,
        "texts": earlier_texts(asked, list(changes), all_of_them=not changes.has_next()),
        "query": request.GET,
        "back": address_of(reference, page.section, page.place),
    }
    return render(request, "rapid_reviews/writing/history.html", facts)
