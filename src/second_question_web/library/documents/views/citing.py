"""A document for reference managers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from second_question.library.describing import Described, described
from second_question_web.library.documents import citing, queries
from second_question_web.ui.gate import public


@public
@require_safe
def ris(request: HttpRequest, key: str) -> HttpResponse:
    """As RIS."""
    return _file(citing.ris(_about(request, key)), "application/x-research-info-systems", f"{key}.ris")


@public
@require_safe
def bibtex(request: HttpRequest, key: str) -> HttpResponse:
    """As BibTeX."""
    return _file(citing.bibtex(_about(request, key)), "application/x-bibtex", f"{key}.bib")


def _about(request: HttpRequest, key: str) -> Described:
    opened = queries.document(request.user, key)
    return described(opened.library.store, [opened.document], opened.access)[0]


def _file(said: str, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(said, content_type=f"{media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
