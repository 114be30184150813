"""Bringing a Notifications CSV into the register. Doing it again changes nothing.

Each notification comes in whole or not at all; what is wrong with one does not keep the others out. Rows come in by
portions, each a transaction of its own with its trail row, so that the rest of the installation can go on writing and a
broken-off import is completed by starting it again. What comes in is history: no rapid review is opened for it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice, repeat
from typing import BinaryIO

from django.db import transaction
from django.db.models import Prefetch
from django.utils.timezone import localdate

from second_question.exchange.csv_in import Problem
from second_question.exchange.notification_rows import NotificationRow
from second_question.exchange.notifications_csv import Entry, NotificationsFile
from second_question.rules.answers import Level
from second_question_web.incidents import series
from second_question_web.incidents.models import Child, Notification
from second_question_web.incidents.register.inserting import insert_children, insert_notifications
from second_question_web.incidents.register.mapping import child_from, notification_from
from second_question_web.incidents.register.places import Places, Reach, all_places, reach_of
from second_question_web.incidents.register.report import Report
from second_question_web.incidents.register.rows import as_row, differences
from second_question_web.incidents.snapshot import snapshot_of
from second_question_web.people.models import Person
from second_question_web.trail.actions import System, record

PORTION = 500  # notifications
EXAMPLES = 10
Progress = Callable[[int, int], None]
"""Called with the rows read so far and how many there are."""


@dataclass
class _Import:
    """One import under way."""

    by: Person | System
    now: datetime
    places: Places
    reach: Reach
    report: Report


def import_notifications(
    source: BinaryIO, *, by: Person | System, now: datetime, progress: Progress | None = None, dry_run: bool = False
) -> Report:
    """Brings the notifications of a file in, and says what came in, what was here already and what was refused.

    Args:
        source: the file, seekable.
        by: a person brings in what lies in their partnerships, or in England; the system brings in everything.
        progress: told how many rows are read, between transactions.
        dry_run: reads and checks everything and writes nothing.

    Never raises for what the file holds; a file that cannot be read at all is one problem of the report.
    """
    work = _Import(by, now, all_places(), reach_of(by), Report(dry_run=dry_run))
    file = NotificationsFile(source, today=localdate(now), local_authorities=work.places.authorities)
    work.report.problems.extend(file.problems)
    rows_read = 0
    for portion in _portions(file.entries()):
        _take(portion, work)
        rows_read += sum(len(entry.rows) for entry in portion)
        if progress:
            progress(rows_read, file.row_count)
    return work.report


def _portions(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while portion := list(islice(entries, PORTION)):
        yield portion


def _take(portion: Sequence[Entry], work: _Import) -> None:
    """One portion: what is right and new is written, unless it is a dry run."""
    for entry in portion:
        work.report.problems.extend(entry.problems)
        work.report.refused += entry.notification is None
    rows = [row for entry in portion if (row := entry.notification) and _belongs_here(row, work)]
    if work.report.dry_run:
        _count(_new_among(rows, work), work)
        return
    with transaction.atomic():
        _lock_series(rows)
        new = _new_among(rows, work)
        if new:
            _write(new, work)
    _count(new, work)


def _belongs_here(row: NotificationRow, work: _Import) -> bool:
    authority = work.places.authorities[row.local_authority]
    oddity = work.places.oddity(authority, row.notified_on)
    if oddity:
        work.report.problems.append(_problem(row, "local_authority", oddity, Level.WARNING))
    if work.reach.covers(work.places.partnership_on(authority, row.notified_on)):
        return True
    message = (
        f"{authority.name} was not in a partnership that you may import for on {row.notified_on}. "
        "Leave the row out, or ask the Panel’s secretariat to import it"
    )
    work.report.problems.append(_problem(row, "local_authority", message))
    work.report.refused += 1
    return False


def _lock_series(rows: Iterable[NotificationRow]) -> None:
    """Takes the locks of all the years first and in order, so that two imports wait for each other instead of failing."""
    for year in sorted({row.notified_on.year for row in rows}):
        series.locked("SIN", date(year, 1, 1))


def _new_among(rows: Sequence[NotificationRow], work: _Import) -> list[NotificationRow]:
    """Those that are not in the register; what is there already is counted, and what differs is said."""
    there = _there_already([row.notification_id for row in rows])
    for row in rows:
        if row.notification_id in there:
            _compare(there[row.notification_id], row, work)
    return [row for row in rows if row.notification_id not in there]


def _there_already(keys: Sequence[str]) -> dict[str, Notification]:
    """By the sender's number, or by our own reference: a file that we gave out can be read in again."""
    children = Prefetch("children", Child.objects.filter(removed_at=None).defer("sealed_answers"))
    wanted = Notification.objects.select_related("local_authority").prefetch_related(children)
    wanted = wanted.defer("sealed_answers", "withdrawn_reason", "snapshot", "extra")
    ours = wanted.filter(reference__in=keys)
    theirs = wanted.filter(external_reference__in=keys)
    return {n.reference: n for n in ours} | {n.external_reference: n for n in theirs if n.external_reference}


