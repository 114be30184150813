"""Who is proposed for the list of a meeting, and the agenda that is proposed: from what the review holds by now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from second_question.rules.workflow import AgencyRequestState
from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.models import MemberPart, Partnership
from second_question_web.people import queries as people
from second_question_web.rapid_reviews.meetings.actions.people import Invited
from second_question_web.rapid_reviews.meetings.agenda import proposed_agenda
from second_question_web.rapid_reviews.models import AgencyRequest, Attendance, Meeting, RapidReview
from second_question_web.rapid_reviews.records import GIVEN_BACK, as_content, form_of, records_of

PARTNER = "safeguarding_partner"
DECIDES, CONTRIBUTES = "decides", "contributes"
WAITED_FOR = (AgencyRequestState.ASKED, AgencyRequestState.STARTED)


@dataclass(frozen=True)
class Proposed:
    """People who can be invited with one tick, and organisations of which nobody is known by name yet."""

    people: list[Invited]
    nameless: list[Invited]


def agenda_for(review: RapidReview) -> str:
    """The agenda for a meeting about the review as it is now; three queries."""
    form = form_of(review)
    waiting = AgencyRequest.objects.filter(review=review, state__in=WAITED_FOR).order_by("number")
    names = list(waiting.values_list("organisation__name", flat=True))
    return proposed_agenda(form, as_content(form, records_of(review)), names)


def proposed(meeting: Meeting, on: date) -> Proposed:
    """Who took part in earlier meetings, the safeguarding partners of every area that takes part, and the agencies that
    gave back a summary; without those who are on the list already."""
    there = list(meeting.attendances.all())
    taken = {Invited(name=one.name, organisation=one.organisation).key for one in there}
    found: dict[tuple[str, str], Invited] = {}
    for one in (*_earlier(meeting), *_partners(meeting, on), *_agencies(meeting)):
        found.setdefault(one.key, one)
    wanted = [one for key, one in found.items() if key not in taken]
    named = [one for one in wanted if one.name]
    known = {one.organisation.casefold() for one in named} | {one.organisation.casefold() for one in there}
    return Proposed(named, [one for one in wanted if not one.name and one.organisation.casefold() not in known])


def _earlier(meeting: Meeting) -> Iterable[Invited]:
    before = Attendance.objects.filter(meeting__review=meeting.review_id).exclude(meeting=meeting)
    for one in before.order_by("-meeting__number", "pk"):
        yield Invited(name=one.name, job_title=one.job_title, organisation=one.organisation, role=one.role)


def _partners(meeting: Meeting, on: date) -> Iterable[Invited]:
    """The people who act for the safeguarding partners, and after them each partner by the organisation alone."""
    for partnership in _areas(meeting.review):
        for person in people.holders(PARTNER, partnership, on).select_related("organisation"):
            organisation = str(person.organisation or partnership)
            yield Invited(name=person.name, job_title=person.job_title, organisation=organisation, role=DECIDES)
        for member in partnerships.members(partnership, on, MemberPart.SAFEGUARDING_PARTNER):
            yield Invited(organisation=member.organisation.name, role=DECIDES)


def _areas(review: RapidReview) -> list[Partnership]:
    own = [review.notification.partnership] if review.notification.partnership else []
    joined = review.contributing.filter(ended_at=None).select_related("partnership")
    return [*own, *(one.partnership for one in joined)]


def _agencies(meeting: Meeting) -> Iterable[Invited]:
    given = AgencyRequest.objects.filter(review=meeting.review_id, state__in=GIVEN_BACK).order_by("number")
    for request in given.select_related("organisation").prefetch_related("sign_offs").defer("note"):
        signed = next((one for one in reversed(request.sign_offs.all()) if one.lapsed_at is None), None)
        name, title = (signed.name, signed.job_title) if signed else (request.returned_by, "")
        yield Invited(name=name, job_title=title, organisation=request.organisation.name, role=CONTRIBUTES)
