"""Reading the Panel's inbox. A Panel member sees the regions that are theirs, the secretariat all of them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet

from second_question.rules.access import Permission
from second_question_web.incidents.scope import notifications_for, through
from second_question_web.panel.models import Arrival
from second_question_web.people.models import Person
from second_question_web.trail.refusals import Hidden

LONDON = ZoneInfo("Europe/London")
NOT_SHOWN = tuple(f"notification__{name}" for name in ("sealed_answers", "answers", "unanswered", "snapshot", "extra"))


@dataclass(frozen=True)
class Wanted:
    """Which arrivals are wanted; what is empty does not narrow. Dates are days in England, both included."""

    acknowledged: str = ""  # "no" or "yes"
    region: str = ""
    nature: str = ""
    since: date | None = None
    until: date | None = None

    def in_force(self) -> dict[str, str]:
        """What narrows, by name, as text."""
        return {name: str(value) for name, value in vars(self).items() if value}


@dataclass(frozen=True)
class RegionCount:
    """How many notifications came from a region, and how many of them nobody has acknowledged."""

    code: str
    name: str
    arrived: int
    waiting: int


def inbox(person: Person, wanted: Wanted) -> QuerySet[Arrival]:
    """What has arrived for this person, the latest first, with all that the list shows."""
    found = _for(person).filter(_narrowed(wanted))
    related = ("notification__region", "notification__local_authority", "notification__rapid_review")
    rows = found.select_related(*related).defer(*NOT_SHOWN, "notification__withdrawn_reason")
    return rows.prefetch_related("notification__rapid_review__clock_changes").order_by("-arrived_at", "-pk")


def counts_by_region(person: Person) -> list[RegionCount]:
    """For each region of this person that something arrived from: how much, and how much is waiting."""
    waiting = Count("pk", filter=Q(acknowledged_at=None) & ~Q(notification__state="withdrawn"))
    region = ("notification__region", "notification__region__name")
    rows = _for(person).order_by().values_list(*region).annotate(arrived=Count("pk"), waiting=waiting)
    return [
        RegionCount(code or "", name or "Region not known", *counts) for code, name, *counts in sorted(rows, key=_code)
    ]


def arrival(person: Person, reference: str, permission: Permission) -> Arrival:
    """The arrival of that notification.

    Raises:
        Hidden: it has not arrived, or not for this person.
    """
    reach = through("notification", notifications_for(person, permission))
    found = Arrival.objects.select_related("notification").filter(reach, notification__reference=reference).first()
    if found is None:
        raise Hidden("notification", reference, case=reference)
    return found


def _for(person: Person) -> QuerySet[Arrival]:
    return Arrival.objects.filter(through("notification", notifications_for(person, Permission.PANEL_INBOX)))


def _code(row: tuple[str | None, ...]) -> str:
    return row[0] or "~"  # what has no region comes last


def _narrowed(wanted: Wanted) -> Q:
    narrowed = Q()
    if wanted.acknowledged:
        narrowed &= Q(acknowledged_at__isnull=wanted.acknowledged == "no")
    if wanted.region:
        narrowed &= Q(notification__region=wanted.region)
    if wanted.nature:
        narrowed &= Q(notification__nature=wanted.nature)
    if wanted.since:
        narrowed &= Q(arrived_at__gte=_midnight(wanted.since))
    if wanted.until:
        narrowed &= Q(arrived_at__lt=_midnight(wanted.until + timedelta(days=1)))
    return narrowed


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)
