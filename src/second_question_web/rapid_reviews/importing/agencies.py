"""The agencies whose summaries a file holds: a member of the partnership that was not asked here gets a request that is
answered already. Anybody else's words are placed by hand: what an agency was asked for is its own to write.
"""

from datetime import datetime
from functools import cached_property

from django.db.models import Max
from django.utils.timezone import localdate

from second_question.rules.workflow import AGENCY_REQUEST, AgencyRequestState
from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.models import Organisation
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview
from second_question_web.trail.actions import Actor


class Agencies:
    """The partnership's agencies by name, for one review."""

    def __init__(self, review: RapidReview) -> None:
        self._review = review

    def free(self, name: str) -> Organisation | None:
        """The agency of that name, if it is one of the partnership's and there is no request to it yet."""
        found = self._members.get(_plain(name))
        return found if found and found.pk not in self._asked else None

    @cached_property
    def _members(self) -> dict[str, Organisation]:
        area = self._review.notification.partnership
        members = partnerships.members(area, localdate()) if area else ()
        return {_plain(member.organisation.name): member.organisation for member in members}

    @cached_property
    def _asked(self) -> frozenset[int]:
        asked = AgencyRequest.objects.filter(review=self._review).exclude(state=AgencyRequestState.WITHDRAWN)
        return frozenset(asked.values_list("organisation", flat=True))


def answered_request(review: RapidReview, agency: Organisation, *, by: Actor, now: datetime) -> AgencyRequest:
    """Part of an action: a request to an agency whose summary came with a file. Nobody is written to; nobody has signed."""
    last: int | None = AgencyRequest.objects.filter(review=review).aggregate(last=Max("number"))["last"]
    area = review.notification.partnership
    if area is None:
        raise ValueError("only a partnership has agencies")
    made = AgencyRequest(review=review, organisation=agency, partnership=area, number=(last or 0) + 1)
    made.state = AGENCY_REQUEST.take("give_back", made.state)
    made.asked_at = made.begun_at = made.returned_at = now
    made.asked_by = made.returned_by = by.trail_name
    made.due_on = localdate(now)
    made.save()
    return made


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())
