"""Whoever contributed hears what came of it: people stop contributing when they never do (handbook 4, LFPSE)."""

from datetime import datetime

from django.db import transaction

from second_question.rules.workflow import AgencyRequestState
from second_question_web.rapid_reviews.errors import NotNow, Refusal
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.summaries import mails
from second_question_web.rapid_reviews.summaries.scope import taken_by_askers
from second_question_web.rapid_reviews.summaries.steps import case_of, subject_of
from second_question_web.trail.actions import Actor, record


@transaction.atomic
def tell(*, request: AgencyRequest, by: Actor, words: str, now: datetime) -> AgencyRequest:
    """Tells an agency what came of its contribution: the words stand on its page, and whoever was written to gets the link.

    The same words again change nothing, so that a second press of the button writes to nobody twice.

    Raises:
        PermissionDenied: not for this person.
        NotNow: the request was withdrawn.
        Refusal: nothing is said.
    """
    locked = taken_by_askers(by, request)
    if locked.state == AgencyRequestState.WITHDRAWN:
        raise NotNow("This request was withdrawn, so there is nothing to tell.")
    if not words.strip():
        raise Refusal("Write what came of it", "words")
    if locked.told_at is None or locked.told_words != words.strip():
        locked.told_at, locked.told_words = now, words.strip()
        locked.save(update_fields=["told_at", "told_words"])
        told = mails.tell_everybody("told", locked, mails.CONTRIBUTE, now)
        told += mails.tell_everybody("told", locked, mails.SIGN, now)
        subject, case = subject_of(locked), case_of(locked)
        record("agency_request.tell", by=by, subject=subject, case=case, after={"written_to": told}, at=now)
    return locked
