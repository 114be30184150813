"""What those who asked do with a request: withdraw it, send it back, share it, write down what they heard by telephone."""

from datetime import datetime

from django.db import transaction

from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.records import GIVEN_BACK
from second_question_web.rapid_reviews.stages import refuse_unless_writable
from second_question_web.rapid_reviews.summaries import mails, part_one
from second_question_web.rapid_reviews.summaries.actions.returning import say_nothing_known
from second_question_web.rapid_reviews.summaries.scope import taken_by_askers
from second_question_web.rapid_reviews.summaries.steps import case_of, refuse_unless_open, subject_of, take_step
from second_question_web.trail.actions import Actor, record
from second_question_web.ui.filters import full_date


@transaction.atomic
def withdraw(*, request: AgencyRequest, by: Actor, reason: str, now: datetime) -> AgencyRequest:
    """Withdraws a request that was not answered: its links end, and whoever was written to is told. The reason stays sealed.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it was answered already.
        Refusal: no reason is given.
    """
    locked = taken_by_askers(by, request)
    if not reason.strip():
        raise Refusal("Say why the summary is no longer needed", "reason")
    before = take_step(locked, "withdraw")
    locked.withdrawn_at, locked.withdrawn_reason = now, reason.strip()
    locked.save(update_fields=["state", "version", "withdrawn_at", "withdrawn_reason"])
    mails.tell_everybody("withdrawn", locked, mails.CONTRIBUTE, now)
    locked.links.filter(ended_at=None).update(ended_at=now)
    part_one.take_back(locked, by=by, now=now)
    subject, case, after = subject_of(locked), case_of(locked), {"state": locked.state}
    record("agency_request.withdraw", by=by, subject=subject, case=case, before={"state": before}, after=after, at=now)
    return locked


@transaction.atomic
def send_back(*, request: AgencyRequest, by: Actor, question: str, now: datetime) -> AgencyRequest:
    """Sends a summary back with a question, which stands on the agency's page from then on; whoever wrote it is told.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it was not returned, or the review can no longer be written.
        Refusal: nothing is asked.
    """
    locked = taken_by_askers(by, request)
    refuse_unless_open(locked)
    if not question.strip():
        raise Refusal("Write what you want to know", "question")
    before = take_step(locked, "change")
    asked = f"{full_date(now)}, {by.trail_name} asks: {question.strip()}"
    locked.note = f"{locked.note}\n\n{asked}".strip()
    locked.save(update_fields=["state", "version", "note"])
    mails.tell_everybody("sent_back", locked, mails.CONTRIBUTE, now)
    subject, case, after = subject_of(locked), case_of(locked), {"state": locked.state}
    record("agency_request.send_back", by=by, subject=subject, case=case, before={"state": before}, after=after, at=now)
    return locked


@transaction.atomic
def share(*, request: AgencyRequest, by: Actor, shared: bool, now: datetime) -> AgencyRequest:
    """Lets the other agencies of this review read a summary that was returned, or no longer. The same again changes nothing.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it was not returned.
    """
    locked = taken_by_askers(by, request)
    if shared and locked.state not in GIVEN_BACK:
        raise NotNow("Only a summary that was returned can be shared. Until then it is the agency’s own.")
    if shared is not (locked.shared_at is not None):
        locked.shared_at, locked.shared_by = (now, by.trail_name) if shared else (None, "")
        locked.save(update_fields=["shared_at", "shared_by"])
        subject, case, after = subject_of(locked), case_of(locked), {"shared": shared}
        record("agency_request.share", by=by, subject=subject, case=case, after=after, at=now)
    return locked


@transaction.atomic
def record_nothing_known(*, request: AgencyRequest, by: Actor, where: str, who: str, now: datetime) -> AgencyRequest:
    """Writes down for an agency that it did not know the family, as somebody there said by telephone.

    Args:
        where: in which records was looked.
        who: said so, with their job.

    Raises:
        PermissionDenied: not for this person.
        NotNow: it was answered already or withdrawn, or the review can no longer be written.
        Refusal: it is not said where was looked, or who said so.
    """
    locked = taken_by_askers(by, request)
    refuse_unless_writable(locked.review)
    said = f"{who.strip()} (by telephone to {by.trail_name})" if who.strip() else ""
    before = say_nothing_known(locked, where=where, who=said, now=now)
    part_one.follow(locked, part_one.NO_INVOLVEMENT, by=by, now=now)
    subject, case, after = subject_of(locked), case_of(locked), {"state": locked.state}
    record(
        "agency_request.record_nothing_known",
        by=by,
        subject=subject,
        case=case,
        before={"state": before},
        after=after,
        at=now,
    )
    return locked
