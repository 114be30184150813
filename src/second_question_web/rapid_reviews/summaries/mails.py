"""E-mails about requests to agencies: the number, who asks, by when, and a link. Nothing of the case."""

from datetime import datetime
from functools import partial

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from second_question_web.people import queries as people
from second_question_web.people.models import Person
from second_question_web.rapid_reviews.models import AgencyRequest, RequestLink, SignOff
from second_question_web.rapid_reviews.summaries.links import address_of, renew
from second_question_web.ui import mail

_FOLDER = "rapid_reviews/summaries/mail/"
CONTRIBUTE, SIGN = RequestLink.Part.CONTRIBUTE, RequestLink.Part.SIGN


def send(template: str, link: RequestLink, **more: object) -> None:
    """Sends one of the templates to whoever has the link; part of the action, which fails with it.

    Raises:
        NotSent: the mail server did not take it.
    """
    mail.send(f"{_FOLDER}{template}.txt", link.email, **_facts(link), **more)


def send_later(template: str, link: RequestLink, now: datetime) -> None:
    """Sends it when the action is done, because the action must not fail with it; a failure is logged."""
    renew(link, now)
    sending = partial(mail.try_to_send, f"{_FOLDER}{template}.txt", link.email, **_facts(link))
    transaction.on_commit(sending, robust=True)


def tell_everybody(template: str, request: AgencyRequest, part: str, now: datetime) -> int:
    """Sends it, when the action is done, to all who have a link for that part that has not ended; how many they are."""
    found = list(request.links.filter(part=part, ended_at=None))
    for link in found:
        link.request = request
        send_later(template, link, now)
    return len(found)


def tell_signer(request: AgencyRequest, signed: SignOff, now: datetime) -> None:
    """Tells whoever signed that the signature no longer holds: by their link, or at the address of their account."""
    link = _link_of(request, signed)
    if link is not None:
        link.request = request
        send_later("lapsed", link, now)
        return
    person = Person.objects.filter(pk=signed.signed_by_key.removeprefix("person:"), state=Person.State.ACTIVE).first()
    if person is not None:
        facts = _about(request, person.name, _page("summary", request))
        sending = partial(mail.try_to_send, f"{_FOLDER}lapsed.txt", person.email, **facts)
        transaction.on_commit(sending, robust=True)


def ask_for_new_link(link: RequestLink, now: datetime) -> None:
    """Tells those who asked that somebody's link no longer works, when the action is done."""
    request = link.request
    managers = people.holders("business_manager", request.partnership, localdate(now))
    addresses = {request.partnership.email, *(manager.email for manager in managers)}
    facts = _about(request, link.name, _page("review_request", request))
    for address in sorted(filter(None, addresses)):
        sending = partial(mail.try_to_send, f"{_FOLDER}new_link_wanted.txt", address, **facts)
        transaction.on_commit(sending, robust=True)


def _link_of(request: AgencyRequest, signed: SignOff) -> RequestLink | None:
    kind, _, key = signed.signed_by_key.partition(":")
    return request.links.filter(pk=key, ended_at=None).first() if kind == "link" else None


def _facts(link: RequestLink) -> dict[str, object]:
    return _about(link.request, link.name, address_of(link))


def _about(request: AgencyRequest, name: str, link: str) -> dict[str, object]:
    return {
        "name": name,
        "link": link,
        "partnership": request.partnership.name,
        "agency": request.organisation.name,
        "reference": request.review.notification.reference,
        "number": request.number,
        "due_on": request.due_on,
    }


def _page(name: str, request: AgencyRequest) -> str:
    return settings.ADDRESS + reverse(name, args=[request.review.notification.reference, request.number])
