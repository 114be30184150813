"""Somebody looked at referrals."""

from collections.abc import Mapping

from second_question_web.incidents.models import Referral
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


def note_opened(*, by: Person, referral: Referral) -> None:
    """Keeps that a person opened a referral."""
    record("referral.open", by=by, subject=("referral", referral.reference), case=referral.reference)


def note_listed(*, by: Person, wanted: Mapping[str, str]) -> None:
    """Keeps that a person read the list, with the filter in force."""
    record("referral.list", by=by, subject=("referrals", "list"), after=wanted)


def note_downloaded(*, by: Person, wanted: Mapping[str, str]) -> None:
    """Keeps that a person downloaded the list, with the filter in force."""
    record("referral.download", by=by, subject=("referrals", "list"), after=wanted)
