"""What the pages share."""

from typing import cast

from django.http import HttpRequest

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


def person_of(request: HttpRequest) -> Person:
    """The person who is signed in; the gate lets nobody else through."""
    return cast(Person, request.user)
