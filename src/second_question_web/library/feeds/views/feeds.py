"""Atom, and the page that says what other programs can read here."""

from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from second_question.library.access import EVERYBODY
from second_question.library.harvesting import latest
from second_question_web.library.collection import library
from second_question_web.library.feeds import table
from second_question_web.library.feeds.addresses import whole
from second_question_web.library.feeds.asked import asked_from
from second_question_web.library.feeds.atom import ENTRIES, atom
from second_question_web.library.feeds.ready import when_ready
from second_question_web.library.frame import parts_for
from second_question_web.library.names import KINDS, region_names, themes
from second_question_web.ui.gate import public

ATOM = "application/atom+xml; charset=utf-8"


@public
@require_safe
@when_ready()
def feed(request: HttpRequest) -> HttpResponseBase:
    """The feed of a search; 304 for whoever has it already."""
    opened = library()
    response = HttpResponse(atom(opened, asked_from(request.GET, EVERYBODY)), content_type=ATOM)
    response["ETag"] = f'"{sha256(response.content).hexdigest()[:32]}"'
    response["Cache-Control"] = "public, max-age=900"
    changed = latest(opened.store)
    if changed is None:  # an empty library
        return response
    moment = int(datetime.fromisoformat(changed).timestamp())
    response["Last-Modified"] = http_date(moment)
    return get_conditional_response(request, response["ETag"], moment, response) or response


@public
@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    """Which feeds there are, and how other libraries harvest."""
    groups = {code: title for code, title in themes().items() if "." not in code}
    facts = {
        "parts": parts_for(request),
        "kinds": KINDS.items(),
        "regions": [(name, name) for name in region_names()],
        "themes": groups.items(),
        "entries": ENTRIES,
        "most": table.MOST,
        "whole": whole,
    }
    return render(request, "library/feeds/feeds.html", facts)
