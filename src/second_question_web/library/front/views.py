"""The front of the library: for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from second_question_web.library.frame import parts_for
from second_question_web.ui.gate import public


@public
@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Where the library begins."""
    return render(request, "library/front/front.html", {"parts": parts_for(request)})
