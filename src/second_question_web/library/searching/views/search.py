"""The search page: whole, or only what changes while somebody types."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from second_question.library.access import Access
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.library.feeds.asked import AS_WRITTEN
from second_question_web.library.frame import parts_for
from second_question_web.library.searching.facets import chosen, facets
from second_question_web.library.searching.queries import Answer, answer
from second_question_web.library.searching.results import in_other_words, line, results
from second_question_web.library.searching.wanted import (
    A_PAGE,
    MOST_PAGES,
    Wanted,
    problem_with,
    tidied,
    wanted,
    with_value,
    without,
)
from second_question_web.ui.gate import public


@public
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Passages that answer a query, or documents where only filters are set."""
    problem, said = problem_with(request.GET), tidied(request.GET)
    is_part = "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
    if not problem and not is_part and said.urlencode() != request.GET.urlencode():
        return redirect(_address(said))
    access = access_of(request.user)
    shown = _shown(said, access, problem)
    page = "_found.html" if is_part else "search.html"
    response = render(request, f"library/searching/{page}", {"parts": parts_for(request), **shown})
    patch_vary_headers(response, ["HX-Request"])
    if is_part and not problem:
        response["HX-Replace-Url"] = _address(said)
    return response


def _address(said: QueryDict) -> str:
    return f"{reverse('library_search')}?{said.urlencode()}" if said else reverse("library_search")


def _shown(said: QueryDict, access: Access, problem: str) -> Mapping[str, Any]:
    if problem:
        said.pop("year", None)
    opened = library()
    asked = wanted(said, access, opened)
    found = answer(opened, asked)
    if 0 < found.pages < asked.page:
        asked = asked.on_page(found.pages)
        found = answer(opened, asked)
    return {
        "said": said,
        "wanted": asked,
        "problem": problem,
        "answer": found,
        "results": results(found.found, said, access) if found.found else [],
        "also": in_other_words(found.found, said, access) if found.found else [],
        "lines": [line(one, access) for one in found.listed.documents] if found.listed else [],
        "facets": facets(found.counts, asked, said),
        "chosen": chosen(asked, said),
        "page": _page(found, asked),
        "only_as_written": with_value(said, AS_WRITTEN, "1"),
        "with_help": without(said, AS_WRITTEN, said.get(AS_WRITTEN, "")),
    }


def _page(found: Answer, asked: Wanted) -> Any:
    """The page of a list of which only the length is known."""
    paginator = Paginator(range(min(found.total, MOST_PAGES * A_PAGE)), A_PAGE)
    return paginator.get_page(asked.page)
