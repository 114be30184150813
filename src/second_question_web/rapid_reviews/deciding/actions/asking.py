"""The partners who have not signed are asked to."""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from second_question.rules.access import Permission
from second_question.rules.workflow import RapidReviewState
from second_question_web.people import queries as people
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.deciding import queries
from second_question_web.rapid_reviews.deciding.actions.common import subject_of
from second_question_web.rapid_reviews.deciding.partners import areas_of, still_to_sign
from second_question_web.rapid_reviews.errors import NotNow
from second_question_web.rapid_reviews.models import RapidReview
from second_question_web.rapid_reviews.scope import taken
from second_question_web.trail.actions import record
from second_question_web.trail.models import Entry
from second_question_web.ui import mail

ROLE = "safeguarding_partner"
MAIL = "rapid_reviews/deciding/mail/sign.txt"


@transaction.atomic
def ask_partners(*, by: Person, review: RapidReview, now: datetime) -> int:
    """Writes to everybody who can sign for a partner whose signature is missing; how many were written to.

    The e-mail says the reference and no more. On one day nobody is asked twice to sign the same text; asking again then
    writes to nobody.

    Raises:
        PermissionDenied: not for this person.
        NotNow: there is no decision to sign, or part 11 differs from it.
        NotSent: the mail server did not take an e-mail; nothing is recorded.
    """
    locked = taken(by, Permission.RAPID_REVIEW_DECIDE, review)
    found = queries.deciding(locked, localdate(now))
    if locked.state != RapidReviewState.DECIDED or found.differs:
        raise NotNow("The partners can be asked to sign when the decision is recorded as part 11 says it.")
    if _asked_already(queries.asked_to_sign(locked, found.decided), found.digest, localdate(now)):
        return 0
    wanted = {partner.organisation.pk for partner in still_to_sign(found.partners)}
    written_to = [one for one in _signers(locked, localdate(now)) if one.organisation_id in wanted]
    _write(written_to, locked)
    after = {"decision": found.decided.number, "asked": len(written_to), "partners": len(wanted), "text": found.digest}
    case = locked.notification.reference
    record("decision.ask", by=by, subject=subject_of(locked), case=case, before={}, after=after, at=now)
    return len(written_to)


def _asked_already(last: Entry | None, digest: str, today: date) -> bool:
    return last is not None and last.after.get("text") == digest and localdate(last.at) == today


def _signers(review: RapidReview, on: date) -> list[Person]:
    """Those who hold the role of a safeguarding partner in one of the areas, each once."""
    return list({person.pk: person for area in areas_of(review) for person in people.holders(ROLE, area, on)}.values())


def _write(to: Iterable[Person], review: RapidReview) -> None:
    reference = review.notification.reference
    link = settings.ADDRESS + reverse("review_decision", args=[reference])
    for person in to:
        mail.send(MAIL, person.email, name=person.name, reference=reference, link=link)
