"""The Notifications CSV, one row a child: read into notifications, row by row, with every problem named; and written.

A file is read twice. The first reading finds out whether it can be read at all, and where each notification ends; so
the rows of one notification need not stand together, and the second hands each notification over as soon as its last
row has passed. Memory holds one number for each notification, and those that are still open. The order of the file is
kept, because the published sample depends on it (Appendix 1 of the annual review).
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from second_question.exchange.csv_in import Problem, Unreadable, csv_rows
from second_question.exchange.csv_out import Cell, csv_lines
from second_question.exchange.notification_group import NotificationGroup, Reading
from second_question.exchange.notification_rows import COLUMNS, EXPECTED_COLUMNS, REQUIRED_COLUMNS, NotificationRow
from second_question.rules.answers import Level

_ALONE = "\0"  # marks a row without an identifier; no cell holds this character


@dataclass(frozen=True, slots=True)
class Entry:
    """One notification of the file with everything odd about it; `notification` is None where it is refused."""

    notification_id: str
    notification: NotificationRow | None
    problems: tuple[Problem, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A whole file. A notification with an error in any of its rows is left out."""

    notifications: tuple[NotificationRow, ...]
    problems: tuple[Problem, ...]
    extra_columns: tuple[str, ...]


class NotificationsFile:
    """A Notifications CSV that has been looked through once.

    `problems` are those of the file as a whole; with an error among them `entries` gives nothing. `row_count` counts
    the rows below the headings.
    """

    def __init__(self, source: BinaryIO, *, today: date, local_authorities: Container[str] | None = None) -> None:
        """`source` is seekable; `local_authorities` holds the codes that are known, None to check their form only."""
        self._source = source
        self._reading = Reading(today=today, local_authorities=local_authorities)
        self._last_row: dict[str, int] = {}
        self._identifier_at = 0
        self.row_count = 0
        self.headings: list[str] = []
        self.problems: tuple[Problem, ...] = ()
        try:
            self.problems = tuple(self._look_through())
        except Unreadable as unreadable:
            self.problems = (unreadable.problem,)

    @property
    def readable(self) -> bool:
        """Whether any row can be read."""
        return all(problem.level is Level.WARNING for problem in self.problems)

    @property
    def extra_columns(self) -> tuple[str, ...]:
        """The headings that are not ours; none where the file cannot be read."""
        if not self.readable:
            return ()
        return tuple(heading for heading in self.headings if heading and heading not in COLUMNS)

    def entries(self) -> Iterator[Entry]:
        """Each notification in the order of the file."""
        if not self.readable:
            return
        rows = csv_rows(self._source)
        next(rows)
        waiting: dict[str, NotificationGroup] = {}
        for number, cells in rows:
            key = self._key(number, cells)
            if key not in waiting:
                waiting[key] = NotificationGroup(key.removeprefix(_ALONE + str(number)), self._reading)
            group = waiting[key]
            group.add(number, self.headings, cells)
            group.complete = number == self._last_row.get(key, number)
            yield from _finished(waiting)

    def _look_through(self) -> Iterator[Problem]:
        rows = csv_rows(self._source)
        first, headings = next(rows, (1, [""]))
        self.headings = [_heading(cell) for cell in headings]
        yield from _check_headings(first, self.headings)
        self._identifier_at = self.headings.index(COLUMNS[0]) if COLUMNS[0] in self.headings else len(self.headings)
        for number, cells in rows:
            self.row_count += 1
            self._last_row[self._key(number, cells)] = number
        if not self.row_count:
            yield Problem(None, "", "The file has headings but no rows")

    def _key(self, number: int, cells: list[str]) -> str:
        """What the rows of one notification have in common; a row without an identifier stands alone."""
        identifier = cells[self._identifier_at] if self._identifier_at < len(cells) else ""
        return identifier or f"{_ALONE}{number}"


def read_notifications(source: BinaryIO, *, today: date, local_authorities: Container[str] | None = None) -> ReadResult:
    """The whole file at once. Never raises for what the file holds."""
    file = NotificationsFile(source, today=today, local_authorities=local_authorities)
    notifications: list[NotificationRow] = []
    problems = list(file.problems)
    for entry in file.entries():
        problems.extend(entry.problems)
        if entry.notification:
            notifications.append(entry.notification)
    return ReadResult(tuple(notifications), tuple(problems), file.extra_columns)


def notification_lines(
    notifications: Iterable[NotificationRow], *, extra_columns: Sequence[str] = (), byte_order_mark: bool = True
) -> Iterator[str]:
    """The Notifications CSV line by line; reading it back gives the same notifications."""
    rows = (row for notification in notifications for row in _written(notification, extra_columns))
    return csv_lines((*COLUMNS, *extra_columns), rows, byte_order_mark=byte_order_mark)


def _written(notification: NotificationRow, extra_columns: Sequence[str]) -> Iterator[list[Cell]]:
    n = notification
    about = [n.notification_id, n.incident_on, n.aware_on, n.notified_on, n.local_authority, n.nature, n.likely_cause]
    for child in n.children:
        extra = dict(child.extra)
        age = [child.age_years, child.age_group]
        person = [child.child_id, child.focus_child, *age, child.sex, child.ethnicity, ";".join(n.features)]
        yield [*about, *person, *(extra.get(column, "") for column in extra_columns)]


def _finished(waiting: dict[str, NotificationGroup]) -> Iterator[Entry]:
    """Hand over from the front what is complete, so that the order of the file is kept."""
    while waiting:
        key = next(iter(waiting))
        if not waiting[key].complete:
            return
        group = waiting.pop(key)
        notification = group.notification()
        yield Entry(group.notification_id, notification, tuple(group.problems), tuple(group.rows))


def _heading(cell: str) -> str:
    """One of our column names however it was typed; any other heading as it stands."""
    ours = cell.strip().casefold().replace(" ", "_").replace("-", "_")
    return ours if ours in COLUMNS else cell


def _check_headings(row: int, headings: list[str]) -> Iterator[Problem]:
    if len(headings) == 1 and any(mark in headings[0] for mark in ";\t"):
        advice = "The columns are not separated by commas. Save the file as “CSV UTF-8 (comma delimited)”"
        yield Problem(row, "", advice)
        return
    for name in REQUIRED_COLUMNS:
        if name not in headings:
            yield Problem(row, name, f"This column is missing. The file needs: {', '.join(REQUIRED_COLUMNS)}")
    for names in EXPECTED_COLUMNS:
        if not any(name in headings for name in names):
            yield Problem(
                row, names[0], "This column is missing. It is read as not known for every child", Level.WARNING
            )
    for name in sorted({heading for heading in headings if heading and headings.count(heading) > 1}):
        yield Problem(row, name, "Two columns have this heading. Rename or remove one")
