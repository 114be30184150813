"""The agency's lead signs the summary."""

from datetime import datetime

from django.db import transaction

from second_question.rules.access import Permission
from second_question_web.rapid_reviews.errors import Refusal
from second_question_web.rapid_reviews.models import AgencyRequest
from second_question_web.rapid_reviews.summaries.actions.returning import sign_off
from second_question_web.rapid_reviews.summaries.errors import ChangedSinceRead
from second_question_web.rapid_reviews.summaries.guests import Contributor
from second_question_web.rapid_reviews.summaries.scope import taken_by_agency
from second_question_web.rapid_reviews.summaries.steps import case_of, refuse_unless_open, subject_of
from second_question_web.rapid_reviews.summaries.texts import digest_of_text
from second_question_web.trail.actions import record


@transaction.atomic
def sign(
    *, request: AgencyRequest, by: Contributor, name: str, job_title: str, seen: str, now: datetime
) -> AgencyRequest:
    """Signs the summary as it was read. A later change of its text makes the signature lapse (handbook 4, LITE).

    Args:
        seen: the digest of the text that the person has read on the page.

    Raises:
        PermissionDenied: not for this person.
        NotNow: there is nothing to sign, or the review can no longer be written.
        ChangedSinceRead: somebody changed the text since.
        Refusal: no name is given.
    """
    locked = taken_by_agency(by, Permission.SUMMARY_SIGN, request, now)
    refuse_unless_open(locked)
    if not name.strip():
        raise Refusal("Enter your name", "name")
    if digest_of_text(locked) != seen:
        raise ChangedSinceRead
    before = locked.state
    sign_off(locked, by=by, name=name.strip(), job_title=job_title.strip(), digest=seen, now=now)
    locked.save(update_fields=["state", "version"])
    subject, case, after = subject_of(locked), case_of(locked), {"state": locked.state}
    record("summary.sign", by=by, subject=subject, case=case, before={"state": before}, after=after, at=now)
    return locked
