"""Every read of requests to agencies: for those who asked, and for the agency. What a person may not see cannot be fetched."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, When

from second_question.rules.access import Permission
from second_question.rules.calendar import add_working_days
from second_question.rules.reminders import AHEAD
from second_question.rules.workflow import AgencyRequestState
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import AgencyRequest, AnswerChange, RapidReview, RequestLink, SignOff
from second_question_web.rapid_reviews.records import GIVEN_BACK
from second_question_web.rapid_reviews.stages import WRITABLE
from second_question_web.rapid_reviews.summaries.guests import Contributor
from second_question_web.rapid_reviews.summaries.loading import WORDS, with_case
from second_question_web.rapid_reviews.summaries.scope import NOTHING, of_the_agency, of_the_askers
from second_question_web.trail.refusals import Hidden

_A = AgencyRequestState
OWED = (_A.ASKED, _A.STARTED)
"""The agency still owes its summary; once it is returned, at most a signature."""
_NOT_PART_OF_IT = (_A.WITHDRAWN, _A.NOTHING_KNOWN)


def requests_of(person: Person, review: RapidReview, permission: Permission) -> list[AgencyRequest]:
    """The requests of a review that this person may see, each with its links and signatures. Four queries."""
    found = AgencyRequest.objects.filter(of_the_askers(person, permission, review)).order_by("number")
    found = found.select_related("organisation", "partnership").defer(*WORDS)
    return list(found.prefetch_related("links", "sign_offs"))


def request_of(person: Person, review: RapidReview, number: int, permission: Permission) -> AgencyRequest:
    """One request of a review that was fetched for this person.

    Raises:
        Hidden: there is none of that number, or it is another area's.
    """
    reach = of_the_askers(person, permission, review)
    found = AgencyRequest.objects.filter(reach, number=number).select_related("organisation", "partnership").first()
    if found is None:
        raise _hidden(review.notification.reference, number)
    found.review = review
    return found


def request_to(who: Contributor, reference: str, number: int, *permissions: Permission) -> AgencyRequest:
    """The request, for somebody of the agency who has one of these permissions for it.

    Raises:
        Hidden: there is none, or not for this person.
    """
    case = Q(number=number, review__notification__reference=reference)
    found = with_case(AgencyRequest.objects.filter(case & _reach(who, permissions))).first()
    if found is None:
        raise _hidden(reference, number)
    return found


class Listed:
    """The requests to the agencies of a person, those that are owed first and the soonest due first among them.

    As a paginator needs it: counted, and only the wanted rows read. Sorting goes through keys and days alone.
    """

    ordered = True

    def __init__(self, person: Person) -> None:
        reach = _reach(person, (Permission.SUMMARY_WRITE, Permission.SUMMARY_SIGN))
        owed = When(state__in=OWED, review__state__in=WRITABLE, then=F("due_on"))
        found = AgencyRequest.objects.filter(reach).order_by(Case(owed).asc(nulls_last=True), "-asked_at", "-pk")
        self._keys = found.values_list("pk", flat=True)

    def __len__(self) -> int:
        return self._keys.count()

    def __getitem__(self, wanted: slice) -> list[AgencyRequest]:
        keys = list(self._keys[wanted])
        found = with_case(AgencyRequest.objects.all()).defer(*WORDS).in_bulk(keys)
        return [found[key] for key in keys]


def shared_with(request: AgencyRequest) -> list[AgencyRequest]:
    """The other agencies' summaries that those who asked share with an agency that contributes; none with others."""
    if request.state in _NOT_PART_OF_IT:
        return []
    found = AgencyRequest.objects.filter(review=request.review_id, shared_at__isnull=False, state__in=GIVEN_BACK)
    others = list(found.exclude(pk=request.pk).select_related("organisation").defer(*WORDS).order_by("number"))
    for other in others:
        other.review = request.review
    return others


def shared_one(request: AgencyRequest, number: int) -> AgencyRequest:
    """One of those summaries.

    Raises:
        Hidden: it is not shared with this agency.
    """
    found = next((other for other in shared_with(request) if other.number == number), None)
    if found is None:
        raise _hidden(request.review.notification.reference, number)
    return found


def links_of(request: AgencyRequest) -> list[RequestLink]:
    """Everybody who was written to, in the order in which that was."""
    found = list(request.links.order_by("sent_at", "pk"))
    for link in found:
        link.request = request
    return found


def sign_offs_of(request: AgencyRequest) -> list[SignOff]:
    """Every signature, the latest first, also those that have lapsed. Each says whether whoever signed also wrote: `wrote`."""
    wrote = AnswerChange.objects.filter(record__request=request, made_by_key=OuterRef("signed_by_key"))
    return list(request.sign_offs.annotate(wrote=Exists(wrote)).order_by("-signed_at", "-pk"))


def owed_now(today: date) -> list[AgencyRequest]:
    """Every request that waits for a summary or a signature and is near its day or past it, while its review is written;
    each with its links that have not ended. For the daily job.
    """
    soon = add_working_days(today, AHEAD).last
    found = AgencyRequest.objects.filter(state__in=(*OWED, _A.RETURNED), review__state__in=WRITABLE, due_on__lte=soon)
    alive = Prefetch("links", RequestLink.objects.filter(ended_at=None))
    return list(with_case(found).defer(*WORDS).prefetch_related(alive).order_by("due_on", "pk"))


def _reach(who: Contributor, permissions: Sequence[Permission]) -> Q:
    if not isinstance(who, Person):
        return Q(pk=who.link.request_id) if any(map(who.may, permissions)) else NOTHING
    reach = NOTHING
    for permission in permissions:
        reach |= of_the_agency(who, permission)
    return reach


def _hidden(reference: str, number: int) -> Hidden:
    return Hidden("agency_request", f"{reference} {number}", case=reference)
