"""The appraisal of a review: of its text as it stands, for those who read the draft, and of a version as it was sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.appraising.shown import appraisal_of
from second_question_web.rapid_reviews.content import content_of, rows_of
from second_question_web.rapid_reviews.deciding import actions as deciding
from second_question_web.rapid_reviews.deciding import queries as versions
from second_question_web.rapid_reviews.deciding.versions import content_in
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.rapid_reviews.writing import actions as writing
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def appraisal(request: HttpRequest, reference: str) -> HttpResponse:
    """What the text as it stands now answers of the checklist."""
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_DRAFT)
    writing.note_text_opened(by=person, review=review, what="appraisal")
    rows = rows_of(review)
    is_written = bool(getattr(review, "may_write", False)) and is_writable(review)
    facts = {
        "frame": frame(review, "review_appraisal", timezone.localdate()),
        "appraisal": appraisal_of(content_of(review, rows=rows), rows.digest, is_written=is_written),
    }
    return render(request, "rapid_reviews/appraising/appraisal.html", facts)


@requires(Permission.RAPID_REVIEW_READ)
@require_safe
def of_version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The same of a version that was sent."""
    person = person_of(request)
    found = versions.version(person, reference, number)
    deciding.note_version_opened(by=person, version=found, what="an appraisal")
    content = content_in(found)
    if content is None:
        raise Hidden("version", str(number), case=reference)
    review = queries.review(person, reference)
    facts = {
        "frame": frame(review, "review_versions", timezone.localdate()),
        "version": found,
        "appraisal": appraisal_of(content, found.content_hash),
    }
    return render(request, "rapid_reviews/appraising/appraisal.html", facts)
