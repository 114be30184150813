"""Approving, rejecting, ending and opening accounts again; one's own details."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from second_question_web.people import queries
from second_question_web.people.actions import grants, invitations
from second_question_web.people.actions.keeping import locked, must_be, record_state, subject_of
from second_question_web.people.models import Grant, Person
from second_question_web.people.reach import Given, must_manage, reach_of
from second_question_web.sealed.keys import fingerprint
from second_question_web.trail.actions import record
from second_question_web.ui import mail

State = Person.State


@transaction.atomic
def approve(*, by: Person, person: Person, given: Given | None, now: datetime) -> None:
    """An administrator of the organisation lets a waiting person in, and says as what.

    Whoever has a password already can sign in at once; otherwise the invitation goes out.

    Raises:
        PermissionDenied: the organisation has administrators of its own and this is none of them; or out of reach.
        NotPossible: the account no longer waits.
        NotSent: the e-mail could not be sent; nothing is changed.
    """
    _must_approve(by, person, now)
    person = locked(person)
    must_be(person, State.WAITING)
    after = grants.facts_of(grants.add(by=by, to=person, given=given, now=now)) if given else {}
    if person.has_usable_password():
        to = State.ACTIVE
        mail.send("people/mail/approved.txt", person.email, name=person.name)
    else:
        to = State.INVITED
        invitations.send(person, by=by, now=now)
    Person.objects.filter(pk=person.pk).update(state=to)
    after |= {"state": to}
    record("person.approve", by=by, subject=subject_of(person), before={"state": State.WAITING}, after=after)


@transaction.atomic
def reject(*, by: Person, person: Person, reason: str, now: datetime) -> None:
    """An administrator of the organisation does not let a waiting person in.

    Raises:
        PermissionDenied: as `approve`.
        NotPossible: the account no longer waits.
    """
    _must_approve(by, person, now)
    person = locked(person)
    must_be(person, State.WAITING)
    record_state("person.reject", person, State.ENDED, by=by, reason=reason)
    mail.try_to_send("people/mail/rejected.txt", person.email, name=person.name)


@transaction.atomic
def end(*, by: Person, person: Person, reason: str, now: datetime) -> None:
    """Ends an account and every role that it has, at once; its sessions end with it.

    Raises:
        PermissionDenied: one's own, or out of reach.
        NotPossible: it is at an end already.
        LastAdministrator: nobody would be left to look after the installation.
    """
    must_manage(by, person)
    if person.state == State.ACTIVE and reach_of(person).national:
        grants.must_not_be_last(person, now)
    person = locked(person)
    must_be(person, State.ACTIVE, State.INVITED, State.WAITING)
    Grant.objects.filter(person=person, ended_at__isnull=True).update(ended_at=now, ended_by=by.name)
    record_state("person.end", person, State.ENDED, by=by, reason=reason)


@transaction.atomic
def reopen(*, by: Person, person: Person, reason: str, now: datetime) -> None:
    """Opens an ended account again, without any role, and sends a new invitation: the old password is not trusted.

    Raises:
        PermissionDenied: one's own, or out of reach.
        NotPossible: it is not at an end.
        NotSent: the e-mail could not be sent; nothing is changed.
    """
    must_manage(by, person)
    person = locked(person)
    must_be(person, State.ENDED)
    person.set_unusable_password()
    person.save(update_fields=["password"])
    invitations.send(person, by=by, now=now)
    record_state("person.reopen", person, State.INVITED, by=by, reason=reason)


@transaction.atomic
def clear_second_factor(*, by: Person, person: Person, reason: str, now: datetime) -> None:
    """For somebody who has lost the telephone and the recovery codes: the next sign-in sets up a new second factor.

    Raises:
        PermissionDenied: one's own, or out of reach.
    """
    must_manage(by, person)
    Authenticator.objects.filter(user_id=person.pk).delete()
    before = {"second_factor": person.has_second_factor}
    person = locked(person)
    person.has_second_factor = False
    person.sessions_epoch += 1
    person.save(update_fields=["has_second_factor", "sessions_epoch"])
    subject, after = subject_of(person), {"second_factor": False}
    record("second_factor.clear", by=by, subject=subject, before=before, after=after, reason=reason)


@transaction.atomic
def change_own_details(*, by: Person, name: str, job_title: str, telephone: str) -> None:
    """Somebody puts their own details right."""
    new = {"name": name, "job_title": job_title, "telephone": telephone}
    before = {field: getattr(by, field) for field in new}
    Person.objects.filter(pk=by.pk).update(**new)
    record("person.change_details", by=by, subject=subject_of(by), before=before, after=new)


def note_list(*, by: Person, filters: dict[str, str]) -> None:
    """The list of people was read, with these filters; what was typed of a name is kept as a fingerprint."""
    if filters.get("words"):
        filters = filters | {"words": fingerprint(filters["words"].lower())}
    record("person.list", by=by, after={"filters": filters})


def note_read(*, by: Person, person: Person) -> None:
    """An account was opened."""
    record("person.read", by=by, subject=subject_of(person))


def _must_approve(by: Person, person: Person, now: datetime) -> None:
    must_manage(by, person)
    if not queries.approves(by, person.organisation, timezone.localdate(now)):
        raise PermissionDenied("an organisation's own administrators approve its users")
