"""Browsing: what the library holds, by subject, theme, region, age, kind and year."""

from dataclasses import replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from second_question.library.filing import YEAR
from second_question.library.index import NoIndex
from second_question.library.searching import Asked
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.library.frame import parts_for
from second_question_web.library.names import themes
from second_question_web.library.searching.facets import LABELS, Facet, Value, label_of, ordered
from second_question_web.library.searching.queries import counts_of
from second_question_web.library.searching.results import line, results
from second_question_web.library.searching.subjects import subjects
from second_question_web.ui.gate import public

ORDER = ("theme", "region", "age", "kind", YEAR, "nation")
A_PAGE, MOST, PASSAGES = 20, 1_000, 5


@public
@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """Everything by which documents are filed, with how many there are."""
    counts = counts_of(library(), access_of(request.user), {})
    groups = [_group(name, counts[name]) for name in ORDER if counts[name]]
    shown = {"groups": groups, "subjects": subjects().values(), "parts": parts_for(request)}
    return render(request, "library/searching/browse.html", shown)


@public
@require_safe
def subject(request: HttpRequest, subject: str) -> HttpResponse:
    """The documents of one subject, the newest first, below passages that speak of it most."""
    about = subjects().get(subject)
    if about is None:
        raise Http404("no such subject")
    opened, access = library(), access_of(request.user)
    asked = Asked(about.asked, access, limit=PASSAGES, counts=False, vocabulary=False, spelling=False, relaxed=False)
    try:
        found, documents = opened.search(asked), opened.matching(replace(asked), MOST)
    except NoIndex:
        found, documents = None, []
    page = Paginator(documents, A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "subject": about,
        "is_ready": found is not None,
        "page": page,
        "lines": [line(one, access) for one in page],
        "results": results(found, request.GET, access) if found and page.number == 1 else [],
        "search": f"{reverse('library_search')}?{urlencode({'q': about.asked, 'as_written': 1})}",
        "parts": parts_for(request),
    }
    return render(request, "library/searching/subject.html", shown)


def _group(name: str, counts: dict[str, int]) -> Facet:
    values = ordered(name, counts)
    if name == "theme":
        known = list(themes())
        values = sorted(
            values, key=lambda one: next(at for at, code in enumerate([*known, one]) if _is_under(code, one))
        )
    shown = [
        Value(
            value,
            label_of(name, value),
            counts[value],
            False,
            "",
            f"{reverse('library_search')}?{urlencode({name: value})}",
        )
        for value in values
    ]
    return Facet(name, LABELS[name], True, tuple(shown), ())


def _is_under(code: str, theme: str) -> bool:
    """Whether a code is the theme or belongs to it: a group stands before what is in it."""
    return code == theme or code.startswith(f"{theme}.")
