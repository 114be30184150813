"""Somebody opens a link: a code goes to the mailbox, the code is given, or the link no longer works and a new one is asked for.

Nobody is known before the right code was given; so these rows of the trail name the link, and no person.
"""

from datetime import datetime

from django.db import transaction

from second_question_web.rapid_reviews.models import RequestLink
from second_question_web.rapid_reviews.summaries import links, mails
from second_question_web.rapid_reviews.summaries.guests import Guest
from second_question_web.rapid_reviews.summaries.loading import with_case
from second_question_web.rapid_reviews.summaries.steps import case_of
from second_question_web.trail.actions import Actor, record
from second_question_web.trail.models import Outcome


@transaction.atomic
def send_code(*, link: RequestLink, by: Actor, now: datetime) -> bool:
    """Sends a new code to the mailbox of a link that works; whether it was sent. At most one a minute.

    Raises:
        NotSent: the e-mail could not be sent; nothing is changed.
    """
    locked = _locked(link)
    if not links.works(locked, now) or not links.may_have_another_code(locked, now):
        return False
    mails.send("code", locked, code=links.new_code(locked, now))
    record("request_link.send_code", by=by, subject=_subject(locked), case=case_of(locked.request), at=now)
    return True


@transaction.atomic
def open_link(*, link: RequestLink, by: Actor, code: str, now: datetime) -> bool:
    """Whether that is the right code. A right one is used up; too many wrong ones end the code, and in the end the link."""
    locked = _locked(link)
    subject, case = _subject(locked), case_of(locked.request)
    if links.works(locked, now) and links.is_right(locked, code, now):
        locked.opened_at = locked.opened_at or now
        locked.code_digest, locked.wrong_codes = "", 0
        locked.save(update_fields=["opened_at", "code_digest", "wrong_codes"])
        record("request_link.open", by=Guest(locked), subject=subject, case=case, at=now)
        return True
    locked.wrong_codes += 1
    if locked.wrong_codes % links.TRIES == 0:
        locked.code_digest = ""
    locked.save(update_fields=["code_digest", "wrong_codes"])
    record("request_link.refuse", by=by, subject=subject, case=case, outcome=Outcome.REFUSED, at=now)
    return False


@transaction.atomic
def ask_for_new_link(*, link: RequestLink, by: Actor, now: datetime) -> None:
    """Somebody whose link no longer works asks those who sent it for a new one. They are written to at most once an hour."""
    locked = _locked(link)
    if not links.works(locked, now) and links.may_ask_for_new_link(locked):
        mails.ask_for_new_link(locked, now)
        record("request_link.ask_again", by=by, subject=_subject(locked), case=case_of(locked.request), at=now)


def _locked(link: RequestLink) -> RequestLink:
    return with_case(RequestLink.objects.select_for_update(of=("self",)), "request__").get(pk=link.pk)


def _subject(link: RequestLink) -> tuple[str, str]:
    return ("request_link", str(link.pk))
