"""Case studies by theme: made from the library, for whoever asks."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from second_question.library.filing import THEME
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.library.frame import parts_for
from second_question_web.library.front import queries
from second_question_web.library.front.studies import Study, of_subjects, of_themes, studies
from second_question_web.library.searching.facets import LABELS, label_of, ordered
from second_question_web.library.searching.queries import Counts, counts_of
from second_question_web.library.searching.results import results
from second_question_web.ui.gate import public

WHERE = ("kind", "age")
TOGETHER = 5


@public
@require_safe
def list_of_studies(request: HttpRequest) -> HttpResponse:
    """Every theme with the number of documents that speak of it."""
    shown = {
        "parts": parts_for(request),
        "subjects": of_subjects(),
        "themes": of_themes(),
        "counts": counts_of(library(), access_of(request.user), {})[THEME],
    }
    return render(request, "library/front/studies.html", shown)


@public
@require_safe
def study(request: HttpRequest, theme: str) -> HttpResponse:
    """What the reviews of the library say about a theme, and what they recommended."""
    about = studies().get(theme)
    if about is None:
        raise Http404("no such theme")
    opened, access = library(), access_of(request.user)
    told = queries.told(opened, access, about)
    shown = {
        "parts": parts_for(request),
        "study": about,
        "told": told,
        "parent": studies().get(about.parent),
        "results": results(told.found, request.GET, access) if told.found else [],
        "where": [(LABELS[name], _values(name, told.counts, about)) for name in WHERE if told.counts.get(name)],
        "together": _together(about, told.counts),
        "everything": _search(about),
    }
    return render(request, "library/front/study.html", shown)


def _search(about: Study, **filters: str) -> str:
    asked = {THEME: about.theme, **filters} if about.theme else {"q": about.asked, "as_written": "1", **filters}
    return f"{reverse('library_search')}?{urlencode(asked)}"


def _values(name: str, counts: Counts, about: Study) -> list[tuple[str, int, str]]:
    """Each value as it is written, with how many documents have it, and the search for them."""
    values = counts[name]
    return [(label_of(name, one), values[one], _search(about, **{name: one})) for one in ordered(name, values)]


def _together(about: Study, counts: Counts) -> list[tuple[Study, int]]:
    """Other themes of the same documents, the most frequent first."""
    others = [(studies()[code], number) for code, number in counts.get(THEME, {}).items() if code in studies()]
    apart = [(one, number) for one, number in others if one.id not in (about.id, about.parent)]
    return [(one, number) for one, number in apart if one.parent != about.id][:TOGETHER]
