"""What was sent to the Panel: the versions, each as it was, its documents, and what changed between two."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.exchange.review.composing import composed
from second_question.rules.access import Permission
from second_question.rules.template.content import ReviewContent
from second_question_web.files import actions as files
from second_question_web.files.errors import CannotBeOpened
from second_question_web.files.models import StoredFile
from second_question_web.files.serving import as_download
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.deciding import actions, queries
from second_question_web.rapid_reviews.deciding.comparing import differences
from second_question_web.rapid_reviews.deciding.versions import content_in, is_intact
from second_question_web.rapid_reviews.deciding.views.common import VERSIONS, page
from second_question_web.rapid_reviews.models import RapidReview, Version
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires

_P = Permission


@requires(_P.RAPID_REVIEW_READ)
@require_safe
def versions(request: HttpRequest, reference: str) -> HttpResponse:
    """Every version that was sent."""
    review = _review(request, reference)
    actions.note_opened(by=person_of(request), review=review, what="the versions", permission=_P.RAPID_REVIEW_READ)
    return page(request, review, "versions", VERSIONS, {"versions": queries.versions_of(review)})


@requires(_P.RAPID_REVIEW_READ)
@require_safe
def version(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """One version exactly as it was sent."""
    found = _opened(request, reference, number, "a page")
    content = content_in(found)
    facts = {"version": found, "intact": is_intact(found), "paper": composed(content) if content else None}
    return page(request, _review(request, reference), "version", VERSIONS, facts)


@requires(_P.RAPID_REVIEW_SEND)
@require_safe
def sent(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """The receipt of a version: its number, its checksum, and what happens next."""
    found = _opened(request, reference, number, "a receipt")
    return page(request, _review(request, reference), "sent", VERSIONS, {"version": found})


@requires(_P.RAPID_REVIEW_READ)
@require_safe
def compare(request: HttpRequest, reference: str, number: int, since: int) -> HttpResponse:
    """What changed in a version since an earlier one, question by question."""
    person = person_of(request)
    before, after = (queries.version(person, reference, one) for one in sorted((since, number)))
    actions.note_version_opened(by=person, version=after, what=f"compared with version {before.number}")
    contents = [_content(before), _content(after)]
    facts = {"before": before, "after": after, "differences": differences(*contents)}
    return page(request, _review(request, reference), "compare", VERSIONS, facts)


@requires(_P.RAPID_REVIEW_READ)
@require_safe
def document(request: HttpRequest, reference: str, number: int, kind: str) -> HttpResponseBase:
    """A version as PDF, Word or JSON, as it was kept when it was sent."""
    found = _opened(request, reference, number, kind)
    if kind == "json":
        response = HttpResponse(found.content, content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="{reference}-rapid-review-version-{number}.json"'
        response["Cache-Control"] = "no-store, private"
        return response
    stored = {"pdf": found.pdf, "docx": found.word}.get(kind)
    if stored is None:
        raise Hidden("document", f"{reference}/{number}.{kind}", case=reference)
    return _download(request, stored)


def _download(request: HttpRequest, stored: StoredFile) -> HttpResponseBase:
    try:
        opened = files.open_file(by=person_of(request), stored=stored, now=timezone.now())
    except CannotBeOpened as refused:
        words = f"{refused} The version itself can be read on its page, and downloaded as JSON."
        return HttpResponse(words, status=409, content_type="text/plain; charset=utf-8")
    return as_download(stored, opened)


def _review(request: HttpRequest, reference: str) -> RapidReview:
    return reviews.review(person_of(request), reference, _P.RAPID_REVIEW_READ)


def _opened(request: HttpRequest, reference: str, number: int, what: str) -> Version:
    found = queries.version(person_of(request), reference, number)
    actions.note_version_opened(by=person_of(request), version=found, what=what)
    return found


def _content(version: Version) -> ReviewContent:
    found = content_in(version)
    if found is None:
        raise Hidden("version", str(version.number), case=version.review.notification.reference)
    return found
