"""Referrals for the tests of referrals."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from second_question.rules.questions import Unanswered
from second_question_web.incidents.models import Referral
from second_question_web.incidents.referrals import actions
from second_question_web.incidents.referrals.answers import Answers
from second_question_web.incidents.referrals.places import places_of
from tests.people import organisation, person

FRIDAY = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)

SAID: Mapping[str, object] = {
    "what_happened": "Rowan came to school with a burn on the hand.",
    "nature": "serious_harm",
    "incident_on": date(2026, 11, 19),
    "why_serious": "The hospital thinks that it was not an accident.",
    "children": "Rowan Thistlewood, 4 May 2019",
    "safe_now": "yes",
    "contact_name": "Colm Addy",
    "contact_email": "colm@example.org",
    "lead_agreed": "i_am_the_lead",
}


def referral(who: str = "Colm", token: str = "one", now: datetime = FRIDAY, **said: object) -> Referral:  # noqa: S107  (no password)
    """A referral by one of the characters, received on a Friday."""
    by = person(who)
    return actions.make(by=by, place=places_of(by)[0], answers=answers(**said), start_token=token, now=now)


def answers(**said: object) -> Answers:
    """The usual answers; a reason in place of an answer is one of the three."""
    everything = {**SAID, **said}
    reasons = {name: value for name, value in everything.items() if isinstance(value, Unanswered)}
    return Answers({name: value for name, value in everything.items() if name not in reasons}, reasons)


def all_views(of: Referral, view: str = "near_miss", now: datetime = FRIDAY) -> None:
    """Every partner's view, as Bea wrote it down."""
    for body in ("Council", "Police", "Care Board"):
        actions.record_view(
            by=person("Bea"),
            referral=of,
            partner=organisation(f"Wessenmere {body}"),
            view=view,
            reason="No lasting harm.",
            said_by="The partner",
            now=now,
        )


def typed(**changes: str) -> dict[str, str]:
    """The usual answers as a browser sends them."""
    fields = {name: str(value) for name, value in SAID.items() if name != "incident_on"}
    fields |= {"incident_on-day": "19", "incident_on-month": "11", "incident_on-year": "2026", "start": "one"}
    return fields | changes
