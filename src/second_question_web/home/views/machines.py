"""Pages that programs read: whether the service is well, what robots may read, the little picture."""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from second_question_web.ui.gate import public

ROBOTS = (
    "Disallow: /library/deposits/",
    "Disallow: /library/saved/",
    "Disallow: /library/search",
    "Disallow: /library/oai",
    "Allow: /library/",
    "Allow: /sitemap.xml",
    "Disallow: /",
)
"""What robots may read. Results of searches would be endless; what needs an account leads them nowhere.

From the narrowest to the widest: some robots follow the first line that fits, others the longest (RFC 9309).
"""


@public
@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 when the database answers, 503 when it does not; no details."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("not well\n", content_type="text/plain", status=503)
    return HttpResponse("well\n", content_type="text/plain")


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines find the library's public pages, and nothing else."""
    sitemap = f"Sitemap: {settings.ADDRESS}{reverse('library_sitemap')}"
    return HttpResponse("\n".join(("User-agent: *", *ROBOTS, sitemap, "")), content_type="text/plain")


@public
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Programs that look for the picture at its old address find it."""
    return HttpResponseRedirect(static("second_question/favicon.svg"))
