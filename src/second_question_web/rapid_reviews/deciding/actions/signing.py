"""Safeguarding partners give their view of a decision and sign it; a view given elsewhere is written down for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.workflow import RapidReviewState
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.deciding import queries
from second_question_web.rapid_reviews.deciding.actions.common import subject_of
from second_question_web.rapid_reviews.deciding.partners import Partner
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import PartnerSignature, RapidReview
from second_question_web.rapid_reviews.scope import taken
from second_question_web.trail.actions import record

View = PartnerSignature.View


@dataclass(frozen=True, kw_only=True)
class Told:
    """A view that a partner gave elsewhere: who gave it, and how."""

    name: str
    job_title: str
    how_given: str


@transaction.atomic
def sign(*, by: Person, review: RapidReview, view: str, words: str, seen: str, now: datetime) -> PartnerSignature:
    """A partner's view of the decision, signed on the text as it is. A later one of the same partner replaces it.

    Args:
        seen: digest of the text that the person had before their eyes.

    Raises:
        PermissionDenied: not for this person, or the person's organisation is no safeguarding partner here.
        NotNow: there is no decision to sign, or the review is with the Panel.
        Refusal: the text was changed since it was opened, or a reservation without words.
    """
    locked = taken(by, Permission.RAPID_REVIEW_SIGN, review)
    found = _to_be_signed(locked, now, seen)
    partner = _partner(found.partners, by.organisation_id)
    made = _kept(found, partner, view, words, Told(name=by.name, job_title=by.job_title, how_given=""), by, now)
    _record(locked, "decision.sign", partner, made, by, now)
    return made


@transaction.atomic
def record_view(
    *,
    by: Person,
    review: RapidReview,
    organisation: int,
    view: str,
    words: str,
    told: Told,
    seen: str,
    now: datetime,
) -> PartnerSignature:
    """Writes down the view of a partner who gave it elsewhere; it is shown with who wrote it down and how it was given.

    Raises:
        PermissionDenied: not for this person, or no such safeguarding partner here.
        NotNow: there is no decision to sign, or the review is with the Panel.
        Refusal: the text was changed since it was opened; no name; not said how; a reservation without words.
    """
    locked = taken(by, Permission.RAPID_REVIEW_DECIDE, review)
    found = _to_be_signed(locked, now, seen)
    if not told.name.strip():
        raise Refusal("Say who gave the view.", "name")
    if not told.how_given.strip():
        raise Refusal("Say how the view was given, for example by telephone.", "how_given")
    partner = _partner(found.partners, organisation)
    made = _kept(found, partner, view, words, told, by, now)
    _record(locked, "decision.record_view", partner, made, by, now)
    return made


def _to_be_signed(review: RapidReview, now: datetime, seen: str) -> queries.Deciding:
    if review.state != RapidReviewState.DECIDED:
        raise NotNow(
            f"This rapid review is “{review.get_state_display()}”. It can be signed between the decision and the sending."
        )
    found = queries.deciding(review, localdate(now))
    if found.differs:
        raise NotNow("Part 11 now says something else than the decision. The decision has to be recorded again first.")
    if found.digest != seen:
        raise Refusal("The text was changed since you opened this page. Read it again, and sign if it is still right.")
    return found


def _partner(partners: Sequence[Partner], organisation: int | None) -> Partner:
    for partner in partners:
        if partner.organisation.pk == organisation:
            return partner
    raise PermissionDenied("is no safeguarding partner of this review")


def _kept(
    found: queries.Deciding, partner: Partner, view: str, words: str, told: Told, by: Person, now: datetime
) -> PartnerSignature:
    if view not in View.values:
        raise Refusal("Say whether the partner agrees.", "view")
    if view != View.AGREES and not words.strip():
        raise Refusal("Say in a sentence what the reservation or disagreement is.", "words")
    return PartnerSignature.objects.create(
        decision=found.decided,
        organisation=partner.organisation,
        view=view,
        words=words.strip(),
        name=told.name.strip(),
        job_title=told.job_title.strip(),
        how_given=told.how_given.strip(),
        recorded_by=by.trail_name if told.how_given else "",
        signed_at=now,
        signed_by_key=by.trail_key,
        digest=found.digest,
    )


def _record(
    review: RapidReview, action: str, partner: Partner, made: PartnerSignature, by: Person, now: datetime
) -> None:
    record(
        action,
        by=by,
        subject=subject_of(review),
        case=review.notification.reference,
        before={"signed": partner.signature is not None, "held": partner.holds},
        after={"partner": partner.organisation.name, "view": made.view, "decision": made.decision.number},
        at=now,
    )
