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
LATELY = timedelta(days=28)
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
    """How many notifications came from a region lately, and how many nobody has acknowledged."""

    code: str
    name: str
    arrived: int
    waiting: int


def inbox(person: Person, wanted: Wanted) -> QuerySet[Arrival]:
    """What has arrived for this person, the latest first."""
    return _for(person).filter(_narrowed(wanted)).order_by("-arrived_at", "-pk")


def rows_of(found: QuerySet[Arrival], start: int, stop: int) -> list[Arrival]:
    """A part of the inbox with all that the list shows. Only the rows of that part are read in full."""
    related = ("notification__region", "notification__local_authority", "notification__rapid_review")
    part = Arrival.objects.filter(pk__in=found.values("pk")[start:stop])
    rows = (
        part.select_related(*related).defer(*NOT_SHOWN, "notification__withdrawn_reason").order_by("-arrived_at", "-pk")
    )
    return list(rows.prefetch_related("notification__rapid_review__clock_changes"))


def counts_by_region(person: Person, now: datetime) -> list[RegionCount]:
    """For each region of this person with something new or waiting: how much."""
    lately = Q(arrived_at__gte=now - LATELY)
    waiting = Q(acknowledged_at=None) & ~Q(notification__state="withdrawn")
    region = ("notification__region", "notification__region__name")
    rows = (
        _for(person)
        .filter(lately | Q(acknowledged_at=None))
        .order_by()
        .values_list(*region)
        .annotate(arrived=Count("pk", filter=lately), waiting=Count("pk", filter=waiting))
    )
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
