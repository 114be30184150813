"""Reading the trail. A page is found by the number of its first row, so that the millionth is as near as the first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, Min, Q, QuerySet

from second_question.rules.access import Permission
from second_question_web.trail.actions import Reader
from second_question_web.trail.models import Entry, Head, Outcome
from second_question_web.trail.refusals import Hidden
from second_question_web.trail.sentences import reading_actions

LONDON = ZoneInfo("Europe/London")
PAGE = 50
MOST_PEOPLE = 200  # whose names match what was typed


@dataclass(frozen=True)
class Wanted:
    """Which rows are wanted; what is empty does not narrow. Dates are days in England, both included."""

    person: str = ""
    action: str = ""
    case: str = ""
    outcome: str = ""
    since: date | None = None
    until: date | None = None
    request_number: str = ""
    address: str = ""

    def in_force(self) -> dict[str, str]:
        """What narrows, by name, as text."""
        return {name: str(value) for name, value in vars(self).items() if value}


@dataclass(frozen=True)
class Page:
    """Rows, newest first. `older` and `newer` are the numbers to go on from; None at either end."""

    rows: list[Entry]
    older: int | None
    newer: int | None


@dataclass(frozen=True)
class Opener:
    """Somebody who opened a case: who, how often, first and last when."""

    name: str
    organisation: str
    times: int
    refused: int
    first: datetime
    last: datetime


def page(person: Reader, wanted: Wanted, before: int | None = None, after: int | None = None) -> Page:
    """One page: the newest rows, those before a number, or those after one.

    Raises:
        PermissionDenied: not for this person.
    """
    found = _rows(person, wanted)
    if after is not None:
        later = list(_beyond(found, wanted, after, forward=True)[: PAGE + 1])
        rows = later[:PAGE][::-1]
        return Page(rows, rows[-1].number if rows else None, rows[0].number if len(later) > PAGE else None)
    rows = list(_beyond(found, wanted, before, forward=False)[: PAGE + 1])
    older = rows[PAGE - 1].number if len(rows) > PAGE else None
    return Page(rows[:PAGE], older, rows[0].number if rows and before is not None else None)


def download(person: Reader, wanted: Wanted) -> Iterator[Entry]:
    """Every wanted row, newest first, a few at a time.

    Raises:
        PermissionDenied: not for this person.
    """
    return _beyond(_rows(person, wanted), wanted, None, forward=False).iterator(chunk_size=2000)


def entry(person: Reader, number: int) -> Entry:
    """The row of that number.

    Raises:
        Hidden: there is none, or not for this person.
    """
    found = Entry.objects.filter(number=number).first() if person.may(Permission.TRAIL_READ) else None
    if found is None:
        raise Hidden("trail row", str(number))
    return found


def who_opened(case: str) -> list[Opener]:
    """Everybody who opened that case or was refused it, the latest first. The caller asks whether the person may know."""
    openings = Entry.objects.filter(_opening(), case=case)
    seen = openings.values("actor_key", "actor_name", "actor_organisation").annotate(
        times=Count("number", filter=Q(outcome=Outcome.DONE)),
        refused=Count("number", filter=Q(outcome=Outcome.REFUSED)),
        first=Min("at"),
        last=Max("at"),
    )
    return [
        Opener(row["actor_name"], row["actor_organisation"], row["times"], row["refused"], row["first"], row["last"])
        for row in seen.order_by("-last")
    ]


def openings_of(case: str, limit: int = PAGE) -> QuerySet[Entry]:
    """The latest times that case was opened or refused, newest first."""
    return Entry.objects.filter(_opening(), case=case).order_by("-number")[:limit]


def changes_to(subject: tuple[str, str], actions: Iterable[str], limit: int = PAGE) -> QuerySet[Entry]:
    """The latest rows of these actions about one thing, newest first. The caller asks whether the person may know.

    The actions are looked up first, so they should be few among all rows.
    """
    kind, key = subject
    done = Entry.objects.filter(action__in=list(actions), subject_key=key, subject_kind=kind, outcome=Outcome.DONE)
    return done.order_by("-number")[:limit]


def everything() -> tuple[Iterator[Entry], Head]:
    """Every row in the order of its number, a few at a time, and the head that the last must fit. For the check."""
    head = Head.objects.get(pk=1)
    return Entry.objects.filter(number__lte=head.number).order_by("number").iterator(chunk_size=2000), head


def _opening() -> Q:
    """A look at the case itself; who reads the trail sees nothing of it."""
    looks = [action for action in reading_actions() if not action.startswith("trail.")]
    return Q(action__in=looks) | Q(outcome=Outcome.REFUSED)


def _rows(person: Reader, wanted: Wanted) -> QuerySet[Entry]:
    if not person.may(Permission.TRAIL_READ):
        raise PermissionDenied(f"needs {Permission.TRAIL_READ}")
    exact = {name: getattr(wanted, name) for name in ("action", "case", "outcome", "request_number", "address")}
    found = Entry.objects.filter(**{name: value for name, value in exact.items() if value})
    if wanted.person:
        found = found.filter(actor_key__in=_keys_of(wanted.person))
    return found


def _beyond(found: QuerySet[Entry], wanted: Wanted, number: int | None, *, forward: bool) -> QuerySet[Entry]:
    """The rows on one side of a row, the nearest first; every row, newest first, without one.

    They follow each other by number. Between dates they follow by time, so that the database need not sort a year of
    rows to show a page: rows that were written for an earlier moment have a later number.
    """
    if wanted.since or wanted.until:
        return _beyond_by_time(found, wanted, number, forward=forward)
    if number is not None:
        found = found.filter(number__gt=number) if forward else found.filter(number__lt=number)
    return found.order_by("number" if forward else "-number")


def _beyond_by_time(found: QuerySet[Entry], wanted: Wanted, number: int | None, *, forward: bool) -> QuerySet[Entry]:
    since = _midnight(wanted.since) if wanted.since else None
    until = _midnight(wanted.until + timedelta(days=1)) if wanted.until else None
    if number is not None:
        at = Entry.objects.filter(number=number).values_list("at", flat=True).first()
        if at is None:
            return found.none()
        same = {"number__lte": number} if forward else {"number__gte": number}
        found = found.exclude(at=at, **same)
        # Each end is given once: of two upper ends a database uses one, perhaps the far one.
        since, until = (at, until) if forward else (since, at + timedelta(microseconds=1))
    if since:
        found = found.filter(at__gte=since)
    if until:
        found = found.filter(at__lt=until)
    return found.order_by(*(("at", "number") if forward else ("-at", "-number")))


def _keys_of(typed: str) -> list[str]:
    """The trail's keys of the people whose name or e-mail address holds what was typed; or the key itself.

    Names are looked up among the accounts, of which there are few, and not in the rows, of which there are many.
    """
    if typed.startswith(("person:", "system:")):
        return [typed]
    matching = Q(name__icontains=typed) | Q(email__iexact=typed)
    people = get_user_model().objects.filter(matching).values_list("pk", flat=True)[:MOST_PEOPLE]
    return [f"person:{key}" for key in people]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON).astimezone(UTC)
