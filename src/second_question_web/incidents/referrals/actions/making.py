"""An agency tells the safeguarding partners of an incident."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from second_question_web.incidents import series
from second_question_web.incidents.actions import drafts
from second_question_web.incidents.models import Referral
from second_question_web.incidents.referrals import telling
from second_question_web.incidents.referrals.answers import Answers, errors_in, write
from second_question_web.incidents.referrals.errors import WrongAnswers
from second_question_web.incidents.referrals.models import ReferralFingerprint
from second_question_web.incidents.referrals.places import Place, places_of
from second_question_web.people.models import Person
from second_question_web.sealed.names import fingerprints_of
from second_question_web.trail.actions import record

DRAFT_PAGE = "referral/new"


@transaction.atomic
def make(*, by: Person, place: Place, answers: Answers, start_token: str, now: datetime) -> Referral:
    """Sends a referral and gives it the next number, such as REF-2026-0001. The same token gives the same referral.

    Raises:
        PermissionDenied: the person does not refer from there, or the token is somebody else's.
        WrongAnswers: something is missing or cannot be right.
    """
    if place not in places_of(by):
        raise PermissionDenied("does not refer from there")
    today = timezone.localdate(now)
    numbers = series.locked("REF", today)  # a second press waits here
    made = Referral.objects.filter(start_token=start_token).first()
    if made:
        return _own(made, by)
    wrong = errors_in(answers, today)
    if wrong:
        raise WrongAnswers(wrong)
    made = Referral(
        reference=series.next_of(numbers),
        partnership=place.partnership,
        organisation=place.organisation,
        made_at=now,
        made_by=by.trail_name,
        made_by_key=by.trail_key,
        start_token=start_token,
        start_day_is_day_one=place.partnership.start_day_is_day_one,
    )
    write(made, answers)
    made.save()
    _keep_names(made)
    drafts.forget_draft_text(by, DRAFT_PAGE)
    telling.partners_of(made, today)
    after = {"partnership": place.partnership.slug, "organisation": place.organisation.name, "state": made.state}
    subject = ("referral", made.reference)
    record("referral.make", by=by, subject=subject, case=made.reference, before={}, after=after, at=now)
    return made


def _own(made: Referral, by: Person) -> Referral:
    if made.made_by_key != by.trail_key:
        raise PermissionDenied("this start belongs to somebody else")
    return made


def _keep_names(made: Referral) -> None:
    values = fingerprints_of(made.children)
    ReferralFingerprint.objects.bulk_create(ReferralFingerprint(referral=made, value=value) for value in sorted(values))
