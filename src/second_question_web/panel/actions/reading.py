"""Somebody read what the Panel has, or what was written between the Panel and a partnership."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.panel.models import Reply
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.trail.actions import Reader, record


@transaction.atomic
def note_listed(*, by: Reader, wanted: Mapping[str, str]) -> None:
    """Keeps that somebody read the inbox, and how it was narrowed."""
    _must(by, Permission.PANEL_INBOX)
    record("panel.list", by=by, subject=("panel inbox", ""), after={"filter": dict(wanted)})


@transaction.atomic
def note_reviews_listed(*, by: Reader, wanted: Mapping[str, str]) -> None:
    """Keeps that somebody read the list of rapid reviews that were sent, and how it was narrowed."""
    _must(by, Permission.PANEL_INBOX)
    record("panel.list_reviews", by=by, subject=("panel inbox", "rapid reviews"), after={"filter": dict(wanted)})


@transaction.atomic
def note_changes_read(*, by: Reader, wanted: Mapping[str, str]) -> None:
    """Keeps that somebody read which decisions changed after advice, and how that was narrowed."""
    _must(by, Permission.PANEL_INBOX)
    record("panel.list_changes", by=by, subject=("decision changes", ""), after={"filter": dict(wanted)})


@transaction.atomic
def note_review_read(*, by: Reader, review: RapidReview) -> None:
    """Keeps that somebody opened the Panel's page of a review that was fetched for them."""
    _must(by, Permission.PANEL_INBOX)
    reference = review.notification.reference
    record("panel.read_review", by=by, subject=("rapid_review", reference), case=reference)


@transaction.atomic
def note_replies_read(*, by: Reader, review: RapidReview) -> None:
    """Keeps that somebody read what passed between the Panel and the partnership, of a review fetched for them."""
    _must(by, Permission.RAPID_REVIEW_READ)
    reference = review.notification.reference
    record("panel.read_replies", by=by, subject=("rapid_review", reference), case=reference)


@transaction.atomic
def note_letter_read(*, by: Reader, reply: Reply, kind: str) -> None:
    """Keeps that somebody took the letter of a reply that was fetched for them, as Word or PDF."""
    _must(by, Permission.RAPID_REVIEW_READ)
    reference = reply.version.review.notification.reference
    after = {"reply": reply.number, "kind": kind}
    record("panel.read_letter", by=by, subject=("rapid_review", reference), case=reference, after=after)


def _must(by: Reader, permission: Permission) -> None:
    if not by.may(permission):
        raise PermissionDenied(f"needs {permission}")
