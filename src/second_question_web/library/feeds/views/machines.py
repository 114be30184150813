"""What harvesters and search engines read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from lxml import etree

from second_question.library.access import EVERYBODY
from second_question.library.describing import described
from second_question_web.library.collection import library
from second_question_web.library.feeds.dublin_core import dublin_core
from second_question_web.library.feeds.oai.answers import answer
from second_question_web.library.feeds.sitemap import sitemap
from second_question_web.ui.gate import public

XML = "text/xml; charset=utf-8"


@csrf_exempt  # it changes nothing, and the protocol asks for POST from programs without a session
@public
@require_http_methods(["GET", "HEAD", "POST"])
def oai(request: HttpRequest) -> HttpResponse:
    """The six verbs of OAI-PMH."""
    said = request.POST if request.method == "POST" else request.GET
    return HttpResponse(answer(library(), said, timezone.now()), content_type=XML)


@public
@require_safe
def site(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """The sitemap, or one file of it."""
    text = sitemap(library(), number)
    if text is None:
        raise Http404("no such file of the sitemap")
    return HttpResponse(text, content_type="application/xml; charset=utf-8")


@public
@require_safe
def dublin_core_of(request: HttpRequest, key: str) -> HttpResponse:
    """One record in Dublin Core."""
    found = library().document(key, EVERYBODY)
    if found is None:
        raise Http404("no such document that everybody may see")
    made = dublin_core(described(library().store, [found], EVERYBODY)[0])
    return HttpResponse(etree.tostring(made, xml_declaration=True, encoding="UTF-8"), content_type=XML)
