"""What was read of a file, before it is taken in: what would go where, how sure the reading is, and ticks to leave some out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.importing import actions
from second_question_web.rapid_reviews.importing.planning import plan
from second_question_web.rapid_reviews.importing.queries import imported_file
from second_question_web.rapid_reviews.importing.reading import Reading
from second_question_web.rapid_reviews.importing.shown import scans, shown
from second_question_web.rapid_reviews.models import ImportedFile, RapidReview
from second_question_web.rapid_reviews.records import form_of
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.ui.filters import plural
from second_question_web.ui.gate import requires


@requires(Permission.RAPID_REVIEW_WRITE)
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, reference: str, imported: int) -> HttpResponse:
    """Shown, and taken in. A file that was taken in already leads to the passages that are left of it."""
    person = person_of(request)
    review = queries.review(person, reference, Permission.RAPID_REVIEW_WRITE)
    found = imported_file(review, imported)
    if request.method == "POST":
        return _take(request, reference, found)
    if found.taken_at:
        return redirect("review_unplaced", reference)
    actions.note_import_opened(by=person, review=review, what="reading of a file")
    return _page(request, review, found)


def _take(request: HttpRequest, reference: str, found: ImportedFile) -> HttpResponse:
    take = {int(index) for index in request.POST.getlist("take") if index.isdigit()}
    try:
        done = actions.import_review_file(imported=found, by=person_of(request), take=take, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
        return redirect("review_import", reference)
    left = done.unplaced.count()
    rest = f" {plural(left, 'passage')} could not be placed: they wait for you here." if left else ""
    messages.success(request, f"{plural(done.placed, 'answer')} came into the review.{rest}")
    return redirect("review_unplaced" if left else "review_import", reference)


def _page(request: HttpRequest, review: RapidReview, found: ImportedFile) -> HttpResponse:
    reading = Reading.from_json(found.reading)
    records = shown(plan(review, form_of(review), reading))
    facts = {
        "frame": frame(review, "review_import", timezone.localdate()),
        "imported": found,
        "records": records,
        "takeable": sum(record.takeable for record in records),
        "passages": reading.passages,
        "scans": scans(reading),
        "writable": is_writable(review),
    }
    return render(request, "rapid_reviews/importing/check.html", facts)
