"""Somebody looked at what agencies were asked or wrote."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import AgencyRequest, RapidReview
from second_question_web.rapid_reviews.summaries.guests import Contributor
from second_question_web.rapid_reviews.summaries.steps import case_of, subject_of
from second_question_web.trail.actions import record

WRITE, SIGN = Permission.SUMMARY_WRITE, Permission.SUMMARY_SIGN


@transaction.atomic
def note_opened(*, request: AgencyRequest, by: Contributor, what: str, now: datetime) -> None:
    """Keeps that somebody of the agency opened a page of a request that was fetched for them; `what` is which, in words.

    Whoever was written to and comes with an account has opened the link thereby.
    """
    if not (by.may(WRITE) or by.may(SIGN)):
        raise PermissionDenied(f"needs {WRITE} or {SIGN}")
    if isinstance(by, Person):
        request.links.filter(email__iexact=by.email, opened_at=None).update(opened_at=now)
    record("summary.open", by=by, subject=subject_of(request), case=case_of(request), after={"page": what}, at=now)


def note_shared_read(*, request: AgencyRequest, by: Contributor, now: datetime) -> None:
    """Keeps that somebody of another agency read a summary that is shared."""
    if not (by.may(WRITE) or by.may(SIGN)):
        raise PermissionDenied(f"needs {WRITE} or {SIGN}")
    record("summary.read_shared", by=by, subject=subject_of(request), case=case_of(request), at=now)


def note_summaries_listed(*, by: Person) -> None:
    """Keeps that somebody of an agency read the list of what it is asked for."""
    if not (by.may(WRITE) or by.may(SIGN)):
        raise PermissionDenied(f"needs {WRITE} or {SIGN}")
    record("summary.list", by=by, subject=("summaries", ""))


def note_request_read(*, request: AgencyRequest, by: Person, now: datetime) -> None:
    """Keeps that somebody who may read the review opened a request that was fetched for them."""
    _must_draft(by)
    record("agency_request.read", by=by, subject=subject_of(request), case=case_of(request), at=now)


def note_requests_listed(*, review: RapidReview, by: Person, now: datetime) -> None:
    """Keeps that somebody who may read the review looked at which agencies were asked."""
    _must_draft(by)
    reference = review.notification.reference
    record("agency_request.list", by=by, subject=("rapid_review", reference), case=reference, at=now)


def note_requests_downloaded(*, review: RapidReview, by: Person, after: Mapping[str, object], now: datetime) -> None:
    """Keeps that somebody downloaded which agencies were asked, and how many lines that were."""
    _must_draft(by)
    reference = review.notification.reference
    record("agency_request.download", by=by, subject=("rapid_review", reference), case=reference, after=after, at=now)


def _must_draft(by: Person) -> None:
    if not by.may(Permission.RAPID_REVIEW_DRAFT):
        raise PermissionDenied(f"needs {Permission.RAPID_REVIEW_DRAFT}")
