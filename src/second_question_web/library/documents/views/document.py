"""The page of a document: what is known of it, and its text beside the original."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from second_question.library.describing import Described, described
from second_question.library.entry import PUBLIC
from second_question_web.library.documents import actions, queries
from second_question_web.library.documents.citing import citation
from second_question_web.library.documents.facts import facts_of
from second_question_web.library.documents.queries import Opened, Original
from second_question_web.library.documents.reading import contents_of, pages_of, place_from
from second_question_web.library.documents.told import Mentioned, meta, themes_in, tops
from second_question_web.library.feeds.addresses import address_of
from second_question_web.library.frame import parts_for
from second_question_web.library.searching.results import line
from second_question_web.people.models import Person
from second_question_web.ui.gate import public


@public
@require_safe
def show(request: HttpRequest, key: str) -> HttpResponse:
    """Everything that the asker may see of it."""
    opened = queries.document(request.user, key)
    if opened.is_restricted and isinstance(request.user, Person):
        actions.note_opened(by=request.user, key=key, now=timezone.now())
    about = described(opened.library.store, [opened.document], opened.access)[0]
    original = queries.original_of(opened)
    shown = {**_record(opened, about, original), **_text(opened, request.GET.get("from", ""), original)}
    response = render(request, "library/documents/document.html", {"parts": parts_for(request), **shown})
    if opened.is_restricted:
        add_never_cache_headers(response)
    return response


def _record(opened: Opened, about: Described, original: Original | None) -> dict[str, Any]:
    related = queries.related(opened)
    return {
        "document": opened.document,
        "line": line(opened.document, opened.access),
        "deposit": opened.deposit,
        "may_read": opened.may_read,
        "is_public": opened.document.visibility == PUBLIC,
        "about": about,
        "address": address_of(opened.document.key),
        "citation": citation(about),
        "facts": facts_of(opened, about),
        "meta": meta(about, has_pdf=original is not None and original.is_pdf),
        "newer": [line(one, opened.access) for one in related.newer],
        "earlier": [line(one, opened.access) for one in related.earlier],
        "copies": [line(one, opened.access) for one in related.copies],
        "original": original,
    }


def _text(opened: Opened, place: str, original: Original | None) -> dict[str, Any]:
    """What comes from the text: nothing where it may not be seen."""
    document, store = opened.document, opened.library.store
    empty: dict[str, Any] = dict.fromkeys(("contents", "recommendations", "themes", "pages"), ())
    if not opened.may_read or document.is_record:
        return {**empty, "has_pictures": False}
    passages, text = store.passages_of(document.id), store.text_of(document.id)
    pages = pages_of(text, passages, place_from(place, text))
    return {
        "contents": contents_of(passages),
        "recommendations": tops(
            Mentioned(one.number, said, one.page, one.start, one.end)
            for one, said in store.recommendations_of(document.id)
        ),
        "themes": themes_in(passages),
        "pages": pages,
        "has_pictures": original is not None and original.is_pdf,
    }
