"""An incident is recorded: the draft of a notification begins."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from second_question.rules.access import Permission, ScopeKind
from second_question.rules.notification import NOTIFICATION_FORM
from second_question_web.answering.held import as_stored, question_of, write
from second_question_web.incidents import columns, series
from second_question_web.incidents.actions.common import day_of, touch
from second_question_web.incidents.errors import NotNow
from second_question_web.incidents.models import Notification, Referral
from second_question_web.partnerships import queries as partnerships
from second_question_web.partnerships.models import MemberPart, OrganisationKind, Partnership
from second_question_web.people.models import Person
from second_question_web.trail.actions import record


@transaction.atomic
def start(
    *, by: Person, partnership: Partnership, start_token: str, now: datetime, referral: Referral | None = None
) -> Notification:
    """Begins a draft for a partnership and gives it the next reference, such as SIN-2026-0001.

    The same token gives the same draft, and a referral gives one draft, however often the button is pressed. What the
    system knows already is filled in: who notifies, the local authority where there is only one, what a referral says.

    Raises:
        PermissionDenied: not for this partnership.
        NotNow: the referral belongs elsewhere, or the partners have not decided to notify it.
    """
    _refuse_unless_for(by, partnership)
    numbers = series.locked("SIN", day_of(now))
    begun = _begun_already(by, partnership, start_token, referral)
    if begun:
        return begun
    _refuse_referral(referral, partnership)
    draft = Notification(
        reference=series.next_of(numbers),
        form=NOTIFICATION_FORM.id,
        partnership=partnership,
        referral=referral,
        started_at=now,
        started_by=by.trail_name,
        started_by_key=by.trail_key,
        start_token=start_token,
    )
    _fill_in(draft, by, day_of(now))
    touch(draft, by, now)
    columns.follow_incident(draft)
    subject = ("notification", draft.reference)
    after = {"partnership": partnership.slug, "referral": referral.reference if referral else ""}
    record("notification.start", by=by, subject=subject, case=draft.reference, before={}, after=after, at=now)
    return draft


def _refuse_unless_for(by: Person, partnership: Partnership) -> None:
    grants = by.grants_for(Permission.NOTIFICATION_WRITE)
    if not any(g.scope == ScopeKind.PARTNERSHIP and g.partnership_id == partnership.pk for g in grants):
        raise PermissionDenied(f"needs {Permission.NOTIFICATION_WRITE} for {partnership.slug}")


def _begun_already(
    by: Person, partnership: Partnership, start_token: str, referral: Referral | None
) -> Notification | None:
    if referral:
        return Notification.objects.filter(referral=referral, partnership=partnership).first()
    begun = Notification.objects.filter(start_token=start_token).first()
    if begun and (begun.partnership_id != partnership.pk or begun.started_by_key != by.trail_key):
        raise PermissionDenied("this start belongs to somebody else")
    return begun


def _refuse_referral(referral: Referral | None, partnership: Partnership) -> None:
    if referral and referral.partnership_id != partnership.pk:
        raise NotNow(f"{referral.reference} was made to another partnership.")
    if referral and referral.state != Referral.State.NOTIFY:
        raise NotNow(f"The partners have not decided to notify {referral.reference}. Record their decision first.")


def _fill_in(draft: Notification, by: Person, today: date) -> None:
    """What is known already, as answers that the person can change."""
    _answer(draft, "notifier", "notifier_name", by.name)
    _answer(draft, "notifier", "notifier_job_title", by.job_title)
    _answer(draft, "notifier", "notifier_telephone", by.telephone)
    _answer(draft, "notifier", "notifier_email", by.email)
    _answer(draft, "incident", "local_authority", _only_local_authority(draft.partnership, today))
    if draft.referral:
        _answer(draft, "incident", "what_happened", draft.referral.what_happened)
        _answer(draft, "incident", "incident_on", draft.referral.incident_on)
        _answer(draft, "incident", "nature", draft.referral.nature)


def _answer(draft: Notification, record_kind: str, question_id: str, value: object) -> None:
    if value:
        write(draft, question_of(NOTIFICATION_FORM, record_kind, question_id), {"answer": as_stored(value)})


def _only_local_authority(partnership: Partnership | None, today: date) -> str:
    """The code of the partnership's local authority; empty when it has several."""
    if partnership is None:
        return ""
    members = partnerships.members(partnership, today, MemberPart.SAFEGUARDING_PARTNER)
    codes = {m.organisation.code for m in members if m.organisation.kind == OrganisationKind.LOCAL_AUTHORITY}
    return codes.pop() if len(codes) == 1 else ""
