"""What the list leaves in the trail: that somebody read it or took it away, and with which filters."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied

from second_question.rules.access import Permission
from second_question_web.trail.actions import Reader, record


def note_listed(*, by: Reader, wanted: Mapping[str, str]) -> None:
    """Somebody read the list."""
    _must_read(by)
    record("rapid_review.list", by=by, subject=("rapid reviews", ""), after={"filter": dict(wanted)})


def note_downloaded(*, by: Reader, wanted: Mapping[str, str], count: int) -> None:
    """Somebody took the list away as a file."""
    _must_read(by)
    after = {"filter": dict(wanted), "reviews": count}
    record("rapid_review.download", by=by, subject=("rapid reviews", ""), after=after)


def _must_read(by: Reader) -> None:
    if not by.may(Permission.RAPID_REVIEW_READ):
        raise PermissionDenied(f"needs {Permission.RAPID_REVIEW_READ}")
