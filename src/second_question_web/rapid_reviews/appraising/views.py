"""The appraisal of a review: of its text as it stands, for those who read the draft, and of a version as it was sent.

The whole text has an address of its own: it is long, and most people only want the list.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question.rules.template.content import ReviewContent
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.appraising.kept import kept
from second_question_web.rapid_reviews.appraising.shown import appraisal_of, text_of
from second_question_web.rapid_reviews.content import content_of, rows_of
from second_question_web.rapid_reviews.deciding import actions as deciding
from second_question_web.rapid_reviews.deciding import queries as versions
from second_question_web.rapid_reviews.deciding.models import Version
from second_question_web.rapid_reviews.deciding.versions import content_in
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.rapid_reviews.writing import actions as writing
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires

_APPRAISAL = "rapid_reviews/appraising/appraisal.html"
_TEXT = "rapid_reviews/appraising/text.html"


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def appraisal(request: HttpRequest, reference: str) -> HttpResponse:
    """What the text as it stands now answers of the checklist."""
    review, content, digest = _as_it_stands(request, reference)
    is_written = bool(getattr(review, "may_write", False)) and is_writable(review)
    found = _listed(content, digest, is_written=is_written)
    return render(request, _APPRAISAL, {"frame": _draft_frame(review), "found": found})


@requires(Permission.RAPID_REVIEW_DRAFT)
@require_safe
def text(request: HttpRequest, reference: str) -> HttpResponse:
    """The text as it stands now, with every passage in its place."""
    review, content, digest = _as_it_stands(request, reference)
    return render(request, _TEXT, {"frame": _draft_frame(review), "text": _marked(content, digest)})


@requires(Permission.RAPID_REVIEW_READ)
@require_safe
def of_version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """What a version that was sent answers of the checklist."""
    found, content = _as_sent(request, reference, number)
    listed = _listed(content, found.content_hash)
    return render(request, _APPRAISAL, {**_of_version(request, found, reference), "found": listed})


@requires(Permission.RAPID_REVIEW_READ)
@require_safe
def text_of_version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The text of a version that was sent, with every passage in its place."""
    found, content = _as_sent(request, reference, number)
    marked = _marked(content, found.content_hash)
    return render(request, _TEXT, {**_of_version(request, found, reference), "text": marked})


def _listed(content: ReviewContent, digest: str, *, is_written: bool = False) -> str:
    def made() -> str:
        shown = appraisal_of(content, digest, is_written=is_written)
        return render_to_string("rapid_reviews/appraising/_found.html", {"appraisal": shown})

    return kept(f"list:{is_written}", content, made)


def _marked(content: ReviewContent, digest: str) -> str:
    def made() -> str:
        return render_to_string("rapid_reviews/appraising/_marked.html", {"text": text_of(content, digest)})

    return kept("text", content, made)


def _as_it_stands(request: HttpRequest, reference: str) -> tuple[RapidReview, ReviewContent, str]:
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_DRAFT)
    writing.note_text_opened(by=person, review=review, what="appraisal")
    rows = rows_of(review)
    return review, content_of(review, rows=rows), rows.digest


def _draft_frame(review: RapidReview) -> object:
    return frame(review, "review_appraisal", timezone.localdate())


def _as_sent(request: HttpRequest, reference: str, number: int) -> tuple[Version, ReviewContent]:
    person = person_of(request)
    found = versions.version(person, reference, number)
    deciding.note_version_opened(by=person, version=found, what="an appraisal")
    content = content_in(found)
    if content is None:
        raise Hidden("version", str(number), case=reference)
    return found, content


def _of_version(request: HttpRequest, found: Version, reference: str) -> dict[str, object]:
    review = queries.review(person_of(request), reference)
    return {"frame": frame(review, "review_versions", timezone.localdate()), "version": found}
