"""People of the demo: they exist at once, without an invitation, and are marked as fictional for good."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.core.exceptions import PermissionDenied
from django.db import transaction

from second_question_web.people.actions.invitations import Details
from second_question_web.people.actions.keeping import subject_of
from second_question_web.people.models import Grant, Person
from second_question_web.people.reach import Given
from second_question_web.trail.actions import Actor, System, record


@transaction.atomic
def add_fictional(*, by: Actor, details: Details, given: Given | None, password: str, now: datetime) -> Person:
    """Gives somebody who does not exist an account and, where one is named, a role.

    Raises:
        PermissionDenied: not by the loader of demo data.
    """
    if not isinstance(by, System):
        raise PermissionDenied("only the loader of demo data adds people who do not exist")
    made = Person(
        name=details.name,
        email=details.email,
        organisation=details.organisation,
        job_title=details.job_title,
        state=Person.State.ACTIVE,
        fictional=True,
        joined_at=now,
    )
    made.set_password(password)
    made.save()
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    if given:
        Grant.objects.create(person=made, given_by=by.trail_name, **vars(given))
    after = {"fictional": True, "role": given.role if given else ""}
    record("person.add_fictional", by=by, subject=subject_of(made), after=after, at=now)
    return made


@transaction.atomic
def give_fictional_case(*, by: Actor, to: Person, given: Given, now: datetime) -> Grant:
    """Gives a person of the demo a role for one case.

    Raises:
        PermissionDenied: not by the loader of demo data, or the person is real.
    """
    if not isinstance(by, System) or not to.fictional:
        raise PermissionDenied("only the loader of demo data gives roles to people who do not exist")
    made = Grant.objects.create(person=to, given_by=by.trail_name, **vars(given))
    record("person.give_fictional_case", by=by, subject=subject_of(to), case=given.case, after={}, at=now)
    return made
