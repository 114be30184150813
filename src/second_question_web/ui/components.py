"""What our page components are given: small records that a view fills and a macro in `jinja2/ui/components/` draws.

docs/components.md shows each with an example; `ui/style_guide.html` shows them all on one page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

SOON = 3  # working days: from here on a deadline is drawn as near


@dataclass(frozen=True, kw_only=True)
class SkippedDay:
    """A bank holiday that was not counted."""

    on: date
    why: str


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A due date with everything that says how it came about.

    `working_days_left` is 0 on the day itself and below zero afterwards. `first_due` and `reason` are given when a pause
    or an extension moved the date. `met_on` ends the clock, `paused_since` says that it stands still. `words` are shown in
    the tag instead of the number of days. `unverified` says what nobody has checked about the rule.
    """

    label: str
    due: date
    working_days_left: int
    rule: str
    starts: date
    source: str
    counting: str = "The day after the start is day 1. Weekends are not counted."
    unverified: str = ""
    skipped: Sequence[SkippedDay] = ()
    first_due: date | None = None
    reason: str = ""
    met_on: date | None = None
    paused_since: date | None = None
    words: str = ""
    href: str = ""

    @property
    def state(self) -> str:
        """One of met, met_late, paused, late, today, soon, running: what decides its colour and words."""
        if self.met_on:
            return "met" if self.met_on <= self.due else "met_late"
        if self.paused_since:
            return "paused"
        if self.working_days_left <= 0:
            return "late" if self.working_days_left else "today"
        return "soon" if self.working_days_left <= SOON else "running"


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened, for a timeline. `text` may be several paragraphs, parted by empty lines."""

    at: date | datetime
    title: str
    who: str = ""
    text: str = ""
    href: str = ""
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One stage of the pipeline: how many are there now, and how many of them are late."""

    label: str
    count: int
    late: int = 0
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table. With a `key` it can be sorted by `?sort=key` and `?sort=-key`."""

    label: str
    key: str = ""
    numeric: bool = False


@dataclass(frozen=True, kw_only=True)
class Link:
    """A table cell that leads somewhere. `about` is read out after the text, so that links differ from one another."""

    text: str
    href: str
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Status:
    """A status tag: always words, and one of the tones of `TONES`."""

    text: str
    tone: str = "neutral"

    @property
    def classes(self) -> str:
        """The design system's class for the tone; an unknown tone is a programming error."""
        return TONES[self.tone]


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """A filter that is in force, with the address of the same list without it."""

    label: str
    text: str
    remove: str


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A row of a summary of answers. `text` empty means not answered yet; `change` is where to change it."""

    question: str
    text: str = ""
    change: str = ""
    unanswered: str = ""


@dataclass(frozen=True, kw_only=True)
class Work:
    """Long work in the background. `state` is waiting, running, done or failed; `total` 0 means not yet known.

    `address` gives this fragment again, for polling; `page` is the page to load again by hand; `result` leads on.
    """

    title: str
    state: str
    done: int = 0
    total: int = 0
    unit: str = "row"
    message: str = ""
    address: str = ""
    page: str = ""
    result: str = ""
    result_text: str = "See the result"

    @property
    def moving(self) -> bool:
        """Whether there is anything to wait for."""
        return self.state in ("waiting", "running")

    @property
    def percent(self) -> int:
        """How much is done, from 0 to 100."""
        return min(100, 100 * self.done // self.total) if self.total else 0


# Each tone means one thing everywhere. The words in the tag carry the meaning; the colour only helps to find it.
TONES = {
    "neutral": "govuk-tag--grey",  # nothing has begun, or all is over
    "open": "govuk-tag--blue",  # under way
    "waiting": "govuk-tag--yellow",  # somebody else must act
    "attention": "govuk-tag--orange",  # soon due, or needs a look
    "late": "govuk-tag--red",
    "done": "govuk-tag--green",
    "decision": "govuk-tag--purple",  # a judgement is recorded or asked for
}

CLOCK_TONES = {
    "met": ("done", "Done in time"),
    "met_late": ("neutral", "Done late"),
    "paused": ("waiting", "Paused"),
    "late": ("late", ""),
    "today": ("attention", ""),
    "soon": ("attention", ""),
    "running": ("open", ""),
}


GLOBALS: dict[str, object] = {"CLOCK_TONES": CLOCK_TONES, "TONES": TONES}
