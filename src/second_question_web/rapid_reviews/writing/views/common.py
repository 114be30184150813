"""What the pages of a section share."""

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone

from second_question_web.incidents import queries as incidents
from second_question_web.incidents.actions import drop_draft_text, keep_draft_text
from second_question_web.incidents.models import DraftText
from second_question_web.incidents.views.common import person_of
from second_question_web.rapid_reviews.frame import frame
from second_question_web.rapid_reviews.writing import queries
from second_question_web.rapid_reviews.writing.section_pages import SectionPage, address_of


def around(request: HttpRequest, page: SectionPage) -> dict[str, object]:
    """What every page of a section has: who wrote what, comments, the addresses around it."""
    comments = [] if page.is_new else queries.comments_on(page.review, page.section, page.place)
    return {
        "frame": frame(page.review, "", timezone.localdate()),
        "page": page,
        "writers": queries.last_writers(page.record),
        "comments": comments,
        "open_comments": sum(thread.is_open for thread in comments),
        "may_comment": not page.is_new and queries.may_comment(page.review),
        "here": request.path,
        "list_address": address_of(page.reference, page.sections_alike[0]) if page.kind.repeated else "",
    }


def keep_address(page: SectionPage, name: str = "keep") -> str:
    """Where what is typed on a page is kept, or with "drop" thrown away."""
    if page.is_new:
        return reverse(f"review_{name}_new", args=[page.reference, page.section.record.replace("_", "-")])
    return address_of(page.reference, page.section, page.place, f"review_{name}")


def keep_typed(request: HttpRequest, page: SectionPage) -> None:
    """Keeps the fields of a page as they were sent, unless the same was saved meanwhile.

    Raises:
        ValueError: it is larger than any page of ours.
    """
    version = version_of(request)
    keep_draft_text(
        by=person_of(request),
        page=page.draft_page,
        fields={name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"},
        version=version,
        now=timezone.now(),
        case=page.reference,
        is_saved=lambda: page.is_saved(request.POST, version),
    )


def drop_typed(request: HttpRequest, page: SectionPage) -> None:
    """Throws away what this person typed on a page and did not save."""
    drop_draft_text(by=person_of(request), page=page.draft_page, case=page.reference)


def typed_earlier(request: HttpRequest, page: SectionPage) -> tuple[DraftText | None, QueryDict]:
    """What this person typed here and did not save, and its fields."""
    draft = incidents.draft_text(person_of(request), page.draft_page)
    fields = QueryDict(mutable=True)
    for name, values in (draft.fields if draft else {}).items():
        fields.setlist(name, values)
    return draft, fields


def version_of(request: HttpRequest) -> int:
    """The version of the record when the page was opened; 0 when the form does not say."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def back_address(request: HttpRequest, page_of_review: str) -> str:
    """Where the form says that it was, if that is a page of this review."""
    back = request.POST.get("back", "")
    return back if back.startswith(page_of_review) else page_of_review
