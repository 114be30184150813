"""The rows of one notification, gathered and checked against each other."""

from collections.abc import Container
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from second_question.exchange.csv_in import Problem
from second_question.exchange.notification_cells import Cells
from second_question.exchange.notification_rows import (
    CAUSE_CODES,
    COLUMNS,
    ETHNICITY_CODES,
    NATURE_CODES,
    SEX_CODES,
    SHARED_COLUMNS,
    UNKNOWN_AGE,
    ChildRow,
    NotificationRow,
    age_group_of,
)
from second_question.rules.answers import Level
from second_question.rules.notification_codes import causes_for


@dataclass
class Reading:
    """What is the same for the whole file: today, the known authorities, and where each child was seen first."""

    today: date
    local_authorities: Container[str] | None = None
    seen_children: dict[str, int] = field(default_factory=dict)


class NotificationGroup:
    """One notification while its rows come in. `complete` is set by whoever knows that the last row has passed."""

    def __init__(self, notification_id: str, reading: Reading) -> None:
        self.notification_id = notification_id
        self.reading = reading
        self.complete = False
        self.rows: list[int] = []
        self.problems: list[Problem] = []
        self._children: list[tuple[ChildRow, bool | None]] = []
        self._own_children: set[str] = set()
        self._facts: NotificationRow | None = None
        self._shared: dict[str, str] = {}

    def add(self, row: int, headings: list[str], values: list[str]) -> None:
        """Read one row."""
        self.rows.append(row)
        cells = Cells(row, dict(zip(headings, values, strict=False)))
        if _has_right_width(cells, headings, values):
            self._read_shared(cells)
            self._children.append(self._read_child(cells, headings))
        self.problems.extend(cells.problems)

    def notification(self) -> NotificationRow | None:
        """The whole notification; None where a row has an error."""
        children = self._with_focus(self._with_identifiers())
        if self._facts is None or any(problem.level is Level.ERROR for problem in self.problems):
            return None
        return replace(self._facts, children=tuple(children))

    def _read_shared(self, cells: Cells) -> None:
        """Read what all rows say alike once; a later row need only say the same."""
        shared = {column: cells.text(column) for column in SHARED_COLUMNS}
        if not self._children:
            self._shared = shared
            self._facts = self._read_facts(cells)
        elif shared != self._shared:
            self._compare(cells, shared)

    def _read_facts(self, cells: Cells) -> NotificationRow | None:
        if not cells.identifier("notification_id"):
            cells.note("notification_id", "This is empty. Every row needs the number of its notification")
        today = self.reading.today
        incident_on, aware_on = cells.day("incident_on", today=today), cells.day("aware_on", today=today)
        notified_on = cells.day("notified_on", today=today, required=True)
        local_authority = cells.local_authority(self.reading.local_authorities)
        nature = cells.code("nature", NATURE_CODES)
        cause, features = cells.code("likely_cause", CAUSE_CODES, blank=""), cells.features()
        _check_order(cells, incident_on, aware_on, notified_on)
        _check_cause(cells, nature, cause)
        if notified_on is None:
            return None
        return NotificationRow(
            self.notification_id, incident_on, aware_on, notified_on, local_authority, nature, cause, features, ()
        )

    def _compare(self, cells: Cells, shared: dict[str, str]) -> None:
        for column in SHARED_COLUMNS:
            if _alike(shared[column]) != _alike(self._shared[column]):
                message = (
                    f"This differs from row {self.rows[0]} of the same notification. All its rows must say the same"
                )
                cells.note(column, message)

    def _read_child(self, cells: Cells, headings: list[str]) -> tuple[ChildRow, bool | None]:
        age, group = cells.age_years(), cells.age_group()
        if age is not None and group not in (UNKNOWN_AGE, age_group_of(age)):
            cells.note("age_group", f"This does not fit the age of {age}. The age is used", Level.WARNING)
        focus = cells.yes_or_no("focus_child")
        child = ChildRow(
            child_id=cells.identifier("child_id"),
            focus_child=bool(focus),
            age_years=age,
            age_group=group if age is None else age_group_of(age),
            sex=cells.code("sex", SEX_CODES, blank="not_known"),
            ethnicity=cells.code("ethnicity", ETHNICITY_CODES, blank="NOBT"),
            extra=tuple((h, cells.text(h)) for h in headings if h and h not in COLUMNS and cells.text(h)),
            row=cells.row,
        )
        self._check_seen(cells, child.child_id)
        return child, focus

    def _check_seen(self, cells: Cells, child_id: str) -> None:
        if not child_id:
            return
        if child_id in self._own_children:
            cells.note("child_id", "This child is in the notification already. Give every child a number of its own")
            return
        self._own_children.add(child_id)
        first = self.reading.seen_children.setdefault(child_id, cells.row)
        if first != cells.row:
            message = f"This child is also in row {first}, in another notification. That can be right; please check"
            cells.note("child_id", message, Level.WARNING)

    def _with_identifiers(self) -> list[tuple[ChildRow, bool | None]]:
        """A child without a number gets the notification's and its place, so that a second import finds it again."""
        taken = {child.child_id for child, _ in self._children}
        named = []
        for position, (child, focus) in enumerate(self._children, start=1):
            child_id = child.child_id or self._free_identifier(position, taken)
            taken.add(child_id)
            named.append((replace(child, child_id=child_id), focus))
        return named

    def _free_identifier(self, position: int, taken: set[str]) -> str:
        return next(identifier for n in count(position) if (identifier := f"{self.notification_id}-{n}") not in taken)

    def _with_focus(self, children: list[tuple[ChildRow, bool | None]]) -> list[ChildRow]:
        """Exactly one focus child: the one marked, else the first (handbook 2, section 2.4)."""
        marked = [position for position, (_, focus) in enumerate(children) if focus]
        said = any(focus is not None for _, focus in children)
        if said and len(marked) != 1:
            message = "has no child marked yes" if not marked else f"has {len(marked)} children marked yes"
            row = self.rows[marked[1]] if marked else self.rows[0]
            advice = f"The notification {message}; the first is used"
            self.problems.append(Problem(row, "focus_child", advice, Level.WARNING))
        chosen = marked[0] if marked else 0
        return [replace(child, focus_child=position == chosen) for position, (child, _) in enumerate(children)]


