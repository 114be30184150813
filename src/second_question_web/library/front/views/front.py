"""The front of the library: how reviews work, what is here, and the ways into it. For everybody."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from second_question.library.filing import THEME
from second_question.rules.rulesets import ruleset_on
from second_question_web.library.access import access_of
from second_question_web.library.collection import library
from second_question_web.library.frame import parts_for
from second_question_web.library.front import queries
from second_question_web.library.front.studies import Study, studies
from second_question_web.library.front.told import stages
from second_question_web.library.names import kind_name
from second_question_web.library.searching.queries import counts_of
from second_question_web.library.searching.subjects import subjects
from second_question_web.ui.gate import public

NEW, TOLD = 4, 6


@public
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Where the library begins. What is counted and listed is what the asker may see."""
    today = localdate()
    counts = counts_of(library(), access_of(request.user), {})
    shown = {
        "parts": parts_for(request),
        "stages": stages(),
        "today": today,
        "guidance": ruleset_on(today).title,
        "kinds": [(kind, kind_name(kind), number) for kind, number in counts["kind"].items()],
        "total": sum(counts["kind"].values()),
        "subjects": subjects().values(),
        "studies": _most_told(counts[THEME]),
        "newest": queries.newest(request.user, NEW),
    }
    return render(request, "library/front/front.html", shown)


def _most_told(counts: Mapping[str, int]) -> list[tuple[Study, int]]:
    """The themes that most documents speak of."""
    return [(studies()[code], number) for code, number in counts.items() if code in studies()][:TOLD]
