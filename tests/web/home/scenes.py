"""What stands on people's desks in these tests."""

from datetime import date, datetime

from second_question_web.incidents.models import Notification, Referral
from second_question_web.partnerships.models import LocalClock
from second_question_web.trail.actions import System, record
from second_question_web.trail.models import Outcome
from tests.people import organisation, partnership, person
from tests.sent import at_noon


def draft(number: int, aware_on: date | None, by: str = "Bea", at: str = "Wessenmere") -> Notification:
    """A draft; the authority became aware on that day."""
    where = partnership(at)
    return Notification.objects.create(
        reference=f"SIN-2026-{number:04}",
        form="notification/2026",
        partnership=where,
        region=where.region,
        started_at=at_noon(2026, 11, 20),
        started_by=person(by).name,
        started_by_key=person(by).trail_key,
        start_token=f"draft-{number}",
        aware_on=aware_on,
        changed_at=at_noon(2026, 11, 20),
    )


def referral(number: int = 1, made_at: datetime | None = None, at: str = "Wessenmere") -> Referral:
    """A referral by a school that nobody has screened yet."""
    return Referral.objects.create(
        reference=f"REF-2026-{number:04}",
        partnership=partnership(at),
        organisation=organisation("Alder Lane Academy"),
        made_at=made_at or at_noon(2026, 11, 20),
        made_by="Colm Addy",
        made_by_key="person:0",
        start_token=f"referral-{at}-{number}",
        what_happened="Something that no list may show.",
    )


def local_clock(name: str, working_days: int, starts_from: str) -> LocalClock:
    """A clock that Wessenmere sets for itself."""
    own = partnership("Wessenmere")
    return LocalClock.objects.create(
        partnership=own, name=name, working_days=working_days, starts_from=starts_from, started_on=date(2020, 1, 1)
    )


def refused(times: int, at: datetime) -> None:
    """Refusals in the trail."""
    for _ in range(times):
        record("page.refuse", by=System("tests"), outcome=Outcome.REFUSED, at=at)
