"""Resources for those who commission and conduct reviews: template, checklists and guides. For everybody."""

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from second_question.exchange.review import blank_pdf, blank_word
from second_question.exchange.review.sections import is_because
from second_question.rules.checklist_grades import GRADES
from second_question.rules.checklists import CHECKLISTS
from second_question.rules.template.parts import OF_AN_AGENCY, PARTS, RAPID_REVIEW_2021, record_kind
from second_question_web.library.frame import parts_for
from second_question_web.library.front.told import COMMISSION, CONDUCT, guides
from second_question_web.ui.gate import public

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRITERS = {"docx": (blank_word, WORD), "pdf": (blank_pdf, "application/pdf")}
LISTS = {one.id.partition("/")[0]: one for one in CHECKLISTS}
"""The checklists by the kind of review that they are for."""


@public
@require_safe
def resources(request: HttpRequest) -> HttpResponse:
    """What there is, by who needs it."""
    shown = {
        "parts": parts_for(request),
        "groups": [
            ("If you commission a review", [one for one in guides().values() if one.group == COMMISSION]),
            ("If you conduct a review", [one for one in guides().values() if one.group == CONDUCT]),
        ],
        "checklists": LISTS,
    }
    return render(request, "library/front/resources.html", shown)


@public
@require_safe
def guide(request: HttpRequest, guide: str) -> HttpResponse:
    """A guide, each point with its source."""
    found = guides().get(guide)
    if found is None:
        raise Http404("no such guide")
    return render(request, "library/front/guide.html", {"parts": parts_for(request), "guide": found})


@public
@require_safe
def checklist(request: HttpRequest, kind: str) -> HttpResponse:
    """A checklist for finished reviews, with the question to ask where something is missing."""
    found = LISTS.get(kind)
    if found is None:
        raise Http404("no such checklist")
    shown = {"parts": parts_for(request), "checklist": found, "grades": GRADES}
    return render(request, "library/front/checklist.html", shown)


@public
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """What a rapid review asks, part by part."""
    kinds = {section.record: record_kind(section.record) for part in PARTS for section in part.sections}
    shown = {
        "parts": parts_for(request),
        "template": PARTS,
        "kinds": kinds,
        "of_an_agency": OF_AN_AGENCY,
        "is_because": is_because,
    }
    return render(request, "library/front/template.html", shown)


@public
@require_safe
def blank_form(request: HttpRequest, ending: str) -> HttpResponse:
    """The template as an empty form."""
    if ending not in WRITERS:
        raise Http404("no such form")
    response = HttpResponse(_written(ending), content_type=WRITERS[ending][1])
    response["Content-Disposition"] = f'attachment; filename="rapid-review-blank.{ending}"'
    return response


@cache
def _written(ending: str) -> bytes:
    """Once in a process: anybody may ask for it, as often as they like."""
    return WRITERS[ending][0](RAPID_REVIEW_2021)
