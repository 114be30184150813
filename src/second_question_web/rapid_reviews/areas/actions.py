"""A partnership of another area is added to a review, and leaves it again."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.partnerships.models import Partnership
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import ContributingPartnership, RapidReview
from second_question_web.rapid_reviews.scope import taken
from second_question_web.rapid_reviews.stages import refuse_unless_writable
from second_question_web.trail.actions import Actor, Reader, record

WRITE = Permission.RAPID_REVIEW_WRITE
"""Only the lead's: `scope.OF_CONTRIBUTING_AREAS` does not have it."""


@transaction.atomic
def add_area(
    *, review: RapidReview, by: Actor, partnership: Partnership, reason: str, now: datetime
) -> ContributingPartnership:
    """Lets another partnership take part: from now on its people see the review, ask their own agencies, and sign.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the text of the review cannot be changed now.
        Refusal: it leads the review, or takes part already, or no reason is given.
    """
    locked = taken(by, WRITE, review)
    refuse_unless_writable(locked)
    if partnership.pk == locked.notification.partnership_id:
        raise Refusal("This partnership leads the review", "partnership")
    if locked.contributing.filter(partnership=partnership, ended_at=None).exists():
        raise Refusal(f"{partnership} takes part already", "partnership")
    if not reason.strip():
        raise Refusal("Say why this area takes part", "reason")
    facts = {"partnership": partnership, "reason": reason.strip(), "added_at": now, "added_by": by.trail_name}
    made = ContributingPartnership(review=locked, **facts)
    made.save()
    _record("area.add", by, locked, partnership, now)
    return made


@transaction.atomic
def end_area(*, area: ContributingPartnership, by: Actor, now: datetime) -> ContributingPartnership:
    """Ends the part of another partnership: its people no longer see the review. What its agencies gave stays.

    Doing it again changes nothing.

    Raises:
        PermissionDenied: not for this person.
    """
    locked = taken(by, WRITE, area.review)
    found = (
        ContributingPartnership.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=area.pk)
    )
    if found.ended_at is None:
        found.ended_at, found.ended_by = now, by.trail_name
        found.save(update_fields=["ended_at", "ended_by"])
        _record("area.end", by, locked, found.partnership, now)
    return found


def note_areas_opened(*, by: Reader, review: RapidReview) -> None:
    """Keeps that a person opened the page of areas of a review that was fetched for them."""
    if not by.may(Permission.RAPID_REVIEW_DRAFT):
        raise PermissionDenied(f"needs {Permission.RAPID_REVIEW_DRAFT}")
    reference = review.notification.reference
    record("area.list", by=by, subject=("rapid_review", reference), case=reference)


def _record(action: str, by: Actor, review: RapidReview, partnership: Partnership, now: datetime) -> None:
    """The reason stays with the area, sealed."""
    reference = review.notification.reference
    after = {"partnership": partnership.slug}
    record(action, by=by, subject=("rapid_review", reference), case=reference, after=after, at=now)
