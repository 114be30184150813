"""Where a person can go from any page: one table, narrowed to what the person may open."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from second_question.rules.access import Permission


@dataclass(frozen=True)
class Place:
    """An entry of the main navigation. No permission listed means everybody who is signed in; `public` everybody.

    `part` names pages that lie below another entry's address and belong to this one.
    """

    text: str
    name: str
    permissions: tuple[Permission, ...] = ()
    part: str = ""
    public: bool = False


PLACES = (
    Place("Home", "home"),
    Place("Panel inbox", "panel_inbox", (Permission.PANEL_INBOX,)),
    Place("Notifications", "register", (Permission.REGISTER_READ,)),
    Place("Rapid reviews", "rapid_reviews", (Permission.RAPID_REVIEW_READ,), "/rapid-review/"),
    Place("Referrals", "referrals", (Permission.REFERRAL_READ,)),
    Place("Agency summaries", "summaries", (Permission.SUMMARY_WRITE, Permission.SUMMARY_SIGN)),
    Place("Library", "library", public=True),
    Place("Partnerships", "partnerships", (Permission.PARTNERSHIP_READ,)),
    Place("People", "people", (Permission.PEOPLE_MANAGE,)),
    Place("Trail", "trail", (Permission.TRAIL_READ,)),
    Place("Jobs", "jobs", (Permission.JOBS_READ,)),
)


def navigation_for(request: HttpRequest) -> list[dict[str, object]]:
    """The entries for whoever asks, the one that the address lies under marked as active."""
    shown = [place for place in PLACES if _is_shown(place, request)]
    parts = [place for place in PLACES if place.part and place.part in request.path]
    here = parts or _above(request.path, shown)
    return [{"text": place.text, "href": reverse(place.name), "active": place in here} for place in shown]


def _is_shown(place: Place, request: HttpRequest) -> bool:
    if not request.user.is_authenticated:
        return place.public
    return not place.permissions or any(map(request.user.may, place.permissions))


def _above(path: str, places: Sequence[Place]) -> list[Place]:
    return [place for place in places if _is_under(path, reverse(place.name))]


def _is_under(path: str, address: str) -> bool:
    return path == address if address == "/" else path.startswith(address)
