"""What says the same as a document, and what was recommended then."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.library.access import Access
from second_question.library.index import NoIndex
from second_question.library.similar import Pair, Similar
from second_question_web.library.documents import actions, queries
from second_question_web.library.frame import parts_for
from second_question_web.library.names import theme_name
from second_question_web.library.searching.results import Line, line
from second_question_web.people.models import Person
from second_question_web.ui.gate import public

MOST = 10
LONGEST = 600


@dataclass(frozen=True)
class Alike:
    """A passage of theirs beside one of this document."""

    theirs: str
    yours: str
    page: int | None
    href: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A document that says the same; recommendations with where they stand."""

    line: Line
    alike: tuple[Alike, ...]
    recommendations: tuple[tuple[str, str], ...]


@public
@require_safe
def similar(request: HttpRequest, key: str) -> HttpResponse:
    """The nearest documents, each with the passages that show it."""
    opened = queries.text_of(request.user, key)
    if opened.is_restricted and isinstance(request.user, Person):
        actions.note_opened(by=request.user, key=key, now=timezone.now())
    try:
        found = opened.library.similar_to(opened.document, access=opened.access, limit=MOST)
    except NoIndex:
        found = None
    shown = {
        "parts": parts_for(request),
        "document": opened.document,
        "is_ready": found is not None,
        "found": [_shown(one, opened.access) for one in found or ()],
    }
    return render(request, "library/documents/similar.html", shown)


def _shown(one: Similar, access: Access) -> Shown:
    address = reverse("library_document", args=[one.document.key])
    recommended = tuple(
        (said, f"{address}?from={where.start}-{where.end}#found") for where, said in one.recommendations
    )
    return Shown(line(one.document, access), tuple(_alike(pair, address) for pair in one.because), recommended)


def _alike(pair: Pair, address: str) -> Alike:
    href = address if pair.start is None else f"{address}?from={pair.start}-{pair.end}#found"
    return Alike(_short(pair.theirs), _short(pair.yours), pair.page, href, tuple(map(theme_name, pair.themes)))


def _short(said: str) -> str:
    plain = " ".join(said.split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rpartition(" ")[0] + " …"
