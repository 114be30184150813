"""The secret addresses by which people without an account answer, and the codes that prove who opens one.

An address gives nothing by itself: whoever opens it must also read a code in the mailbox that it was sent to. So a reminder
may repeat it, and sending it again makes an old one work again.
"""

import secrets
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from second_question.rules.workflow import AgencyRequestState
from second_question_web.people.links import digest_of, new_secret
from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink
from second_question_web.rapid_reviews.summaries.loading import with_case
from second_question_web.sealed.keys import fingerprint

LASTS = timedelta(days=28)
CODE_LASTS = timedelta(minutes=15)
ONE_CODE_IN = timedelta(minutes=1)
ONE_NEW_LINK_IN = timedelta(hours=1)
TRIES = 5
"""So many wrong codes end a code."""
MOST_WRONG = 20
"""So many wrong codes without a right one use the link up; the partnership can send it again."""
_SALT = "second_question_web.rapid_reviews.summaries.links"
_LENGTH = 24  # bytes of a digest, which are 32 letters of an address


def secret_of(link: RequestLink) -> str:
    """The secret of a link: made with the installation's key, so that it can be repeated and is stored nowhere."""
    made = salted_hmac(_SALT, str(link.pk), algorithm="sha256").digest()
    return urlsafe_b64encode(made[:_LENGTH]).decode()


def address_of(link: RequestLink) -> str:
    """The whole address, for an e-mail."""
    return settings.ADDRESS + reverse("summary_link", args=[secret_of(link)])


def find(secret: str) -> RequestLink | None:
    """The link of that secret, working or not."""
    return with_case(RequestLink.objects.filter(secret_digest=digest_of(secret)), "request__").first()


def works(link: RequestLink, now: datetime) -> bool:
    """Whether a code can be asked for with it now."""
    alive = link.ended_at is None and now < link.expires_at
    return alive and link.wrong_codes < MOST_WRONG and link.request.state != AgencyRequestState.WITHDRAWN


def ready(
    request: AgencyRequest, part: str, *, name: str, email: str, now: datetime, job_title: str = ""
) -> RequestLink:
    """The link of that person for that part, working from now on: the one there is, also if it had ended, or a new one.

    It is kept for a person so that what the person has typed and not saved is found again.
    """
    link = request.links.filter(part=part, email__iexact=email).first()
    if link is None:
        link = RequestLink(request=request, part=part, email=email, secret_digest=digest_of(new_secret()))
    link.name, link.job_title, link.sent_at = name, job_title or link.job_title, now
    link.ended_at, link.wrong_codes = None, 0
    renew(link, now)
    return link


def renew(link: RequestLink, now: datetime) -> None:
    """Lets a link work for its full time again, because it is about to be sent; saves it."""
    link.expires_at = now + LASTS
    link.save()
    digest = digest_of(secret_of(link))
    if link.secret_digest != digest:  # it is new, or the installation has another key since
        link.secret_digest = digest
        link.save(update_fields=["secret_digest"])


def new_code(link: RequestLink, now: datetime) -> str:
    """A code of six digits for a link, of which only a keyed digest is kept; saves the link."""
    code = f"{secrets.randbelow(10**6):06}"
    link.code_digest, link.code_expires_at = _digest(link, code), now + CODE_LASTS
    link.wrong_codes = -(-link.wrong_codes // TRIES) * TRIES  # a new code has all its tries
    link.save(update_fields=["code_digest", "code_expires_at", "wrong_codes"])
    return code


def may_have_another_code(link: RequestLink, now: datetime) -> bool:
    """Whether the last code was used, or was sent long enough ago."""
    if not link.code_digest or link.code_expires_at is None:
        return True
    return link.code_expires_at - CODE_LASTS + ONE_CODE_IN <= now


def may_ask_for_new_link(link: RequestLink) -> bool:
    """Whether this is the first time in an hour that a new link is asked for in place of this one."""
    return cache.add(f"new-link:{link.pk}", 1, ONE_NEW_LINK_IN.total_seconds())


def is_right(link: RequestLink, code: str, now: datetime) -> bool:
    """Whether that is the code that was sent last, and its time is not over."""
    if not link.code_digest or link.code_expires_at is None or link.code_expires_at <= now:
        return False
    return constant_time_compare(link.code_digest, _digest(link, code))


def _digest(link: RequestLink, code: str) -> str:
    return fingerprint(f"code of link {link.pk}: {code}")
