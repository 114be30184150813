"""The chase list: every agency that was asked, and who owes what since when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from second_question.exchange.csv_out import Cell
from second_question.rules.calendar import working_days_between
from second_question.rules.workflow import AgencyRequestState
from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink, SignOff
from second_question_web.rapid_reviews.summaries.letters import OWED_BY, owing
from second_question_web.ui.components import Status
from second_question_web.ui.filters import plural, short_date

_A = AgencyRequestState
TONES = {
    _A.ASKED: "waiting",
    _A.STARTED: "open",
    _A.RETURNED: "waiting",
    _A.SIGNED: "done",
    _A.NOTHING_KNOWN: "done",
    _A.WITHDRAWN: "neutral",
}
FIELDS = (
    *("reference", "number", "agency", "agency_kind", "asked_by", "state", "asked_on", "due_on", "working_days_left"),
    *("written_to", "first_opened_on", "reminders", "last_reminded_on", "returned_on", "signed_on", "told_on"),
)
_NEVER = date.max


@dataclass(frozen=True)
class Line:
    """One agency: where its request stands on a day. `days` are the working days left, below zero when late."""

    request: AgencyRequest
    days: int | None

    @property
    def is_late(self) -> bool:
        """Whether its summary should be here already; a signature that is missing is not the agency's summary."""
        return self.days is not None and self.days < 0

    @property
    def state(self) -> Status:
        """Where it stands."""
        return state_of(self.request)

    @property
    def time_left(self) -> Status | None:
        """How long there is, or how late it is; None when nothing is owed."""
        if self.days is None:
            return None
        tone = "late" if self.is_late else "attention" if self.days <= 1 else "open"
        words = f"{abs(self.days)} {'late' if self.is_late else 'left'}" if self.days else "Today"
        return Status(text=words, tone=tone)

    @property
    def written_to(self) -> str:
        """Who was written to and may still answer."""
        return ", ".join(dict.fromkeys(link.name for link in self.links)) or "Nobody"

    @property
    def links(self) -> list[RequestLink]:
        """The links that have not ended."""
        return [link for link in self.request.links.all() if link.ended_at is None]

    @property
    def opened_at(self) -> datetime | None:
        """When somebody there first opened a link."""
        moments = [link.opened_at for link in self.request.links.all() if link.opened_at]
        return min(moments, default=None)

    @property
    def so_far(self) -> str:
        """Whether somebody opened a link, and how often they were reminded. An answer can come without one: by an account."""
        opened = f"Opened {short_date(self.opened_at)}. " if self.opened_at else ""
        if not opened and not self.request.begun_at and not self.request.returned_at:
            opened = "Not opened yet. "
        reminded = self.request.reminded_at
        last = f", last {short_date(reminded)}" if reminded else ""
        reminders = plural(self.request.reminders, "reminder") if self.request.reminders else "No reminder"
        return f"{opened}{reminders}{last}."

    @property
    def can_be_reminded(self) -> bool:
        """Whether something is owed, and there is somebody to write to."""
        return bool(owing(self.request))

    @property
    def signed(self) -> SignOff | None:
        """The signature that holds."""
        return next((one for one in self.request.sign_offs.all() if one.lapsed_at is None), None)

    def cells(self, reference: str) -> list[Cell]:
        """The line for a file."""
        request, signed = self.request, self.signed
        return [
            *(reference, request.number, request.organisation.name, request.organisation.get_kind_display()),
            *(request.partnership.name, request.get_state_display(), localdate(request.asked_at), request.due_on),
            *(self.days, self.written_to, _day(self.opened_at), request.reminders),
            *(_day(request.reminded_at), _day(request.returned_at), _day(signed.signed_at if signed else None)),
            _day(request.told_at),
        ]


def state_of(request: AgencyRequest) -> Status:
    """Where a request stands, as a tag."""
    return Status(text=request.get_state_display(), tone=TONES[AgencyRequestState(request.state)])


def lines(requests: Iterable[AgencyRequest], today: date, *, is_writable: bool) -> list[Line]:
    """The list on that day, sorted by who owes: the longest late first, then by the day, then who owes a signature."""
    found = [Line(request, _days(request, today) if is_writable else None) for request in requests]
    return sorted(found, key=_order)


def late(found: Sequence[Line]) -> list[Line]:
    """Those whose summary should be here already."""
    return [line for line in found if line.is_late]


def days_left(due_on: date, today: date) -> int:
    """Working days until that day; below zero once it has passed, also on the weekend after."""
    return working_days_between(today, due_on) if today <= due_on else -max(1, working_days_between(due_on, today))


def _days(request: AgencyRequest, today: date) -> int | None:
    owes_summary = OWED_BY.get(AgencyRequestState(request.state)) == RequestLink.Part.CONTRIBUTE
    return days_left(request.due_on, today) if owes_summary else None


def _day(moment: datetime | None) -> date | None:
    return localdate(moment) if moment else None


def _order(line: Line) -> tuple[bool, bool, date, int]:
    state = line.request.state
    owes = line.days is not None
    return (not owes, state != _A.RETURNED, line.request.due_on if owes else _NEVER, line.request.number)
