"""What somebody types and has not saved: kept by the notification's own means, under the name of the section's page."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied

from second_question.rules.access import Permission
from second_question_web.incidents import actions as incidents
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import RapidReview


def keep_typed(
    *, by: Person, review: RapidReview, page: str, fields: Mapping[str, Sequence[str]], version: int, now: datetime
) -> None:
    """Keeps the fields of a page as one person typed them.

    Raises:
        PermissionDenied: the person writes nowhere.
        ValueError: it is larger than any page of ours.
    """
    _must_write(by)
    reference = review.notification.reference
    incidents.keep_draft_text(by=by, page=page, fields=fields, version=version, now=now, case=reference)


def drop_typed(*, by: Person, review: RapidReview, page: str) -> None:
    """Throws away what one person typed on a page and did not save."""
    _must_write(by)
    incidents.drop_draft_text(by=by, page=page, case=review.notification.reference)


def _must_write(by: Person) -> None:
    if not by.may(Permission.RAPID_REVIEW_WRITE):
        raise PermissionDenied(f"needs {Permission.RAPID_REVIEW_WRITE}")