def _compare(here: Notification, row: NotificationRow, work: _Import) -> None:
    if not work.reach.covers(here.partnership_id):
        message = "Another notification in the register has this number. Give this one a number of its own"
        work.report.problems.append(_problem(row, "notification_id", message))
        work.report.refused += 1
        return
    different = differences(as_row(here, here.children.all()), row)
    if not different:
        work.report.already_here += 1
        return
    message = f"{here.reference} is in the register and differs in {', '.join(different)}. It was left as it is"
    work.report.problems.append(_problem(row, "notification_id", message, Level.WARNING))
    work.report.different += 1


def _write(rows: Sequence[NotificationRow], work: _Import) -> None:
    """The rows as records, with their numbers, and one row in the trail."""
    numbers = _references(rows)
    made = [_notification(row, next(numbers[row.notified_on.year]), work) for row in rows]
    children = [_children(row, notification, work) for row, notification in zip(rows, made, strict=True)]
    for notification, own in zip(made, children, strict=True):
        notification.snapshot = snapshot_of(notification, own, ())
    insert_notifications(made)
    for notification, own in zip(made, children, strict=True):
        for child in own:
            child.notification_id = notification.pk
    insert_children(chain.from_iterable(children))
    work.report.first, work.report.last = work.report.first or made[0].reference, made[-1].reference
    record(
        "register.import",
        by=work.by,
        subject=("register", f"{made[0].reference} and {len(made) - 1} more"),
        before={},
        after={"notifications": len(made), "children": sum(map(len, children)), "references": _ranges(made)},
        at=work.now,
    )


def _references(rows: Sequence[NotificationRow]) -> dict[int, Iterator[str]]:
    """As many next references of each year's series as the rows need."""
    numbers: dict[int, Iterator[str]] = {}
    for year in {row.notified_on.year for row in rows}:
        own = series.locked("SIN", date(year, 1, 1))
        first, own.last = own.last + 1, own.last + sum(row.notified_on.year == year for row in rows)
        own.save()
        numbers[year] = map("{}-{:04}".format, repeat(own.name), range(first, own.last + 1))
    return numbers


def _notification(row: NotificationRow, reference: str, work: _Import) -> Notification:
    authority = work.places.authorities[row.local_authority]
    partnership_id = work.places.partnership_on(authority, row.notified_on)
    made = notification_from(row, authority, partnership_id, by=work.by.trail_name, now=work.now)
    made.reference, made.start_token = reference, f"import {reference}"
    return made


def _children(row: NotificationRow, notification: Notification, work: _Import) -> list[Child]:
    by = work.by.trail_name
    return [child_from(child, place, notification, by=by, now=work.now) for place, child in enumerate(row.children, 1)]


def _ranges(made: Sequence[Notification]) -> str:
    """The references in short: the first and last of each year."""
    by_year: dict[int, list[str]] = {}
    for notification in made:
        by_year.setdefault(notification.sent_on.year if notification.sent_on else 0, []).append(notification.reference)
    return ", ".join(f"{own[0]} to {own[-1]}" if len(own) > 1 else own[0] for own in by_year.values())


def _count(new: Sequence[NotificationRow], work: _Import) -> None:
    work.report.came_in += len(new)
    work.report.children += sum(len(row.children) for row in new)
    work.report.examples.extend(new[: EXAMPLES - len(work.report.examples)])


def _problem(row: NotificationRow, column: str, message: str, level: Level = Level.ERROR) -> Problem:
    return Problem(row.children[0].row, column, message, level)
