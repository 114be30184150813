"""Which requests wait for a person, for home pages: for the agency's people, and for those who asked. Nothing sealed is read."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q

from second_question.rules.access import Permission
from second_question.rules.workflow import AgencyRequestState
from second_question_web.incidents.scope import notifications_for, through
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.stages import WRITABLE
from second_question_web.rapid_reviews.summaries.loading import WORDS, with_case
from second_question_web.rapid_reviews.summaries.queries import OWED
from second_question_web.rapid_reviews.summaries.scope import of_the_agency, own_areas

_BEING_WRITTEN = Q(review__state__in=WRITABLE)


@dataclass(frozen=True)
class LateReview:
    """A review with agencies that are past their day: how many, and the earliest of those days."""

    reference: str
    agencies: int
    since: date


def to_write(person: Person, limit: int) -> list[AgencyRequest]:
    """The summaries that the person's agencies still owe, the soonest due first. One query."""
    return _of_agency(person, Permission.SUMMARY_WRITE, Q(state__in=OWED), limit)


def to_sign(person: Person, limit: int) -> list[AgencyRequest]:
    """The summaries that wait for the person's signature, the soonest due first. One query."""
    return _of_agency(person, Permission.SUMMARY_SIGN, Q(state=AgencyRequestState.RETURNED), limit)


def late(person: Person, today: date, limit: int) -> list[LateReview]:
    """The reviews with agencies that this person asked and that are past their day, the longest first. One query."""
    asked = through("review__notification", notifications_for(person, Permission.SUMMARY_ASK))
    asked |= Q(partnership__in=[area.pk for area in own_areas(person, Permission.SUMMARY_ASK)])
    owed = AgencyRequest.objects.filter(asked, _BEING_WRITTEN, state__in=OWED, due_on__lt=today)
    case = "review__notification__reference"
    reviews = owed.order_by().values(case).annotate(agencies=Count("pk"), since=Min("due_on"))
    return [LateReview(row[case], row["agencies"], row["since"]) for row in reviews.order_by("since", case)[:limit]]


def _of_agency(person: Person, permission: Permission, state: Q, limit: int) -> list[AgencyRequest]:
    found = AgencyRequest.objects.filter(of_the_agency(person, permission), _BEING_WRITTEN, state)
    return list(with_case(found).defer(*WORDS).order_by("due_on", "pk")[:limit])
