"""Inviting people, being invited, and asking for access."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from second_question_web.partnerships.models import Organisation
from second_question_web.people import queries
from second_question_web.people.actions import grants
from second_question_web.people.actions.keeping import locked, must_be, subject_of
from second_question_web.people.errors import AlreadyHere, LinkDoesNotWork
from second_question_web.people.links import digest_of, new_secret
from second_question_web.people.models import Invitation, Person
from second_question_web.people.reach import Given, must_manage, must_reach
from second_question_web.trail.actions import Unknown, record
from second_question_web.ui import mail
from second_question_web.ui.filters import full_date

LASTS = timedelta(days=7)
State = Person.State


@dataclass(frozen=True, kw_only=True)
class Details:
    """Who somebody is, as an administrator or the person says."""

    name: str
    email: str
    organisation: Organisation | None
    job_title: str = ""


@transaction.atomic
def invite(*, by: Person, details: Details, given: Given, now: datetime) -> Person:
    """Invites somebody and gives the first role.

    A person of an organisation that has its own administrators waits for one of them when somebody else invites.

    Raises:
        PermissionDenied: the organisation, the role or the place is out of reach.
        AlreadyHere: the e-mail address has an account.
        NotPossible: as for `grants.give`.
        NotSent: the e-mail could not be sent; nothing is changed.
    """
    must_reach(by, details.organisation)
    person = _new(details, State.INVITED)
    grant = grants.add(by=by, to=person, given=given, now=now)
    send(person, by=by, now=now)
    after = {"state": State.INVITED, "organisation": person.trail_organisation, **grants.facts_of(grant)}
    record("person.invite", by=by, subject=subject_of(person), before={}, after=after)
    return person


@transaction.atomic
def send_again(*, by: Person, person: Person, now: datetime) -> None:
    """A new link; those before it stop working.

    Raises:
        PermissionDenied: out of reach.
        NotPossible: the person is not (or no longer) invited.
        NotSent: the e-mail could not be sent; nothing is changed.
    """
    must_manage(by, person)
    must_be(locked(person), State.INVITED)
    send(person, by=by, now=now)
    record("person.invite_again", by=by, subject=subject_of(person))


@transaction.atomic
def accept(*, secret: str, name: str, telephone: str, password: str, now: datetime) -> Person:
    """The invited person sets name, telephone and password; then can sign in, or waits for approval.

    Raises:
        LinkDoesNotWork: the link is used up or too old.
    """
    person = _invited_by(secret, now)
    invitation = queries.open_invitation(secret, now)  # once more, now that nobody else can be taking it up
    if invitation is None:
        raise LinkDoesNotWork
    person.name, person.telephone = name, telephone
    person.set_password(password)
    _take_up(invitation, person, now=now)
    return person


@transaction.atomic
def accept_through_service(*, person: Person, now: datetime) -> None:
    """An invited person came through the organisation's sign-in, which vouches for the e-mail address."""
    invitation = person.invitations.filter(accepted_at__isnull=True, expires_at__gt=now).first()
    if invitation is not None:
        _take_up(invitation, person, now=now)


@transaction.atomic
def ask_for_access(*, details: Details, wants: str, now: datetime) -> None:
    """Somebody without an account asks for one. Whoever has one is left as they are, and nobody is told so."""
    person = Person.objects.select_for_update().filter(email=details.email.lower()).first()
    if person is None:
        person = _new(details, State.WAITING)
    elif person.state == State.ENDED:
        person.state, person.organisation = State.WAITING, details.organisation
        person.set_unusable_password()
    else:
        record("person.ask_again", by=Unknown(), subject=subject_of(person))
        return
    person.asked_for, person.asked_at = wants, now
    person.save()
    _tell_administrators(person, now)
    record("person.ask", by=Unknown(), subject=subject_of(person), after={"state": State.WAITING})


def send(person: Person, *, by: Person, now: datetime) -> Invitation:
    """Sends a link that works once, and ends those before it. The row of the trail is the caller's."""
    person.invitations.filter(accepted_at__isnull=True).update(expires_at=now)
    secret = new_secret()
    invitation = Invitation.objects.create(
        person=person,
        secret_digest=digest_of(secret),
        sent_at=now,
        expires_at=now + LASTS,
        approved=queries.approves(by, person.organisation, timezone.localdate(now)),
    )
    facts = {
        "name": person.name,
        "inviter": by.name,
        "organisation": person.trail_organisation,
        "link": settings.ADDRESS + reverse("invitation", args=[secret]),
        "until": full_date(invitation.expires_at),
    }
    mail.send("people/mail/invitation.txt", person.email, **facts)
    return invitation


def _new(details: Details, state: State) -> Person:
    facts = {"name": details.name, "job_title": details.job_title, "organisation": details.organisation}
    facts |= {"state": state, "password": make_password(None)}
    person, is_new = Person.objects.get_or_create(email=details.email.strip().lower(), defaults=facts)
    if not is_new:
        raise AlreadyHere
    return person


def _invited_by(secret: str, now: datetime) -> Person:
    invitation = queries.open_invitation(secret, now)
    if invitation is None:
        raise LinkDoesNotWork
    return locked(invitation.person)


def _take_up(invitation: Invitation, person: Person, *, now: datetime) -> None:
    invitation.accepted_at = now
    invitation.save(update_fields=["accepted_at"])
    person.state = State.ACTIVE if invitation.approved else State.WAITING
    person.joined_at = now
    person.save()
    if person.state == State.WAITING:
        _tell_administrators(person, now)
    before, after = {"state": State.INVITED}, {"state": person.state}
    record("person.accept", by=person, subject=subject_of(person), before=before, after=after)


def _tell_administrators(person: Person, now: datetime) -> None:
    for administrator in queries.administrators_of(person.organisation, timezone.localdate(now)):
        facts = {"name": administrator.name, "link": settings.ADDRESS + reverse("person", args=[person.pk])}
        mail.try_to_send("people/mail/waiting.txt", administrator.email, **facts)
