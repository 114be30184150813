"""E-mails about referrals: to the partners that one came, to the agency that one was decided. Numbers only."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from second_question_web.incidents.models import Referral
from second_question_web.people import queries as people
from second_question_web.people.models import Person
from second_question_web.ui import mail


def partners_of(referral: Referral, on: date) -> None:
    """Tells the partnership's address and its business managers that a referral came, once it is kept."""
    managers = people.holders("business_manager", referral.partnership, on)
    addresses = {referral.partnership.email, *(manager.email for manager in managers)}
    _after_keeping("incidents/mail/referral_made.txt", addresses, referral)


def agency_of(referral: Referral, on: date) -> None:
    """Tells whoever made the referral, and the agency's leads, that it was decided, once that is kept."""
    leads = people.holders("agency_lead", referral.partnership, on, referral.organisation)
    maker = Person.objects.filter(pk=referral.made_by_key.removeprefix("person:"), state=Person.State.ACTIVE)
    addresses = {person.email for person in (*leads, *maker)}
    _after_keeping("incidents/mail/referral_decided.txt", addresses, referral)


def _after_keeping(template: str, addresses: Iterable[str], referral: Referral) -> None:
    """An e-mail that fails must not lose the referral: it is sent afterwards, and a failure is logged."""
    link = settings.ADDRESS + reverse("referral", args=[referral.reference])
    facts = {"reference": referral.reference, "link": link}
    for address in sorted(filter(None, addresses)):
        transaction.on_commit(lambda to=address: mail.try_to_send(template, to, **facts), robust=True)  # type: ignore[misc]  # a default argument has no type in a lambda
