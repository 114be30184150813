"""The original of a document: its file, and its pages as pictures."""

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from second_question_web.files.errors import CannotBeOpened
from second_question_web.library.documents import actions, queries
from second_question_web.library.documents.pictures import picture_of
from second_question_web.library.documents.queries import LONGEST_NAME, Opened, Original
from second_question_web.people.models import Person
from second_question_web.ui.gate import public

AN_HOUR = 3600


@public
@require_safe
def original(request: HttpRequest, key: str) -> HttpResponse:
    """The file, to be kept by the reader."""
    opened, found = _original(request, key)
    try:
        data = found.data()
    except CannotBeOpened:
        raise Http404("the file is lost or closed") from None
    if opened.is_restricted and isinstance(request.user, Person):
        actions.note_file_taken(by=request.user, key=key, now=timezone.now())
    response = HttpResponse(data, content_type=found.media_type)
    name = slugify(opened.document.title)[:LONGEST_NAME].strip("-") or key
    response["Content-Disposition"] = f'attachment; filename="{name}{found.ending}"'
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return _kept_for(response, opened)


@public
@require_safe
def page(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """A page of a PDF as it looks."""
    opened, found = _original(request, key)
    if not found.is_pdf or not 1 <= number <= opened.document.pages:
        raise Http404("no such page")
    if opened.is_restricted and isinstance(request.user, Person):
        _note_once(request.user, key)
    picture = picture_of(opened, found, number)
    if picture is None:
        raise Http404("this page cannot be drawn")
    return _kept_for(HttpResponse(picture, content_type="image/png"), opened)


def _note_once(person: Person, key: str) -> None:
    """A document that is read has many pages: it is noted once an hour that somebody looks at them."""
    if caches["default"].add(f"library-pages-{person.pk}-{key}", 1, AN_HOUR):
        actions.note_opened(by=person, key=key, now=timezone.now())


def _original(request: HttpRequest, key: str) -> tuple[Opened, Original]:
    opened = queries.text_of(request.user, key)
    found = queries.original_of(opened)
    if found is None:
        raise Http404("the file is not here")
    return opened, found


def _kept_for(response: HttpResponse, opened: Opened) -> HttpResponse:
    """What everybody may see can be kept by browsers for an hour; anything else by nobody."""
    response["Cache-Control"] = "no-store, private" if opened.is_restricted else f"public, max-age={AN_HOUR}"
    response["X-Content-Type-Options"] = "nosniff"
    return response
