"""An agency gives its answer: the summary, or that it did not know the family."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import AgencyRequest, SignOff
from second_question_web.rapid_reviews.summaries import mails, part_one
from second_question_web.rapid_reviews.summaries.errors import ChangedSinceRead
from second_question_web.rapid_reviews.summaries.guests import Contributor
from second_question_web.rapid_reviews.summaries.links import ready
from second_question_web.rapid_reviews.summaries.scope import taken_by_agency
from second_question_web.rapid_reviews.summaries.steps import (
    case_of,
    holding,
    refuse_unless_open,
    subject_of,
    take_step,
)
from second_question_web.rapid_reviews.summaries.texts import AgencyText, text_of
from second_question_web.trail.actions import record

WRITE = Permission.SUMMARY_WRITE


@dataclass(frozen=True, kw_only=True)
class Lead:
    """Who signs for the agency, where nobody was named when it was asked.

    With `is_writer` whoever gives the summary back signs it as the lead; with an e-mail address somebody else is asked to.
    """

    name: str = ""
    job_title: str = ""
    email: str = ""
    is_writer: bool = False


NOBODY = Lead()


@transaction.atomic
def give_back(
    *, request: AgencyRequest, by: Contributor, seen: str, now: datetime, lead: Lead = NOBODY
) -> AgencyRequest:
    """Returns the summary to those who asked. It is signed at once when the writer is the lead, or when a signature still
    stands under this text; otherwise whoever is named as the lead is asked to sign.

    Args:
        seen: the digest of the text that the person has read on the page.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it was returned already or withdrawn, or the review can no longer be written.
        ChangedSinceRead: a colleague changed the text since.
        Refusal: nothing is written, or a question that must be answered is not.
        NotSent: the e-mail to the lead could not be sent; nothing is changed.
    """
    locked = taken_by_agency(by, WRITE, request, now)
    refuse_unless_open(locked)
    text = text_of(locked)
    _refuse_unready(text, seen)
    before = take_step(locked, "give_back")
    locked.begun_at, locked.returned_at, locked.returned_by = locked.begun_at or now, now, by.trail_name
    _see_to_the_signature(locked, text, by, lead, now)
    locked.save(update_fields=["state", "version", "begun_at", "returned_at", "returned_by"])
    part_one.follow(locked, part_one.INVOLVED, by=by, now=now)
    after = {"state": locked.state, "episodes": len(text.episodes)}
    subject, case = subject_of(locked), case_of(locked)
    record("summary.give_back", by=by, subject=subject, case=case, before={"state": before}, after=after, at=now)
    return locked


@transaction.atomic
def know_nothing(*, request: AgencyRequest, by: Contributor, where: str, who: str, now: datetime) -> AgencyRequest:
    """Answers that the agency did not know the family.

    Args:
        where: in which records was looked.
        who: looked, with their job.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it was answered already or withdrawn, or the review can no longer be written.
        Refusal: it is not said where was looked, or who did.
    """
    locked = taken_by_agency(by, WRITE, request, now)
    refuse_unless_open(locked)
    before = say_nothing_known(locked, where=where, who=who, now=now)
    part_one.follow(locked, part_one.NO_INVOLVEMENT, by=by, now=now)
    subject, case, after = subject_of(locked), case_of(locked), {"state": locked.state}
    record("summary.know_nothing", by=by, subject=subject, case=case, before={"state": before}, after=after, at=now)
    return locked


def say_nothing_known(request: AgencyRequest, *, where: str, who: str, now: datetime) -> str:
    """Part of an action: puts the answer into the request and saves it; gives the state before."""
    if not where.strip():
        raise Refusal("Say in which records you looked", "where")
    if not who.strip():
        raise Refusal("Say who looked", "who")
    before = take_step(request, "know_nothing")
    request.nothing_known_words, request.returned_at, request.returned_by = where.strip(), now, who.strip()
    request.save(update_fields=["state", "version", "nothing_known_words", "returned_at", "returned_by"])
    return before


def sign_off(request: AgencyRequest, *, by: Contributor, name: str, job_title: str, digest: str, now: datetime) -> None:
    """Part of an action: the signature under a text, and the step that follows from it; the caller saves the request."""
    signed = SignOff(request=request, name=name, job_title=job_title, signed_at=now, digest=digest)
    signed.signed_by_key = by.trail_key
    signed.save()
    take_step(request, "sign")


def _refuse_unready(text: AgencyText, seen: str) -> None:
    if text.is_empty:
        raise Refusal("Nothing is written yet. If your agency did not know the family, say that instead.")
    missing = text.missing()
    if missing:
        raise Refusal(f"Answer “{missing[0].question.label}” first.")
    if text.digest != seen:
        raise ChangedSinceRead


def _see_to_the_signature(request: AgencyRequest, text: AgencyText, by: Contributor, lead: Lead, now: datetime) -> None:
    signed = holding(request)
    if signed is not None and signed.digest == text.digest:
        take_step(request, "sign")
    elif mails.tell_everybody("sign", request, mails.SIGN, now):
        return
    elif lead.is_writer:
        sign_off(request, by=by, name=lead.name, job_title=lead.job_title, digest=text.digest, now=now)
    elif lead.email:
        link = ready(request, mails.SIGN, name=lead.name, email=lead.email, job_title=lead.job_title, now=now)
        mails.send("sign", link)
