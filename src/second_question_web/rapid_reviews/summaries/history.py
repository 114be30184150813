"""What happened to one request, in the order of time."""

from collections.abc import Iterable

from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink, SignOff
from second_question_web.ui.components import Event
from second_question_web.ui.filters import full_date, plural

_SENT = {
    RequestLink.Part.CONTRIBUTE: "Asked to write the summary",
    RequestLink.Part.SIGN: "Asked to sign the summary",
}


def events_of(request: AgencyRequest, links: Iterable[RequestLink], signatures: Iterable[SignOff]) -> list[Event]:
    """Everything that is known of it, the latest first."""
    found = [Event(at=request.asked_at, title="The agency was asked", who=request.asked_by, text=_due(request))]
    found += [event for link in links for event in _of_link(link)]
    found += [event for signed in signatures for event in _of_signature(signed)]
    found += list(_of_request(request))
    return sorted(found, key=lambda event: event.at, reverse=True)


def _due(request: AgencyRequest) -> str:
    return f"Due {full_date(request.due_on)}."


def _of_link(link: RequestLink) -> Iterable[Event]:
    yield Event(at=link.sent_at, title=_SENT[RequestLink.Part(link.part)], who=f"{link.name}, {link.email}")
    if link.opened_at:
        yield Event(at=link.opened_at, title="First opened", who=link.name)
    if link.ended_at:
        yield Event(at=link.ended_at, title="Link ended", who=link.name)


def _of_signature(signed: SignOff) -> Iterable[Event]:
    yield Event(at=signed.signed_at, title="Signed for the agency", who=_who(signed))
    if signed.lapsed_at:
        yield Event(at=signed.lapsed_at, title="The signature lapsed, because the text was changed", who=_who(signed))


def _of_request(request: AgencyRequest) -> Iterable[Event]:
    if request.begun_at:
        yield Event(at=request.begun_at, title="Begun")
    if request.returned_at:
        title = "The agency did not know the family" if request.state == "nothing_known" else "Returned"
        yield Event(at=request.returned_at, title=title, who=request.returned_by)
    if request.reminded_at:
        yield Event(at=request.reminded_at, title=f"Last reminded: {plural(request.reminders, 'reminder')} so far")
    if request.shared_at:
        yield Event(at=request.shared_at, title="Shared with the other agencies", who=request.shared_by)
    if request.told_at:
        yield Event(at=request.told_at, title="Told what came of it", text=request.told_words)
    if request.withdrawn_at:
        yield Event(at=request.withdrawn_at, title="Withdrawn", text=request.withdrawn_reason)


def _who(signed: SignOff) -> str:
    return ", ".join(filter(None, (signed.name, signed.job_title)))
