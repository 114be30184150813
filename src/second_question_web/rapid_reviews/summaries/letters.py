"""Reminders: one e-mail to one person, with everything that the person owes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from second_question.rules.workflow import AgencyRequestState
from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink
from second_question_web.rapid_reviews.summaries.links import address_of, renew
from second_question_web.ui import mail
from second_question_web.ui.filters import plural

_A = AgencyRequestState
OWED_BY = {
    _A.ASKED: RequestLink.Part.CONTRIBUTE,
    _A.STARTED: RequestLink.Part.CONTRIBUTE,
    _A.RETURNED: RequestLink.Part.SIGN,
}
"""Who owes something, by the state of the request: whoever writes the summary, then whoever signs it."""
_WHAT = {RequestLink.Part.CONTRIBUTE: "summary", RequestLink.Part.SIGN: "signature under the summary"}


@dataclass(frozen=True)
class Line:
    """One thing that is owed, with the address at which it can be done."""

    request: AgencyRequest
    what: str
    address: str
    is_late: bool


def owing(request: AgencyRequest) -> list[RequestLink]:
    """The links of those who owe something of this request and have not been ended."""
    part = OWED_BY.get(AgencyRequestState(request.state))
    found = [link for link in request.links.all() if link.part == part and link.ended_at is None]
    for link in found:
        link.request = request
    return found


def send(links: Sequence[RequestLink], today: date, now: datetime) -> None:
    """Writes to the one person whose links these are; each works for its full time again.

    Raises:
        NotSent: the mail server did not take it.
    """
    for link in links:
        renew(link, now)
    lines = [_line(link, today) for link in links]
    facts = {"name": links[0].name, "subject": _subject(lines), "lines": lines}
    mail.send("rapid_reviews/summaries/mail/reminder.txt", links[0].email, **facts)


def _line(link: RequestLink, today: date) -> Line:
    what = _WHAT[RequestLink.Part(link.part)]
    return Line(link.request, what, address_of(link), is_late=link.request.due_on < today)


def _subject(lines: Sequence[Line]) -> str:
    late = sum(line.is_late for line in lines)
    if late:
        return f"Second Question: {plural(late, 'answer')} past the day on which it was due"
    return f"Second Question: {plural(len(lines), 'answer')} due soon"
