"""The safeguarding partners screen a referral, decide what becomes of it, and may take it up again."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from second_question.rules.access import Permission
from second_question.rules.workflow import REFERRAL, StepError
from second_question_web.incidents import scope
from second_question_web.incidents.models import PartnerView, Referral
from second_question_web.incidents.referrals import telling
from second_question_web.incidents.referrals.errors import CannotScreen, ViewsMissing
from second_question_web.incidents.referrals.partners import kinds_without_view, safeguarding_partners, speaks_for
from second_question_web.partnerships.access import may_manage
from second_question_web.partnerships.models import Organisation
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


@transaction.atomic
def record_view(
    *, by: Person, referral: Referral, partner: Organisation, view: str, reason: str, now: datetime, said_by: str = ""
) -> PartnerView:
    """Records what one safeguarding partner thinks and why. A later view of the same partner stands beside the earlier.

    `said_by` names who said it, where a business manager writes it down. The same again adds nothing.

    Raises:
        CannotScreen: decided already, no reason, or nobody named.
        PermissionDenied: the person does not speak for this partner.
    """
    locked = _taken(by, referral)
    if partner not in speaks_for(by, locked, safeguarding_partners(locked, timezone.localdate(now))):
        raise PermissionDenied(f"does not speak for {partner.name}")
    if locked.state not in (Referral.State.RECEIVED, Referral.State.SCREENING):
        raise CannotScreen("This referral has been decided. Reopen its screening first.")
    _refuse_blank(reason, "reason", "Say why the partner thinks so")
    writes_down = may_manage(by, locked.partnership)
    if writes_down:
        _refuse_blank(said_by, "said_by", "Name who gave this view")
    last = locked.views.filter(organisation=partner).order_by("given_at", "pk").last()
    given_by = said_by.strip() if writes_down else by.trail_name
    if last and (last.view, last.reason, last.given_by) == (view, reason.strip(), given_by):
        return last
    before = {"state": locked.state, "view": last.view if last else ""}
    if locked.state == Referral.State.RECEIVED:
        _step(locked, "screen", by, now)
    made = locked.views.create(
        organisation=partner,
        view=view,
        reason=reason.strip(),
        given_at=now,
        given_by=given_by,
        recorded_by=by.trail_name if writes_down else "",
    )
    after = {"state": locked.state, "partner": partner.name, "view": made.view}
    _record("referral.view", by, locked, before, after, now)
    return made


@transaction.atomic
def decide(
    *,
    by: Person,
    referral: Referral,
    decision: str,
    reason: str,
    now: datetime,
    why_without_views: str = "",
    told_agency: str = "",
) -> Referral:
    """Decides what a referral becomes: "notify", "near_miss" or "not_notifiable". The same decision again changes nothing.

    Args:
        why_without_views: why it is decided although a partner has said nothing; asked for only then.
        told_agency: what the agency that referred is told.

    Raises:
        CannotScreen: decided otherwise meanwhile, or no reason.
        ViewsMissing: a partner has said nothing, and nobody says why.
        PermissionDenied: not for this person.
    """
    locked = _taken(by, referral)
    if locked.state == decision:
        return locked
    _refuse_blank(reason, "reason", "Say why you decide so")
    missing = kinds_without_view(locked.views.select_related("organisation"))
    if missing and not why_without_views.strip():
        raise ViewsMissing(missing)
    before = {"state": locked.state}
    if locked.state == Referral.State.RECEIVED:
        _step(locked, "screen", by, now)
    _step(
        locked,
        f"decide_{decision}",
        by,
        now,
        reason=reason.strip(),
        without_all_views=bool(missing),
        why_without_views=why_without_views.strip() if missing else "",
        told_agency=told_agency.strip(),
    )
    locked.decided_at, locked.decided_by, locked.decision_reason = now, by.trail_name, reason.strip()
    locked.save()
    telling.agency_of(locked, timezone.localdate(now))
    _record("referral.decide", by, locked, before, {"state": locked.state, "without_views_of": missing}, now)
    return locked


@transaction.atomic
def reopen(*, by: Person, referral: Referral, reason: str, now: datetime) -> Referral:
    """Takes the screening up again in the light of new facts. What was decided stays in the referral's history.

    Raises:
        CannotScreen: there is nothing to reopen, or no reason.
        PermissionDenied: not for this person.
    """
    locked = _taken(by, referral)
    _refuse_blank(reason, "reason", "Say what is new")
    before = {"state": locked.state}
    _step(locked, "screen_again", by, now, reason=reason.strip())
    locked.decided_at, locked.decided_by, locked.decision_reason = None, "", ""
    locked.save()
    _record("referral.reopen", by, locked, before, {"state": locked.state}, now)
    return locked


def _taken(by: Person, referral: Referral) -> Referral:
    """The referral as it is now, locked until the transaction ends."""
    reach = scope.referrals_for(by, Permission.REFERRAL_SCREEN)
    found = Referral.objects.select_for_update(of=("self",)).select_related("partnership", "organisation")
    taken = found.filter(reach, pk=referral.pk).first()
    if taken is None:
        raise PermissionDenied(f"needs {Permission.REFERRAL_SCREEN} for {referral.reference}")
    return taken


def _step(referral: Referral, step: str, by: Person, now: datetime, **facts: object) -> None:
    """Takes a step of the workflow and keeps it; the caller saves what else changes."""
    before = referral.state
    try:
        referral.state = REFERRAL.take(step, before)
    except StepError as refused:
        raise CannotScreen(str(refused)) from None
    referral.steps.create(step=step, from_state=before, to_state=referral.state, at=now, by=by.trail_name, **facts)
    if referral.state == Referral.State.SCREENING and before == Referral.State.RECEIVED:
        referral.save(update_fields=["state"])


def _refuse_blank(text: str, field: str, message: str) -> None:
    if not text.strip():
        raise CannotScreen(message, field)


def _record(
    action: str,
    by: Person,
    referral: Referral,
    before: Mapping[str, object],
    after: Mapping[str, object],
    now: datetime,
) -> None:
    subject = ("referral", referral.reference)
    record(action, by=by, subject=subject, case=referral.reference, before=before, after=after, at=now)
