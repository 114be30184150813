"""One referral: what the agency said, what the partners think and decided, and how long they have."""

from datetime import datetime
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from second_question.rules.access import Permission
from second_question.rules.workflow import REFERRAL
from second_question_web.incidents.models import Notification, PartnerView, Referral
from second_question_web.incidents.referrals import actions, queries
from second_question_web.incidents.referrals.answers import in_words
from second_question_web.incidents.referrals.clocks import counted, for_page
from second_question_web.incidents.referrals.models import ReferralStep
from second_question_web.incidents.referrals.partners import kinds_without_view, latest_views
from second_question_web.incidents.referrals.queries import UNDECIDED, Opened
from second_question_web.incidents.referrals.views.common import TONES, may_begin, person_of
from second_question_web.people.models import Person
from second_question_web.ui.components import Event
from second_question_web.ui.gate import requires


@requires(Permission.REFERRAL_READ)
@require_safe
def show(request: HttpRequest, reference: str) -> HttpResponse:
    """The referral as this person may see it; opening it is in the trail."""
    person = person_of(request)
    opened = queries.opened(person, reference)
    actions.note_opened(by=person, referral=opened.referral)
    steps = queries.steps_of(opened.referral)
    shown = {
        "referral": opened.referral,
        "sections": in_words(opened.referral),
        "tone": TONES[Referral.State(opened.referral.state)],
        "is_open": opened.referral.state in UNDECIDED,
        "may_screen": opened.may_screen,
        "for_partnership": opened.for_partnership,
        "told": next((step.told_agency for step in reversed(steps) if step.step.startswith("decide_")), ""),
    }
    if opened.for_partnership:
        shown |= _for_partnership(person, opened, steps)
        return render(request, "incidents/referrals/show.html", shown)
    return render(request, "incidents/referrals/show_agency.html", shown)


def _for_partnership(person: Person, opened: Opened, steps: list[ReferralStep]) -> dict[str, object]:
    referral, today = opened.referral, timezone.localdate()
    views = queries.views_of(referral)
    notification: Notification | None = getattr(referral, "notification", None)
    return {
        "deadlines": for_page(counted(referral, today, first_decided(steps))),
        "views": latest_views(views),
        "missing": kinds_without_view(views),
        "events": _events(referral, views, steps),
        "notification": notification,
        "may_start": notification is None and may_begin(person, referral),
    }


def first_decided(steps: list[ReferralStep]) -> datetime | None:
    """When a referral was decided first; taking it up again does not change that."""
    return next((step.at for step in steps if step.step.startswith("decide_")), None)


def _events(referral: Referral, views: list[PartnerView], steps: list[ReferralStep]) -> list[Event]:
    """Everything that happened, newest first."""
    events = [Event(at=referral.made_at, title="Referral received", who=f"{referral.made_by}, {referral.organisation}")]
    events += [_step_event(step) for step in steps]
    events += [_view_event(view) for view in views]
    return sorted(events, key=_moment)[::-1]


def _moment(event: Event) -> datetime:
    """When it happened; everything about a referral has a time."""
    return cast(datetime, event.at)


def _view_event(view: PartnerView) -> Event:
    wrote = f", written down by {view.recorded_by}" if view.recorded_by else ""
    title = f"{view.organisation.name}: {view.get_view_display().lower()}"
    return Event(at=view.given_at, title=title, who=f"{view.given_by}{wrote}", text=view.reason)


def _step_event(step: ReferralStep) -> Event:
    parts = [step.reason]
    if step.without_all_views:
        parts.append(f"Decided without every partner’s view: {step.why_without_views}")
    if step.told_agency:
        parts.append(f"The agency was told: {step.told_agency}")
    return Event(at=step.at, title=REFERRAL.step(step.step).prose, who=step.by, text="\n\n".join(filter(None, parts)))
