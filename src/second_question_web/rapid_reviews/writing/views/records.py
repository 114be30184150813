"""The records of one kind on one page: who took part, the children, the moments; taken away, put back, taken over."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from second_question.rules.access import Permission
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews import queries as reviews
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.writing import actions, queries
from second_question_web.rapid_reviews.writing.record_names import name_of, with_article
from second_question_web.rapid_reviews.writing.records_table import columns_of, row_of
from second_question_web.rapid_reviews.writing.section_pages import (
    SectionPage,
    address_of,
    next_section,
    record_page,
)
from second_question_web.rapid_reviews.writing.views.common import back_address
from second_question_web.ui.gate import requires

WRITE = Permission.RAPID_REVIEW_WRITE


def records_page(request: HttpRequest, page: SectionPage) -> HttpResponse:
    """The list of the records that a section is about."""
    actions.note_text_opened(by=person_of(request), review=page.review, what=page.section.title)
    comments = queries.open_comments_by_place(page.review, page.sections_alike)
    every = queries.records(page.review, page.kind.id)
    after = next_section(page)
    facts = {
        "frame": frame(page.review, "", timezone.localdate()),
        "page": page,
        "columns": columns_of(page),
        "rows": [row_of(page, one, comments.get(one.place, 0)) for one in every if not one.removed_at],
        "removed": [(name_of(one), one.place) for one in every if one.removed_at],
        "add": f"Add {with_article(page.kind.one)}",
        "next": (after.title, address_of(page.reference, after)) if after else None,
        "here": request.path,
    }
    return render(request, "rapid_reviews/writing/records.html", facts)


@requires(WRITE)
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, reference: str, kind: str, place: int) -> HttpResponse:
    """Asks, then takes a record out of the review."""
    person = person_of(request)
    page = record_page(person, reference, kind, place)
    back = address_of(reference, page.section)
    if request.method == "POST":
        _do(request, actions.remove_record, page, f"“{page.about}” was taken out of the review. It can be put back.")
        return redirect(back)
    actions.note_text_opened(by=person, review=page.review, what=f"taking away {page.kind.one} {place}")
    facts = {"frame": frame(page.review, "", timezone.localdate()), "name": page.about, "back": back}
    return render(request, "rapid_reviews/writing/remove.html", facts)


@requires(WRITE)
@require_POST
def put_back(request: HttpRequest, reference: str, kind: str, place: int) -> HttpResponse:
    """Puts a record back that was taken away."""
    page = record_page(person_of(request), reference, kind, place)
    _do(request, actions.put_back, page, f"“{page.about}” was put back.")
    wanted = back_address(request, reverse("rapid_review", args=[reference]))
    return redirect(wanted if "back" in request.POST else address_of(reference, page.section))


@requires(WRITE)
@require_POST
def take_over(request: HttpRequest, reference: str) -> HttpResponse:
    """Takes over what the notification says by now."""
    person = person_of(request)
    review = reviews.review(person, reference, WRITE)
    try:
        filled = actions.take_over(by=person, review=review, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
    else:
        words = f"{filled} answers were" if filled > 1 else "One answer was" if filled else "Nothing new was"
        messages.success(request, f"{words} taken over from the notification.")
    return redirect(back_address(request, reverse("rapid_review", args=[reference])))


def _do(request: HttpRequest, action: Callable[..., None], page: SectionPage, done: str) -> None:
    kind, place = page.section.record, page.place
    try:
        action(by=person_of(request), review=page.review, kind=kind, place=place, now=timezone.now())
    except NotNow as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, done)
