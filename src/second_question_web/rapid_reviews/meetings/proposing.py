"""Who is proposed for the list of a meeting, and the agenda that is proposed: from what the review holds by now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

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
    """People who can be invited with one tick, organisations of which nobody is known by name yet, and who is on the list."""

    people: list[Invited]
    nameless: list[Invited]
    there: list[Invited]


def agenda_for(review: RapidReview) -> str:
    """The agenda for a meeting about the review as it is now; three queries."""
    form = form_of(review)
    waiting = AgencyRequest.objects.filter(review=review, state__in=WAITED_FOR).order_by("number")
    names = list(waiting.values_list("organisation__name", flat=True))
    return proposed_agenda(form, as_content(form, records_of(review)), names)


def proposed(meeting: Meeting, on: date) -> Proposed:
    """Who took part in earlier meetings, the safeguarding partners of every area that takes part, and the agencies that
    gave back a summary; without those who are on the list already. Four queries."""
    everybody = list(Attendance.objects.filter(meeting__review=meeting.review_id).order_by("-meeting__number", "pk"))
    there = [_again(one) for one in everybody if one.meeting_id == meeting.pk]
    earlier = [_again(one) for one in everybody if one.meeting_id != meeting.pk]
    found: dict[tuple[str, str], Invited] = {}
    for one in (*earlier, *_partners(meeting.review, on), *_agencies(meeting)):
        found.setdefault(one.key, one)
    wanted = [one for key, one in found.items() if key not in {other.key for other in there}]
    named = [one for one in wanted if one.name]
    known = {one.organisation.casefold() for one in (*named, *there)}
    return Proposed(named, [one for one in wanted if not one.name and one.organisation.casefold() not in known], there)


def _again(one: Attendance) -> Invited:
    return Invited(name=one.name, job_title=one.job_title, organisation=one.organisation, role=one.role)


def _partners(review: RapidReview, on: date) -> Iterable[Invited]:
    """The people who act for the safeguarding partners, and after them each partner by the organisation alone."""
    areas = _areas(review)
    for person in people.holders_in(PARTNER, areas, on):
        organisation = person.organisation.name if person.organisation else ""
        yield Invited(name=person.name, job_title=person.job_title, organisation=organisation, role=DECIDES)
    members = partnerships.every_membership().filter(partnership__in=areas.order_by().values("pk"))
    for member in members.filter(partnerships.holding_on(on), part=MemberPart.SAFEGUARDING_PARTNER):
        yield Invited(organisation=member.organisation.name, role=DECIDES)


def _areas(review: RapidReview) -> QuerySet[Partnership]:
    """The partnership that leads and those that contribute now."""
    joined = review.contributing.filter(ended_at=None).order_by().values("partnership")
    return partnerships.partnerships().filter(Q(pk=review.notification.partnership_id) | Q(pk__in=joined))


def _agencies(meeting: Meeting) -> Iterable[Invited]:
    """By whoever signed for the agency last, or whoever returned its summary."""
    given = AgencyRequest.objects.filter(review=meeting.review_id, state__in=GIVEN_BACK)
    fields = ("organisation__name", "returned_by", "sign_offs__name", "sign_offs__job_title", "sign_offs__lapsed_at")
    answers: dict[str, Invited] = {}
    for agency, returned_by, name, title, lapsed in given.order_by("number", "sign_offs__signed_at").values_list(
        *fields
    ):
        signed = bool(name) and lapsed is None
        if signed or agency not in answers:
            who, job_title = (name, title) if signed else (returned_by, "")
            answers[agency] = Invited(name=who, job_title=job_title, organisation=agency, role=CONTRIBUTES)
    return answers.values()
