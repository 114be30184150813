"""What the pages share."""

from typing import cast

from django.http import HttpRequest

from second_question.rules.access import Permission, ScopeKind
from second_question_web.incidents.models import Referral
from second_question_web.people.models import Person

TONES = {
    Referral.State.RECEIVED: "waiting",
    Referral.State.SCREENING: "open",
    Referral.State.NOTIFY: "decision",
    Referral.State.NEAR_MISS: "done",
    Referral.State.NOT_NOTIFIABLE: "neutral",
}
"""The tone of each state's tag."""


def may_begin(person: Person, referral: Referral) -> bool:
    """Whether this person can begin the notification of a referral that is to be notified."""
    grants = person.grants_for(Permission.NOTIFICATION_WRITE)
    here = any(g.scope == ScopeKind.PARTNERSHIP and g.partnership_id == referral.partnership_id for g in grants)
    return here and referral.state == Referral.State.NOTIFY


def person_of(request: HttpRequest) -> Person:
    """The person who is signed in; the gate lets nobody else through."""
    return cast(Person, request.user)