def _has_right_width(cells: Cells, headings: list[str], values: list[str]) -> bool:
    if len(values) < len(headings):
        cells.note("", f"This row has {len(values)} cells, and {len(headings)} are expected. Is the file cut off?")
    elif any(values[len(headings) :]):
        message = (
            f"This row has {len(values)} cells, and {len(headings)} are expected. Put quotation marks round a comma"
        )
        cells.note("", message)
    elif any(value and not heading for heading, value in zip(headings, values, strict=False)):
        cells.note("", "A cell of this row stands in a column that has no heading. Add a heading or empty the cell")
    return not cells.problems


def _check_order(cells: Cells, incident_on: date | None, aware_on: date | None, notified_on: date | None) -> None:
    if incident_on and aware_on and aware_on < incident_on:
        cells.note("aware_on", "This is before the incident. Check both dates")
    if incident_on and notified_on and notified_on < incident_on:
        cells.note("notified_on", "This is before the incident. Check both dates")
    elif aware_on and notified_on and notified_on < aware_on:
        cells.note("notified_on", "This is before the authority became aware. Check both dates")


def _check_cause(cells: Cells, nature: str, cause: str) -> None:
    if nature and cause and cause not in {option.code for option in causes_for(nature)}:
        cells.note("likely_cause", f"This cause is not usual for {nature}. Check both", Level.WARNING)


def _alike(value: str) -> tuple[str, ...]:
    """A shared cell without what does not matter: case, and the order of features."""
    return tuple(sorted(part.strip().casefold() for part in value.split(";")))
