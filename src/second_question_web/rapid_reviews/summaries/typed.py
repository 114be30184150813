"""What somebody of an agency has typed on a page and not saved yet: kept while typing, and found again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from second_question_web.incidents.actions import drafts

if TYPE_CHECKING:
    from second_question_web.rapid_reviews.summaries.guests import Contributor

SUMMARY, EPISODE = "agency_summary", "agency_episode"
PAGES = {"summary_write": SUMMARY, "summary_episode": EPISODE, "summary_episode_add": EPISODE}
"""The pages on which something is typed, by the names of their addresses, with the section that they show."""
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105  the name of a field
_MOST_DIGITS = 9


def page_of(reference: str, number: int, section: str, place: int) -> str:
    """The name under which what is typed on a page is kept. An episode that is not there yet has place 0."""
    return f"{reference}/summary {number}/{section}/{place}"


def place_of(section: str, place: int | None) -> int:
    """The place of the record that a page is about: there is one summary, and any number of episodes."""
    return 1 if section == SUMMARY else place or 0


def fields_of(request: HttpRequest) -> dict[str, list[str]]:
    """What was sent, as it is kept."""
    return {name: [str(value) for value in values] for name, values in request.POST.lists() if name != _TOKEN}


def version_of(request: HttpRequest) -> int:
    """The version of the record over which it was typed; 0 for one that is not there yet."""
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdigit() and len(sent) <= _MOST_DIGITS else 0


def keep_what_was_sent(request: HttpRequest, by: "Contributor", kwargs: Mapping[str, Any]) -> None:
    """Keeps what a page of questions sent when it cannot be saved; from any other page there is nothing to keep."""
    section = PAGES.get(request.resolver_match.url_name or "") if request.resolver_match else None
    if request.method != "POST" or section is None:
        return
    reference, number = kwargs["reference"], kwargs["number"]
    drafts.keep_draft_text(
        by=by,
        page=page_of(reference, number, section, place_of(section, kwargs.get("place"))),
        fields=fields_of(request),
        version=version_of(request),
        now=timezone.now(),
        case=reference,
    )
