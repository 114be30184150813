"""What moves a due date: a pause and an extension, each with its reason."""

from dataclasses import dataclass
from datetime import date

from second_question.rules.calendar import in_words


@dataclass(frozen=True)
class Pause:
    """Days that do not count, both ends included; `last_day` is None while it lasts.

    Raises:
        ValueError: no reason is given, or it ends before it begins.
    """

    first_day: date
    last_day: date | None
    reason: str

    def __post_init__(self) -> None:
        _need_reason(self.reason, "pause")
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError("The pause ends before it begins. Check its two dates.")

    def covers(self, day: date) -> bool:
        """Whether the day does not count. A pause that has not ended covers none yet: its length is not known."""
        return self.last_day is not None and self.first_day <= day <= self.last_day

    def in_words(self) -> str:
        """A sentence for a person to read."""
        if self.last_day is None:
            return f"Paused since {in_words(self.first_day)} ({self.reason}); the due date moves when the pause ends."
        return f"Paused from {in_words(self.first_day)} to {in_words(self.last_day)}, not counted ({self.reason})."


@dataclass(frozen=True)
class Extension:
    """More time: a new due date, or so many more working days. It never makes a due date earlier.

    Raises:
        ValueError: no reason is given, or not exactly one of the two.
    """

    reason: str
    until: date | None = None
    working_days: int | None = None

    def __post_init__(self) -> None:
        _need_reason(self.reason, "extension")
        if (self.until is None) == (self.working_days is None):
            raise ValueError("Give either a new due date or a number of working days, not both and not neither.")
        if self.working_days is not None and self.working_days < 1:
            raise ValueError("An extension is at least one working day long.")

    def in_words(self) -> str:
        """A sentence for a person to read."""
        if self.until is not None:
            return f"Extended to {in_words(self.until)} ({self.reason})."
        days = "1 working day" if self.working_days == 1 else f"{self.working_days} working days"
        return f"Extended by {days} ({self.reason})."


def _need_reason(reason: str, what: str) -> None:
    if not reason.strip():
        raise ValueError(f"Say why: the {what} of a clock needs a reason.")
