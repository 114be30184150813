"""The first administrator, without whom nobody could invite anybody."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from second_question.rules.access import ScopeKind
from second_question_web.people.actions.keeping import subject_of
from second_question_web.people.errors import LinkDoesNotWork
from second_question_web.people.models import Grant, Person, SetUpLink
from second_question_web.people.reach import ADMINISTRATOR
from second_question_web.trail.actions import System, record


@transaction.atomic
def first_administrator(*, email: str, name: str, password: str, now: datetime) -> Person:
    """Makes the first administrator of the whole installation.

    Raises:
        LinkDoesNotWork: there is an administrator; that person invites everybody else.
    """
    SetUpLink.objects.select_for_update().first()  # two at once: the second waits and then finds the first
    if not is_needed():
        raise LinkDoesNotWork
    person, _ = Person.objects.get_or_create(email=email.strip().lower(), defaults={"name": name})
    person.name, person.state = name, Person.State.ACTIVE
    person.set_password(password)
    person.save()
    _give(person, now)
    SetUpLink.objects.all().delete()
    subject, after = subject_of(person), {"role": "Administrator", "where": "England"}
    record("person.first_administrator", by=System("set-up"), subject=subject, before={}, after=after)
    return person


def is_needed() -> bool:
    """Whether there has never been an administrator who can sign in."""
    active = Person.objects.filter(state=Person.State.ACTIVE)
    held = Grant.objects.filter(role=ADMINISTRATOR, scope=ScopeKind.NATIONAL, ended_at__isnull=True, person__in=active)
    return not held.exists()


def _give(to: Person, now: datetime) -> None:
    Grant.objects.create(
        person=to,
        role=ADMINISTRATOR,
        scope=ScopeKind.NATIONAL,
        starts_on=timezone.localdate(now),
        given_by="Set-up",
    )
