"""Which agencies can be asked, which are proposed because they knew the child, and whom to write to there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.core.exceptions import PermissionDenied

from second_question.rules.access import Permission
from second_question.rules.calendar import add_working_days
from second_question.rules.notification_services import CHILD_SERVICES
from second_question.rules.questions import Kind
from second_question.rules.workflow import AgencyRequestState
from second_question_web.incidents import queries as incidents
from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.models import Organisation, Partnership
from second_question_web.people import queries as people
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview
from second_question_web.rapid_reviews.queries import deadline_of, local_clocks_of
from second_question_web.rapid_reviews.scope import is_lead
from second_question_web.rapid_reviews.summaries.scope import own_areas
from second_question_web.trail.actions import Actor
from second_question_web.ui.filters import full_date

OUR_WORKING_DAYS = 5
"""Until a summary is due. Devon gives its agencies the second to the tenth working day (handbook 2, section 3.5)."""
LEAD, CONTRIBUTOR = "agency_lead", "agency_contributor"
_NAMES_AGENCIES = tuple(q.id for q in CHILD_SERVICES.questions if q.kind is Kind.ORGANISATIONS)


@dataclass(frozen=True)
class Choice:
    """The agencies of the partnership that asks, sorted by what can be done with each.

    `closed` are those that knew the child and cannot be asked, each with what to do instead.
    """

    proposed: Sequence[Organisation]
    others: Sequence[Organisation]
    asked: Sequence[Organisation]
    closed: Sequence[tuple[Organisation, str]]

    @cached_property
    def by_code(self) -> Mapping[str, Organisation]:
        """Those that can be asked."""
        return {one.code: one for one in (*self.proposed, *self.others)}

    @property
    def others_by_kind(self) -> Mapping[str, list[Organisation]]:
        """The others under the words for their kind."""
        found: dict[str, list[Organisation]] = {}
        for one in self.others:
            found.setdefault(one.get_kind_display(), []).append(one)
        return dict(sorted(found.items()))


def asking_area(by: Actor, review: RapidReview) -> Partnership:
    """The partnership for which this person asks: the lead, or the contributing one that is the person's own.

    Raises:
        PermissionDenied: neither.
    """
    lead = review.notification.partnership
    if isinstance(by, Person):
        if lead and is_lead(by, Permission.SUMMARY_ASK, review):
            return lead
        own = own_areas(by, Permission.SUMMARY_ASK)
        contributing = review.contributing.filter(partnership__in=own, ended_at=None).select_related("partnership")
        found = contributing.first()
        if found is not None:
            return found.partnership
    raise PermissionDenied(f"needs {Permission.SUMMARY_ASK} for {review.notification.reference}")


def choice(area: Partnership, review: RapidReview, today: date) -> Choice:
    """Everybody in the area who can be asked for this review, those that knew the child before the others."""
    members = partnerships.agencies(area, today)
    asked = {r.organisation_id: r.organisation for r in _asked(review)}
    knew = _that_knew_the_child(review)
    open_to = [one for one in members if one.pk not in asked and not _has_ended(one, today)]
    named = {one.pk for one in knew}
    cannot = [one for one in knew if one.pk not in asked and one not in open_to]
    return Choice(
        proposed=[one for one in open_to if one.pk in named],
        others=[one for one in open_to if one.pk not in named],
        asked=sorted(asked.values(), key=lambda one: one.name),
        closed=[(one, _instead(area, one, today)) for one in cannot],
    )


def why_not(area: Partnership, agency: Organisation, today: date) -> str:
    """Why this agency cannot be asked by that partnership, and what to do instead; empty when it can."""
    can = not _has_ended(agency, today) and any(one.pk == agency.pk for one in partnerships.agencies(area, today))
    return "" if can else _instead(area, agency, today)


def due_day(review: RapidReview, today: date) -> date:
    """The day that we suggest: five working days from today, but not after what is to be done by then."""
    ours = add_working_days(today, OUR_WORKING_DAYS).last
    limits = [deadline_of(review).due, *(clock.due for clock, _ in local_clocks_of(review, today))]
    return min([ours, *(limit for limit in limits if limit > today)])


def contacts(area: Partnership, agencies: Iterable[Organisation], today: date) -> Mapping[int, Mapping[str, Person]]:
    """For each of these agencies, by its key, the first account holder of either role in that area. One query."""
    wanted = {agency.pk for agency in agencies}
    found: dict[int, dict[str, Person]] = {}
    for grant in people.agency_grants(area, (LEAD, CONTRIBUTOR), today):
        if grant.organisation_id in wanted:
            found.setdefault(grant.organisation_id, {}).setdefault(grant.role, grant.person)
    return found


def _asked(review: RapidReview) -> list[AgencyRequest]:
    found = review.requests.exclude(state=AgencyRequestState.WITHDRAWN)
    return list(found.select_related("organisation").only("organisation", "review"))


def _that_knew_the_child(review: RapidReview) -> list[Organisation]:
    """The agencies that the notification names, and the one that referred the incident."""
    codes: set[str] = set()
    for child in incidents.children_of(review.notification):
        for question in _NAMES_AGENCIES:
            codes.update(child.answers.get(question, ()))
    found = {one.pk: one for one in partnerships.organisations_with(codes)} if codes else {}
    referral = review.notification.referral
    if referral is not None:
        found.setdefault(referral.organisation_id, referral.organisation)
    return sorted(found.values(), key=lambda one: one.name)


def _has_ended(agency: Organisation, today: date) -> bool:
    return agency.ends_on is not None and agency.ends_on < today


def _instead(area: Partnership, agency: Organisation, today: date) -> str:
    if not _has_ended(agency, today):
        return (
            f"{agency.name} is no member of {area.name} today. Add it to the partnership’s agencies first, then ask it."
        )
    later = partnerships.came_after(agency, today)
    who = f"{' and '.join(later)} answers for its area now" if later else "find out who holds its records now"
    return (
        f"{agency.name} closed on {full_date(agency.ends_on)}, so nobody there can be asked: {who}. "
        "Ask that organisation instead, and say in the note whose records it is about."
    )
