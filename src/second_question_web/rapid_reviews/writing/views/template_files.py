"""What the template asks, its blank form on paper, and its JSON Schema."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.exchange.review import blank_pdf, blank_word, review_schema
from second_question.rules.access import Permission
from second_question.rules.template.parts import RAPID_REVIEW_2021
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.writing.template_files import (
    chosen_partnership,
    form_on,
    partnerships_of,
    parts_of,
)
from second_question_web.trail.refusals import Hidden
from second_question_web.ui.gate import requires

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRITERS = {"docx": (blank_word, WORD), "pdf": (blank_pdf, "application/pdf")}
READERS = (Permission.RAPID_REVIEW_READ, Permission.SUMMARY_WRITE, Permission.TEMPLATE_MANAGE)


@requires(*READERS)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """The template, part by part, with the questions that the person's partnership adds today."""
    person = person_of(request)
    partnership = chosen_partnership(person, request.GET.get("for", ""))
    facts = {
        "parts": parts_of(form_on(partnership, timezone.localdate())),
        "partnership": partnership,
        "partnerships": partnerships_of(person),
        "form_id": RAPID_REVIEW_2021.id,
        "may_manage": person.may(Permission.TEMPLATE_MANAGE),
    }
    return render(request, "rapid_reviews/writing/template.html", facts)


@requires(*READERS)
@require_safe
def blank(request: HttpRequest, ending: str) -> HttpResponse:
    """The template as an empty form to print or to fill in elsewhere."""
    if ending not in WRITERS:
        raise Hidden("blank form", ending[:10])
    writer, media_type = WRITERS[ending]
    partnership = chosen_partnership(person_of(request), request.GET.get("for", ""))
    document = writer(form_on(partnership, timezone.localdate()))
    return _download(document, media_type, f"rapid-review-blank.{ending}")


@requires(*READERS)
@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """The JSON Schema by which other systems send and receive a review."""
    text = json.dumps(review_schema(), ensure_ascii=False, indent=2)
    return _download(text.encode(), "application/schema+json", "rapid-review-2021.schema.json")


def _download(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
