"""Notifications that were sent, made as the journey makes them but without its pages."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from second_question_web import pathway
from second_question_web.incidents.models import Notification
from second_question_web.rapid_reviews.models import RapidReview
from tests.people import organisation, partnership, person

LONDON = ZoneInfo("Europe/London")
SENT = datetime(2026, 11, 2, 10, 30, tzinfo=LONDON)  # a Monday; the fifteenth working day is Monday 23 November


def sent_notification(
    number: int = 1, at: str = "Wessenmere", now: datetime = SENT, reason: str = "in_area", nature: str = "death"
) -> Notification:
    """A notification of that partnership, sent at that moment by its business manager; the pathway is followed."""
    where = partnership(at)
    made = Notification.objects.create(
        reference=f"SIN-{now.year}-{number:04}",
        state=Notification.State.SENT,
        form="notification/2026",
        ruleset="working-together-2026",
        partnership=where,
        local_authority=organisation(f"{at} Council"),
        region=where.region,
        started_by="Somebody",
        start_token=f"token-{at}-{number}",
        sent_at=now,
        sent_on=now.date(),
        receipt_number=f"R{number:05}",
        nature=nature,
        reason=reason,
        number_of_children=1,
    )
    sender = person("Bea" if at == "Wessenmere" else "Noor")
    pathway.follow("notification.sent", notification=made, by=sender, now=now)
    return made


def review_of(notification: Notification) -> RapidReview:
    """Its rapid review as it stands in the database."""
    return RapidReview.objects.get(notification=notification)


def at_noon(year: int, month: int, day: int) -> datetime:
    """Midday in England on that day."""
    return datetime.combine(datetime(year, month, day), time(12), LONDON)  # noqa: DTZ001  the zone is given beside it
