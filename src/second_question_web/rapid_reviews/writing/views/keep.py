"""What is typed on a section's page is kept while typing, and can be thrown away again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.writing.section_pages import SectionPage, new_page, section_page
from second_question_web.rapid_reviews.writing.views.common import back_address, drop_typed, keep_typed
from second_question_web.ui.gate import requires

WRITE = Permission.RAPID_REVIEW_WRITE


@requires(WRITE)
@require_POST
def keep(request: HttpRequest, reference: str, slug: str, place: int = 0) -> HttpResponse:
    """Keeps the fields of a section; the script of the page calls it, so a refusal is in plain words."""
    return _keep(request, section_page(person_of(request), reference, slug, place, WRITE))


@requires(WRITE)
@require_POST
def keep_new(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """The same for a record that is not there yet."""
    return _keep(request, new_page(person_of(request), reference, kind))


@requires(WRITE)
@require_POST
def drop(request: HttpRequest, reference: str, slug: str, place: int = 0) -> HttpResponse:
    """Throws away what was typed and not saved, and shows the section as it is recorded."""
    return _drop(request, section_page(person_of(request), reference, slug, place, WRITE))


@requires(WRITE)
@require_POST
def drop_new(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """The same for a record that is not there yet."""
    return _drop(request, new_page(person_of(request), reference, kind))


def _keep(request: HttpRequest, page: SectionPage) -> HttpResponse:
    """Kept whatever state the review or the record is in: nothing that was typed is lost."""
    try:
        keep_typed(request, page)
    except ValueError as refused:
        return HttpResponse(f"{refused}.", status=409, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


def _drop(request: HttpRequest, page: SectionPage) -> HttpResponse:
    drop_typed(request, page)
    return redirect(back_address(request, reverse("rapid_review", args=[page.reference])))
