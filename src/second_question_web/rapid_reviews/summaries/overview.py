"""One request as the agency sees it: where it stands, whom to look for, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from second_question.rules.access import Permission
from second_question.rules.workflow import AgencyRequestState
from second_question_web.rapid_reviews.models import AgencyRequest, SignOff
from second_question_web.rapid_reviews.records import GIVEN_BACK
from second_question_web.rapid_reviews.stages import is_writable
from second_question_web.rapid_reviews.summaries import mails, queries
from second_question_web.rapid_reviews.summaries.chase import days_left, state_of
from second_question_web.rapid_reviews.summaries.family import Sought, family_of
from second_question_web.rapid_reviews.summaries.guests import Contributor
from second_question_web.ui.components import Link, Status
from second_question_web.ui.filters import full_date, lower_first, working_days_left

_A = AgencyRequestState


@dataclass(frozen=True)
class Overview:
    """What the page shows. `family` is empty when there is nothing more to do: then it is nobody's business any more."""

    request: AgencyRequest
    status: Status
    time_left: Status | None
    family: Sequence[Sought]
    leads: Sequence[str]
    signature: SignOff | None
    lapsed: SignOff | None
    shared: Sequence[AgencyRequest]
    may_write: bool
    may_sign: bool
    is_open: bool

    @property
    def owes_summary(self) -> bool:
        """Whether the summary has not been given back."""
        return self.is_open and self.request.state in queries.OWED

    @property
    def owes_signature(self) -> bool:
        """Whether it waits for the lead."""
        return self.is_open and self.request.state == _A.RETURNED

    @property
    def is_given_back(self) -> bool:
        """Whether those who asked have the summary."""
        return self.request.state in GIVEN_BACK


def is_open(request: AgencyRequest) -> bool:
    """Whether the agency can still write, or correct what it wrote."""
    return request.state != _A.WITHDRAWN and is_writable(request.review)


def leads_of(request: AgencyRequest) -> list[str]:
    """The names of those who were asked to sign for the agency. One query."""
    found = request.links.filter(part=mails.SIGN, ended_at=None).order_by("sent_at", "pk")
    return list(dict.fromkeys(found.values_list("name", flat=True)))


def overview_of(request: AgencyRequest, who: Contributor, today: date) -> Overview:
    """The page of a request that was fetched for somebody of the agency. Four queries."""
    signatures, open_to_agency = queries.sign_offs_of(request), is_open(request)
    holds = next((one for one in signatures if one.lapsed_at is None), None)
    return Overview(
        request=request,
        status=state_of(request),
        time_left=_time_left(request, today),
        family=family_of(request.review) if open_to_agency else [],
        leads=leads_of(request),
        signature=holds,
        lapsed=signatures[0] if signatures and holds is None else None,
        shared=queries.shared_with(request),
        may_write=who.may(Permission.SUMMARY_WRITE),
        may_sign=who.may(Permission.SUMMARY_SIGN),
        is_open=open_to_agency,
    )


def row_of(request: AgencyRequest, today: date) -> list[object]:
    """A line of the list of what an agency is asked for."""
    reference = request.review.notification.reference
    address = reverse("summary", args=[reference, request.number])
    return [
        Link(text=f"{reference}, request {request.number}", href=address),
        request.partnership.name,
        request.organisation.name,
        state_of(request),
        _time_left(request, today) or full_date(request.due_on),
    ]


def _time_left(request: AgencyRequest, today: date) -> Status | None:
    if request.state not in queries.OWED or not is_writable(request.review):
        return None
    days = days_left(request.due_on, today)
    tone = "late" if days < 0 else "attention" if days <= 1 else "open"
    return Status(text=f"{full_date(request.due_on)}: {lower_first(working_days_left(days))}", tone=tone)
