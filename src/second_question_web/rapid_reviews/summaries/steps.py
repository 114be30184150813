"""What the actions on a request share: its steps, what a change by the agency brings with it, and its name in the trail."""

from datetime import datetime

from second_question.rules.workflow import AGENCY_REQUEST, AgencyRequestState, StepError
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import AgencyRequest, SignOff
from second_question_web.rapid_reviews.stages import refuse_unless_writable
from second_question_web.rapid_reviews.summaries import mails, part_one
from second_question_web.rapid_reviews.summaries.texts import digest_of_text
from second_question_web.trail.actions import Actor

_A = AgencyRequestState
_OPENS_AGAIN = {_A.ASKED: "begin", _A.RETURNED: "change", _A.SIGNED: "change", _A.NOTHING_KNOWN: "correct"}
"""The step that a change of the text brings with it, by the state before. From the others there is none."""


def subject_of(request: AgencyRequest) -> tuple[str, str]:
    """What a trail row names as its thing."""
    return ("agency_request", f"{request.review.notification.reference} {request.number}")


def case_of(request: AgencyRequest) -> str:
    """The reference of the case."""
    return request.review.notification.reference


def take_step(request: AgencyRequest, step: str) -> str:
    """Takes a step of the workflow; gives the state before. Does not save.

    Raises:
        NotNow: the step is not possible from here.
    """
    before = request.state
    try:
        request.state = AGENCY_REQUEST.take(step, before)
    except StepError as refused:
        raise NotNow(str(refused)) from None
    request.version += 1
    return before


def refuse_unless_open(request: AgencyRequest) -> None:
    """Refuses a change by the agency after the request was withdrawn or the review was sent.

    Raises:
        NotNow: it cannot be changed now; the message says why.
    """
    if request.state == _A.WITHDRAWN:
        raise NotNow(f"{request.partnership.name} no longer needs this summary. There is nothing more to do.")
    refuse_unless_writable(request.review)


def open_again(request: AgencyRequest, *, by: Actor, now: datetime) -> None:
    """Part of an action that changed the agency's text: it is being written again, and a signature under it lapses."""
    step = _OPENS_AGAIN.get(AgencyRequestState(request.state))
    if step is not None:
        take_step(request, step)
        request.begun_at = request.begun_at or now
        request.save(update_fields=["state", "version", "begun_at"])
    if step == "correct":
        part_one.follow(request, part_one.WAITING, by=by, now=now)
    lapse(request, now)


def lapse(request: AgencyRequest, now: datetime) -> None:
    """Ends a signature that stands under another text, and tells whoever gave it (handbook 4, LITE)."""
    signed = holding(request)
    if signed is not None and signed.digest != digest_of_text(request):
        signed.lapsed_at = now
        signed.save(update_fields=["lapsed_at"])
        mails.tell_signer(request, signed, now)


def holding(request: AgencyRequest) -> SignOff | None:
    """The signature that holds, if any."""
    return request.sign_offs.filter(lapsed_at=None).order_by("-signed_at", "-pk").first()
