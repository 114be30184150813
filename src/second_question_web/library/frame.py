"""What every page of the library has around it: its parts, narrowed to what the reader may open."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from second_question.rules.access import Permission


@dataclass(frozen=True)
class Part:
    """A part of the library. No permission listed means everybody; `signed_in` that an account is needed."""

    text: str
    name: str
    permissions: tuple[Permission, ...] = ()
    signed_in: bool = False


PARTS = (
    Part("About reviews", "library"),
    Part("Search", "library_search"),
    Part("Browse", "library_browse"),
    Part("Newly published", "library_new"),
    Part("Saved searches", "library_saved", signed_in=True),
    Part("Deposits", "library_deposits", (Permission.LIBRARY_DEPOSIT,)),
)


def parts_for(request: HttpRequest) -> list[dict[str, object]]:
    """The parts for whoever asks, with the one that is open marked."""
    here = request.resolver_match.view_name if request.resolver_match else ""
    return [
        {"text": part.text, "href": reverse(part.name), "active": part.name == here}
        for part in PARTS
        if _is_open(part, request)
    ]


def _is_open(part: Part, request: HttpRequest) -> bool:
    if not (part.signed_in or part.permissions):
        return True
    return request.user.is_authenticated and (not part.permissions or any(map(request.user.may, part.permissions)))
